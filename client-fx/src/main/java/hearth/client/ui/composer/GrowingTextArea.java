package hearth.client.ui.composer;

import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** A text area as high as its text, between one line and a limit; then it scrolls. */
final class GrowingTextArea extends TextArea {
    private static final double LOWEST = 44;
    private static final double HIGHEST = 198;
    private static final double PADDING = 22;

    /** Between lines, as the stylesheet has it: eight lines fit below the limit, nine do not. */
    private static final double LINE_SPACING = 4;

    private final Text measure = new Text();

    GrowingTextArea() {
        setWrapText(true);
        getStyleClass().add("growing");
        measure.setLineSpacing(LINE_SPACING);
        measure.fontProperty().bind(fontProperty());
        textProperty().subscribe(_ -> requestLayout());
        widthProperty().subscribe(_ -> requestLayout());
        setMinHeight(USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Tab leads on, as from any other control; nobody writes one in a chat. */
    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = Math.max(1, getWidth() - 2 * PADDING);
        measure.setWrappingWidth(inner);
        // A line that is empty still holds the caret.
        measure.setText(getText().endsWith("\n") ? getText() + " " : getText());
        double lines = measure.getLayoutBounds().getHeight();
        double wanted = Math.clamp(Math.ceil(lines) + PADDING, LOWEST, HIGHEST);
        // A bar that is only invisible still takes its width from the text, and the text area shows it again.
        lookupAll(".scroll-pane")
                .forEach(pane -> ((ScrollPane) pane)
                        .setVbarPolicy(
                                wanted < HIGHEST
                                        ? ScrollPane.ScrollBarPolicy.NEVER
                                        : ScrollPane.ScrollBarPolicy.AS_NEEDED));
        return wanted;
    }
}
