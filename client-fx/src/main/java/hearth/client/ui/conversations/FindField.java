package hearth.client.ui.conversations;

import atlantafx.base.controls.CustomTextField;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.InputMethodWatch;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** A field that one finds things with: the arrows move in the list below while one types, Enter chooses. */
final class FindField extends CustomTextField {
    private final ListView<?> list;
    private final Runnable onEnter;
    private final InputMethodWatch inputMethod = new InputMethodWatch(this);

    /** Finds in this list; {@code onEnter} runs for what is selected there then, or for nothing. */
    FindField(ListView<?> list, String prompt, Runnable onEnter) {
        this.list = list;
        this.onEnter = onEnter;
        setLeft(Icon.of(Feather.SEARCH, Icon.ROW));
        setPromptText(prompt);
        setAccessibleText(prompt);
        list.setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Types into this. */
    void bind(StringProperty query) {
        textProperty().bindBidirectional(query);
    }

    private void onKey(KeyEvent event) {
        if (inputMethod.hasKey()) {
            return;
        }
        switch (event.getCode()) {
            case KeyCode.DOWN -> move(1);
            case KeyCode.UP -> move(-1);
            case KeyCode.ENTER -> onEnter.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        long next = list.getSelectionModel().getSelectedIndex() + (long) step;
        int index = Math.clamp(next, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 2));
    }
}
