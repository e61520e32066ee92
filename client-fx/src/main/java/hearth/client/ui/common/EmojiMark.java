package hearth.client.ui.common;

import java.util.List;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** One emoji as a picture that stands in a line of text as a letter does. Its size comes from the stylesheet. */
public final class EmojiMark extends Region {
    /** How much of the picture stands above the line on which the letters stand. */
    private static final double ABOVE_BASELINE = 0.8;

    /** The pictures have some air around them. */
    private static final double LARGER = 1.18;

    private final ImageView picture;

    /** This picture of the sheet, for this emoji. */
    public EmojiMark(EmojiSheet sheet, EmojiTable.Cell cell, String emoji) {
        picture = new ImageView(sheet.image());
        picture.setViewport(EmojiSheet.place(cell));
        picture.setSmooth(true);
        picture.setPreserveRatio(true);
        picture.setManaged(false);
        getStyleClass().add("emoji");
        setAccessibleText(emoji);
        setMouseTransparent(true);
        getChildren().setAll(picture);
    }

    /** The picture of this text, where it is one emoji that has one. */
    public static Optional<EmojiMark> of(EmojiSheet sheet, String text) {
        List<EmojiTable.Piece> pieces = sheet.table().pieces(text);
        return pieces.size() == 1
                ? pieces.getFirst().picture().map(cell -> new EmojiMark(sheet, cell, text))
                : Optional.empty();
    }

    @Override
    public double getBaselineOffset() {
        return prefHeight(-1) * ABOVE_BASELINE;
    }

    @Override
    protected void layoutChildren() {
        picture.setFitWidth(getWidth() * LARGER);
        picture.setFitHeight(getHeight() * LARGER);
        picture.relocate(getWidth() * (1 - LARGER) / 2, getHeight() * (1 - LARGER) / 2);
    }
}
