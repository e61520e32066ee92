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
    private static final String FLAME =
            "M23 11 C23.6 15 25.5 17.5 28 20 C31 23.2 33.2 26.5 33.2 30.8 A11.2 11.2 0 0 1 10.8 30.8"
                    + " C10.8 26.2 13.4 22.8 15.2 19.6 C16 21.8 17 23.6 18.6 24.8 C19.2 20.4 20.6 15 23 11 Z";

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
