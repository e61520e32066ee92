package hearth.client.screenshots;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Whether this machine has a font with Chinese characters, whatever it is called. On the JavaFX thread. */
final class HanGlyphs {
    private static final double SIZE = 32;

    private HanGlyphs() {}

    /** Whether they are drawn. */
    static boolean areDrawn() {
        return areToldApart("语", "室");
    }

    /** Whether these two look different; where no font has them, both are the same empty box. */
    static boolean areToldApart(String one, String other) {
        Image first = draw(one);
        Image second = draw(other);
        if (first.getWidth() != second.getWidth() || first.getHeight() != second.getHeight()) {
            return true;
        }
        PixelReader left = first.getPixelReader();
        PixelReader right = second.getPixelReader();
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                if (left.getArgb(x, y) != right.getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Image draw(String character) {
        Text text = new Text(character);
        text.setFont(Font.font(SIZE));
        return text.snapshot(null, null);
    }
}
