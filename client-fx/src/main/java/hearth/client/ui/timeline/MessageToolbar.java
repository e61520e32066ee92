package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.EmojiMark;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.FadeTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What is done to messages most, at the edge of the one that the reader is at. */
final class MessageToolbar extends HBox {
    /** How far it reaches into the row below its lower edge, in px. */
    static final double INTO_ROW = 6;

    private static final Duration FADES = Duration.millis(120);
    private static final double UNDER_BUTTON = 4;

    private final ViewContext context;
    private final Messages messages;
    private final MessageActions actions;
    private final MessageMenu menus;
    private final FadeTransition fade = new FadeTransition(FADES, this);
    private final Runnable onLeave;
    private Optional<ContextMenu> open = Optional.empty();
    private Optional<TimelineEntry.Message> drawn = Optional.empty();
    private List<String> drawnRecent = List.of();
    private Node author = this;

    /** Shows nothing; {@code onLeave} hears when the reader leaves it with the keyboard. */
    MessageToolbar(ViewContext context, MessageActions actions, MessageMenu menus, Runnable onLeave) {
        this.context = context;
        messages = context.messages();
        this.actions = actions;
        this.menus = menus;
        this.onLeave = onLeave;
        fade.setToValue(1);
        setId("message-toolbar");
        getStyleClass().add("message-toolbar");
        setAlignment(Pos.CENTER);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setManaged(false);
        setVisible(false);
        // Buttons take the arrow keys for themselves, and lead out of here.
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Offers what can be done to this message; goes away where that is nothing. Its author is shown beside {@code anchor}. */
    void show(TimelineEntry.Message message, Node anchor) {
        author = anchor;
        if (!drawn.equals(Optional.of(message)) || !drawnRecent.equals(actions.recentReactions())) {
            drawn = Optional.of(message);
            drawnRecent = actions.recentReactions();
            draw(message);
        }
        if (getChildren().isEmpty()) {
            hide();
        } else if (!isVisible()) {
            appear();
        }
    }

    private void appear() {
        setVisible(true);
        fade.stop();
        if (context.appearance().still()) {
            setOpacity(1);
        } else {
            setOpacity(0);
            fade.playFromStart();
        }
    }

    /** Offers nothing. */
    void hide() {
        fade.stop();
        setVisible(false);
        drawn = Optional.empty();
        open.ifPresent(ContextMenu::hide);
    }

    private void draw(TimelineEntry.Message message) {
        int focused = focusedIndex();
        Set<MessageDeed> offered = actions.offered(message);
        List<Node> parts = new ArrayList<>();
        if (offered.contains(MessageDeed.REACT)) {
            drawnRecent.forEach(emoji -> parts.add(reaction(message, emoji)));
            parts.add(line());
        }
        if (offered.contains(MessageDeed.REPLY)) {
            parts.add(button("message-reply", Feather.CORNER_UP_LEFT, "timeline.reply", () -> actions.reply(message)));
        }
        if (!menus.more(message, author).getItems().isEmpty()) {
            parts.add(button("message-more", Feather.MORE_HORIZONTAL, "timeline.more", this::showMore));
        }
        getChildren().setAll(parts);
        setAccessibleText(messages.text("timeline.actions", message.author().name()));
        if (focused >= 0) {
            focus(focused);
        }
    }

    private Button reaction(TimelineEntry.Message message, String emoji) {
        Button button = new Button();
        button.getStyleClass().addAll("icon-button", "toolbar-reaction");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        EmojiMark.of(context.emoji(), emoji).ifPresentOrElse(button::setGraphic, () -> {
            button.setContentDisplay(ContentDisplay.TEXT_ONLY);
            button.setText(emoji);
        });
        String words = messages.text("timeline.react", emoji);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(messages.text("timeline.react.menu")));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> actions.react(message, emoji));
        return button;
    }

    private IconButton button(String id, Feather icon, String key, Runnable action) {
        IconButton button = new IconButton(icon, Icon.ROW, messages.text(key), action);
        button.setId(id);
        button.setFocusTraversable(false);
        return button;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("toolbar-line");
        return line;
    }

    /** The menu belongs to the toolbar, for the button is another one when the message changes. */
    private void showMore() {
        drawn.ifPresent(message -> {
            ContextMenu menu = menus.more(message, author);
            menu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
            Bounds there = localToScreen(getLayoutBounds());
            open = Optional.of(menu);
            menu.show(this, there.getMaxX(), there.getMaxY() + UNDER_BUTTON);
        });
    }

    /** Whether its menu is open. */
    boolean menuOpen() {
        return open.filter(ContextMenu::isShowing).isPresent();
    }

    /** Gives the keyboard to the first button. */
    void focusFirst() {
        focus(0);
    }

    private List<Button> buttons() {
        return getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private int focusedIndex() {
        List<Button> buttons = buttons();
        for (int i = 0; i < buttons.size(); i++) {
            if (buttons.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void focus(int index) {
        List<Button> buttons = buttons();
        if (!buttons.isEmpty()) {
            buttons.get(Math.floorMod(Math.min(index, buttons.size()), buttons.size()))
                    .requestFocus();
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> focus(focusedIndex() + 1);
            case LEFT -> focus(Math.max(0, focusedIndex() - 1));
            case ENTER -> buttons().get(Math.max(0, focusedIndex())).fire();
            case ESCAPE, UP, DOWN -> onLeave.run();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
