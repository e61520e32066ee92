package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The user's conversations as one list: arrows move in it, Enter or a click opens. */
public final class ConversationsView extends ListView<SidebarRow> {

    /** What can be done in the list beside moving in it. */
    public interface Actions {
        /** Shows a conversation. */
        void open(String id);

        /** Leaves a room. */
        void leave(String id);

        /** Takes a conversation as read. */
        void markRead(String id);

        /** Offers all that one can jump to. */
        void jump();

        /** Offers the rooms that can be joined or made. */
        void browse();

        /** Offers the people one can write to. */
        void writeToSomebody();
    }

    private final Actions actions;

    /** A list of this model's rows. */
    public ConversationsView(Messages messages, ConversationsViewModel model, Actions actions) {
        super(model.rows());
        this.actions = actions;
        setId("conversations");
        getStyleClass().addAll("rows", "conversations");
        setAccessibleText(messages.text("conversations.name"));
        setCellFactory(_ -> new ConversationCell(messages, actions));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setPrefHeight(0);
        focusedProperty().subscribe(this::beginAtCurrent);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            move(event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        } else if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
                && getSelectionModel().getSelectedItem() instanceof SidebarRow.Conversation row) {
            actions.open(row.id());
            event.consume();
        }
    }

    /** Whoever comes into the list is on the conversation that is shown. */
    private void beginAtCurrent(boolean focused) {
        if (focused && getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().clearAndSelect(currentIndex());
        }
    }

    /** Moves to the next conversation in this direction, over the heads. */
    private void move(int step) {
        int from = getSelectionModel().isEmpty()
                ? currentIndex() - step
                : getSelectionModel().getSelectedIndex();
        for (int i = from + step; i >= 0 && i < getItems().size(); i += step) {
            if (getItems().get(i) instanceof SidebarRow.Conversation) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 1));
                return;
            }
        }
    }

    private int currentIndex() {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i) instanceof SidebarRow.Conversation row && row.current()) {
                return i;
            }
        }
        return 0;
    }

    /** Lets go of the model. */
    public void dispose() {
        setItems(FXCollections.emptyObservableList());
    }
}
