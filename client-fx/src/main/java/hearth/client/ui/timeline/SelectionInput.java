package hearth.client.ui.timeline;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Lets the reader select with the mouse and copy with the keyboard, as text fields do; a drag over the edge scrolls. */
final class SelectionInput {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    /** How fast a drag over the edge scrolls: this part, at each pulse, of the px that it is over. */
    private static final double PULL = 0.2;

    private final TimelineFlow flow;
    private final TimelineSelection selection;
    private final AnimationTimer pull = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pull();
        }
    };
    private double x;
    private double y;

    /** Selects in this flow until {@link #dispose}. */
    SelectionInput(TimelineFlow flow, TimelineSelection selection) {
        this.flow = flow;
        this.selection = selection;
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        flow.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> pull.stop());
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onPressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Optional<TimelineSelection.Place> place = flow.placeAt(event.getX(), event.getY());
        if (place.isEmpty()) {
            selection.clear();
        } else if (event.isShiftDown()) {
            selection.extend(place.get());
        } else {
            switch (event.getClickCount()) {
                case 1 -> selection.begin(place.get());
                case 2 -> selection.word(place.get());
                default -> selection.message(place.get());
            }
        }
    }

    private void onDragged(MouseEvent event) {
        if (event.isPrimaryButtonDown() && !event.isStillSincePress()) {
            x = event.getX();
            y = event.getY();
            flow.placeAt(x, y).ifPresent(selection::extend);
            if (overEdge() == 0) {
                pull.stop();
            } else {
                pull.start();
            }
        }
    }

    /** The px that the pointer is above the flow, or as a negative number below it. */
    private double overEdge() {
        return y < 0 ? -y : Math.min(0, flow.getHeight() - y);
    }

    private void pull() {
        flow.scrollBy(overEdge() * PULL);
        flow.placeAt(x, y).ifPresent(selection::extend);
    }

    private void onKey(KeyEvent event) {
        if (COPY.match(event) && !selection.isEmpty()) {
            MessageMenu.copy(selection.text());
            event.consume();
        } else if (ALL.match(event)) {
            selection.all();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !selection.isEmpty()) {
            selection.clear();
            event.consume();
        }
    }

    void dispose() {
        pull.stop();
    }
}
