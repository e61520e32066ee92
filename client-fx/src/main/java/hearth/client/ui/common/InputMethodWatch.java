package hearth.client.ui.common;

import javafx.animation.PauseTransition;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Knows whether a key belongs to an input method: while it composes, and where that very key has ended the composition. On some systems the key arrives after
 * the text that it committed, on others not at all, so a commit is forgotten with the next key that goes up, or soon. Lives on the JavaFX thread, as long as the
 * field.
 */
public final class InputMethodWatch {
    private static final Duration SAME_KEY = Duration.millis(100);

    private final PauseTransition forget = new PauseTransition(SAME_KEY);
    private boolean composing;
    private boolean committed;

    /** Watches this field. */
    public InputMethodWatch(TextInputControl field) {
        forget.setOnFinished(_ -> committed = false);
        field.addEventHandler(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::onText);
        field.addEventFilter(KeyEvent.KEY_RELEASED, _ -> committed = false);
    }

    private void onText(InputMethodEvent event) {
        composing = !event.getComposed().isEmpty();
        committed = !event.getCommitted().isEmpty();
        if (committed) {
            forget.playFromStart();
        }
    }

    /** Whether a key that goes down now is not the user's answer to what stands in the field. */
    public boolean hasKey() {
        return composing || committed;
    }

    /** Lets Enter in this field do nothing while it belongs to an input method. */
    public static void guard(TextInputControl field) {
        InputMethodWatch watch = new InputMethodWatch(field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && watch.hasKey()) {
                event.consume();
            }
        });
    }
}
