package hearth.client.ui.common;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;

/**
 * The pictures of the emoji, which JavaFX does not draw in colour on every system. The sheet is read off the JavaFX thread when the first one is shown; what is
 * drawn before has its size already. Used on the JavaFX thread.
 */
public final class EmojiSheet {
    private static final String FILE = "emoji/sheet.png";

    /** Each picture has an empty border of 1 px. */
    private static final int PICTURE = 32;

    private static final int STEP = PICTURE + 2;

    private final EmojiTable table;
    private Optional<Image> sheet = Optional.empty();

    /** The pictures that this table knows. */
    public EmojiSheet(EmojiTable table) {
        this.table = table;
    }

    /** Which emoji have a picture here. */
    public EmojiTable table() {
        return table;
    }

    /** The sheet. */
    Image image() {
        if (sheet.isEmpty()) {
            String url = Objects.requireNonNull(EmojiSheet.class.getResource(FILE), FILE)
                    .toExternalForm();
            sheet = Optional.of(new Image(url, true));
        }
        return sheet.get();
    }

    /** Where a picture stands on it, in px. */
    static Rectangle2D place(EmojiTable.Cell cell) {
        return new Rectangle2D(cell.column() * STEP + 1.0, cell.row() * STEP + 1.0, PICTURE, PICTURE);
    }
}
