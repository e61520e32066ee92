package hearth.client.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/**
 * Semi-bold text. JavaFX knows regular and bold alone, so that semi-bold is a font family of its own; glyphs of Han come from a fallback font that follows the
 * weight only. So text with Han characters is set in bold Inter instead.
 */
public final class Weight {
    private static final PseudoClass HAN = PseudoClass.getPseudoClass("han");
    private static final String STYLE_CLASS = "semi-bold";

    private Weight() {}

    /** Sets this in semi-bold, whatever its text becomes. */
    public static <T extends Labeled> T semiBold(T labeled) {
        labeled.getStyleClass().add(STYLE_CLASS);
        return followHan(labeled);
    }

    /** Marks this where its text has Han characters; the stylesheet decides when it is semi-bold. */
    public static <T extends Labeled> T followHan(T labeled) {
        labeled.textProperty().subscribe(text -> labeled.pseudoClassStateChanged(HAN, hasHan(text)));
        return labeled;
    }

    /** Sets a run of text in semi-bold. */
    public static Text semiBold(Text text) {
        text.getStyleClass().add(STYLE_CLASS);
        text.pseudoClassStateChanged(HAN, hasHan(text.getText()));
        return text;
    }

    static boolean hasHan(String text) {
        return text != null
                && text.codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
