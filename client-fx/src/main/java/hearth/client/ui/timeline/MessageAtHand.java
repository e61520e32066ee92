package hearth.client.ui.timeline;

import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.PersonOpener;
import hearth.client.ui.common.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/**
 * The message that the reader is at: the one under the pointer has the toolbar; the one that the arrow keys went to has the focus ring, and with Enter the
 * toolbar. It is known by its key, so that it stays the same whatever comes above and below.
 */
final class MessageAtHand {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Not every desktop tells of this one, and of the key that has a menu on it, as a request for a menu. */
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private static final double RIGHT_EDGE = 20;
    private static final double LEAST_TOP = 4;

    private final Pane view;
    private final TimelineFlow flow;
    private final List<TimelineRow> rows;
    private final MessageMenu menus;
    private final MessageToolbar toolbar;
    private final Consumer<String> onLeave;
    private Optional<ContextMenu> menu = Optional.empty();

    /** Under the pointer. */
    private Optional<String> pointed = Optional.empty();

    /** Where the arrow keys are; without a ring where the mouse put them. */
    private Optional<String> current = Optional.empty();

    private boolean ringed;

    /** Whether the toolbar was opened with Enter. */
    private boolean byKeyboard;

    /**
     * Watches this flow, and lays the toolbar over it.
     *
     * @param view holds the flow, and gets the toolbar
     * @param people shows who wrote a message
     * @param onLeave hears when the reader leaves for the composer, and what was typed for it
     */
    MessageAtHand(
            ViewContext context,
            Pane view,
            TimelineFlow flow,
            TimelineViewModel model,
            PersonOpener people,
            Consumer<String> onLeave) {
        this.view = view;
        this.flow = flow;
        this.onLeave = onLeave;
        rows = model.rows();
        menus = new MessageMenu(context, model, people);
        toolbar = new MessageToolbar(context, model.actions(), menus, this::onToolbarLeft);
        view.getChildren().add(toolbar);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMoved);
        view.setOnMouseExited(_ -> point(Optional.empty()));
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onMenuRequested);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> onPressed(event.getY()));
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, _ -> point(Optional.empty()));
        flow.addEventFilter(ScrollEvent.SCROLL, _ -> point(Optional.empty()));
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        flow.focusVisibleProperty().subscribe(visible -> {
            if (visible) {
                go(current.or(flow::lastMessageInSight));
            }
        });
        view.focusWithinProperty().subscribe(this::onFocusWithin);
        flow.setOnPlaced(this::place);
    }

    private void onFocusWithin(boolean within) {
        if (!within && byKeyboard && !isWithin(view.getScene().getFocusOwner(), view) && !toolbar.menuOpen()) {
            byKeyboard = false;
            pointed = Optional.empty();
        }
        place();
    }

    private void onToolbarLeft() {
        byKeyboard = false;
        pointed = Optional.empty();
        flow.requestFocus();
        place();
    }

    private void onMoved(MouseEvent event) {
        if (!isWithin(event.getTarget(), toolbar)) {
            point(flow.messageAt(event.getY()));
        }
    }

    private static boolean isWithin(Object target, Node whole) {
        for (Node node = target instanceof Node found ? found : null; node != null; node = node.getParent()) {
            if (node.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    private void point(Optional<String> key) {
        if (!toolbar.menuOpen() && !toolbar.isFocusWithin()) {
            pointed = key;
            place();
        }
    }

    private void onPressed(double y) {
        ringed = false;
        current = flow.messageAt(y);
        place();
    }

    private void onKey(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> go(neighbour(-1));
            case DOWN -> go(neighbour(1));
            case ENTER -> openToolbar();
            case CONTEXT_MENU -> openMenu(current);
            case ESCAPE -> {
                ringed = false;
                onLeave.accept("");
            }
            default -> {
                if (!onCombination(event)) {
                    return;
                }
            }
        }
        event.consume();
    }

    private boolean onCombination(KeyEvent event) {
        if (MENU.match(event)) {
            openMenu(current);
            return true;
        }
        boolean copies = ringed && COPY.match(event);
        if (copies) {
            message(current).ifPresent(message -> MessageMenu.copy(message.text()));
        }
        return copies;
    }

    /** The message before or behind the current one; the last in sight where there is none yet. */
    private Optional<String> neighbour(int step) {
        int index = current.filter(key -> flow.messageCell(key).isPresent())
                .map(this::indexOf)
                .orElse(-1);
        if (index < 0) {
            return flow.lastMessageInSight();
        }
        for (int i = index + step; i >= 0 && i < rows.size(); i += step) {
            if (rows.get(i) instanceof TimelineRow.Message) {
                return Optional.of(rows.get(i).key());
            }
        }
        return current;
    }

    private int indexOf(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private void go(Optional<String> key) {
        current = key;
        ringed = key.isPresent();
        pointed = Optional.empty();
        key.ifPresent(flow::reveal);
        place();
    }

    private void openToolbar() {
        if (current.flatMap(flow::messageCell).isPresent()) {
            pointed = current;
            byKeyboard = true;
            place();
            toolbar.focusFirst();
        }
    }

    private void onTyped(KeyEvent event) {
        String typed = event.getCharacter();
        boolean shortcut = event.isMetaDown() || event.isControlDown() != event.isAltDown();
        if (!shortcut && !typed.isBlank() && typed.codePoints().noneMatch(Character::isISOControl)) {
            event.consume();
            onLeave.accept(typed);
        }
    }

    private void onMenuRequested(ContextMenuEvent event) {
        event.consume();
        if (event.isKeyboardTrigger()) {
            openMenu(current);
        } else {
            flow.messageAt(event.getY())
                    .flatMap(flow::messageCell)
                    .ifPresent(cell -> openMenu(cell, event.getScreenX(), event.getScreenY()));
        }
    }

    /** Under the text of this message. */
    private void openMenu(Optional<String> key) {
        key.flatMap(flow::messageCell).ifPresent(cell -> {
            Bounds there = cell.textOnScreen();
            openMenu(cell, there.getMinX(), there.getMaxY());
        });
    }

    /** The menu belongs to the flow: the cell may go out of sight while it is open. */
    private void openMenu(MessageCell cell, double screenX, double screenY) {
        menu.ifPresent(ContextMenu::hide);
        ContextMenu made = menus.whole(cell.entry(), cell.author());
        menu = Optional.of(made);
        if (!made.getItems().isEmpty()) {
            made.show(flow, screenX, screenY);
        }
    }

    private Optional<TimelineEntry.Message> message(Optional<String> key) {
        return key.flatMap(flow::messageCell).map(MessageCell::entry);
    }

    /** Puts ring and toolbar where their messages are now. */
    private void place() {
        Optional<String> ring = current.filter(_ -> ringed && view.isFocusWithin());
        flow.messageCells()
                .forEach(cell -> cell.showAtHand(
                        ring.filter(cell.row().key()::equals).isPresent(),
                        pointed.filter(cell.row().key()::equals).isPresent()));
        pointed.flatMap(flow::messageCell).ifPresentOrElse(this::placeToolbar, this::hideToolbar);
    }

    private void placeToolbar(MessageCell cell) {
        toolbar.show(cell.entry(), cell.author());
        if (!toolbar.isVisible()) {
            leaveToolbar();
            return;
        }
        toolbar.applyCss();
        double width = Math.ceil(toolbar.prefWidth(-1));
        double height = toolbar.prefHeight(-1);
        double top = cell.getLayoutY() + cell.rowTop() + MessageToolbar.INTO_ROW - height;
        toolbar.resizeRelocate(
                Math.rint(view.getWidth() - RIGHT_EDGE - width), Math.max(LEAST_TOP, Math.rint(top)), width, height);
    }

    private void hideToolbar() {
        leaveToolbar();
        toolbar.hide();
    }

    private void leaveToolbar() {
        if (toolbar.isFocusWithin()) {
            flow.requestFocus();
        }
    }

    /** Another conversation is shown. */
    void clear() {
        pointed = Optional.empty();
        current = Optional.empty();
        ringed = false;
        byKeyboard = false;
        menu.ifPresent(ContextMenu::hide);
        place();
    }

    /** Lets go of the flow. */
    void dispose() {
        clear();
        flow.setOnPlaced(() -> {});
    }
}
