package hearth.client.ui.connect;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The hearth: a flame in an arch. */
final class Logo extends StackPane {
    private static final double WIDTH = 44;
    private static final double HEIGHT = 48;
    private static final String ARCH = "M0 22 A22 22 0 0 1 44 22 V45 A3 3 0 0 1 41 48 H3 A3 3 0 0 1 0 45 Z";
    private static final String FLAME = "M22.6 11 C23.6 16.6 33 21 33 31 A11 11 0 0 1 11 31 C11 27 13 24.6 14.4 22.4"
            + " C15.4 24.4 16.4 25.2 17.6 25.6 C17.2 20 19.4 14.4 22.6 11 Z";

    Logo(double scale) {
        SVGPath arch = new SVGPath();
        arch.setContent(ARCH);
        arch.getStyleClass().add("logo-arch");
        SVGPath flame = new SVGPath();
        flame.setContent(FLAME);
        flame.getStyleClass().add("logo-flame");
        Group drawing = new Group(arch, flame);
        drawing.getTransforms().add(new Scale(scale, scale));
        getChildren().setAll(new Group(drawing));
        setMinSize(WIDTH * scale, HEIGHT * scale);
        setMaxSize(WIDTH * scale, HEIGHT * scale);
        setMouseTransparent(true);
    }
}
