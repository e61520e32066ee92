package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.EmptyState;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.KeyCaps;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The dialog of the rooms that can be seen: found by name, joined, or made. */
public final class RoomsView extends StackPane {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 560;

    private final Messages messages;
    private final RoomsViewModel model;
    private final Consumer<String> onOpen;
    private final Runnable onClose;
    private final FindField find;
    private final ListView<RoomRow> list;
    private final EmptyState none = new EmptyState();
    private final Label count = new Label();
    private final Label problem = new Label();
    private final ListChangeListener<RoomRow> onRooms = _ -> onFound();
    private Subscription bound = Subscription.EMPTY;

    /** A dialog on this model; {@code onOpen} shows a room that the user is in. */
    public RoomsView(Messages messages, RoomsViewModel model, Consumer<String> onOpen, Runnable onClose) {
        this.messages = messages;
        this.model = model;
        this.onOpen = onOpen;
        this.onClose = onClose;
        getStyleClass().add("dialog");
        setId("rooms-dialog");
        setMaxSize(WIDTH, HEIGHT);
        list = new ListView<>(model.rooms());
        find = new FindField(list, messages.text("browse.find"), this::onEnter);
        find.bind(model.queryProperty());
        getChildren().setAll(browse());
        model.rooms().addListener(onRooms);
        bound = Subscription.combine(
                model.loadingProperty().subscribe(_ -> showFound()),
                model.problemProperty().subscribe(text -> {
                    problem.setText(text);
                    problem.setManaged(!text.isEmpty());
                }));
    }

    private Node browse() {
        Button make = new Button(messages.text("browse.new"), Icon.of(Feather.PLUS, Icon.ROW));
        make.setId("rooms-new");
        make.getStyleClass().add("small");
        make.setOnAction(_ -> create());
        DialogFrame frame = new DialogFrame(
                messages.text("browse.title"), messages.text("dialog.close"), WIDTH, HEIGHT, onClose, make);
        find.setId("rooms-find");
        problem.getStyleClass().add("dialog-problem");
        problem.setWrapText(true);
        VBox top = new VBox(8, find, problem);
        top.getStyleClass().add("dialog-find");
        list.setId("rooms-list");
        list.getStyleClass().addAll("rows", "dialog-list");
        list.setCellFactory(_ -> new RoomCell(messages, this::enter));
        list.getSelectionModel().selectFirst();
        StackPane middle = new StackPane(list, none);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox content = new VBox(top, middle);
        frame.setCenter(content);
        frame.setBottom(foot());
        return frame;
    }

    private Node foot() {
        count.getStyleClass().add("small-muted");
        HBox foot = new HBox(
                count,
                KeyCaps.space(),
                KeyCaps.does(messages.text("browse.choose"), "↑", "↓"),
                KeyCaps.does(messages.text("browse.enter"), "Enter"));
        foot.getStyleClass().addAll("dialog-foot", "key-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /** Whoever types and enters at once means what is typed, and not what is still listed. */
    private void onEnter() {
        model.whenFound(this::enterChosen);
    }

    private void enterChosen() {
        RoomRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            enter(chosen);
        } else if (none.isVisible()) {
            create();
        }
    }

    private void enter(RoomRow room) {
        model.enter(room, onOpen);
    }

    private void onFound() {
        list.getSelectionModel().selectFirst();
        showFound();
    }

    private void showFound() {
        int found = model.rooms().size();
        String wanted = model.queryProperty().get().strip();
        boolean nothing = found == 0 && !model.loadingProperty().get() && !wanted.isEmpty();
        none.setVisible(nothing);
        if (nothing) {
            Button make = new Button(messages.text("browse.create", wanted));
            make.setMnemonicParsing(false);
            make.setOnAction(_ -> create());
            none.show(Feather.HASH, messages.text("browse.none", wanted), messages.text("browse.none.hint"), make);
        }
        count.setText(countWords(found));
    }

    private String countWords(int found) {
        if (model.loadingProperty().get() && found == 0) {
            return messages.text("browse.loading");
        }
        return messages.text(model.moreProperty().get() ? "browse.count.more" : "browse.count", found);
    }

    private void create() {
        model.beginCreate();
        NewRoomView form = new NewRoomView(messages, model, this::back, onClose);
        getChildren().setAll(form);
        form.focusFirst();
    }

    private void back() {
        model.clearProblem();
        getChildren().setAll(browse());
        focusFirst();
    }

    /** Puts the caret where the user begins. */
    public void focusFirst() {
        find.requestFocus();
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        model.rooms().removeListener(onRooms);
        find.textProperty().unbindBidirectional(model.queryProperty());
        list.setItems(FXCollections.emptyObservableList());
        model.dispose();
    }
}
