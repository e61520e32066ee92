package hearth.client.screenshots;

import hearth.client.ui.Png;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** Many pictures on few pages, each with its name. On the JavaFX thread. */
final class ContactSheet {
    private static final int MOST = 12;
    private static final int COLUMNS = 4;
    private static final double WIDTH = 480;
    private static final double HEIGHT = 360;
    private static final double GAP = 12;

    private ContactSheet() {}

    /** Writes as many pages as it takes, at most twelve pictures on each. */
    static List<Path> write(List<Path> pictures, Path folder) throws IOException {
        List<Path> pages = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += MOST) {
            Path page = folder.resolve("sheet-" + (1 + from / MOST) + ".png");
            Png.write(page(pictures.subList(from, Math.min(pictures.size(), from + MOST))), page);
            pages.add(page);
        }
        return pages;
    }

    private static Image page(List<Path> pictures) {
        TilePane tiles = new TilePane(GAP, GAP);
        tiles.setPadding(new Insets(GAP));
        tiles.setPrefColumns(Math.min(COLUMNS, pictures.size()));
        pictures.forEach(picture -> tiles.getChildren().add(tile(picture)));
        return new Scene(tiles).snapshot(null);
    }

    private static VBox tile(Path picture) {
        ImageView view = new ImageView(new Image(picture.toUri().toString(), WIDTH, HEIGHT, true, true));
        StackPane frame = new StackPane(view);
        frame.setPrefSize(WIDTH, HEIGHT);
        frame.setAlignment(Pos.TOP_LEFT);
        return new VBox(new Label(picture.getFileName().toString()), frame);
    }
}
