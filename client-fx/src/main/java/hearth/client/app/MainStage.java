package hearth.client.app;

import hearth.client.settings.WindowPlace;
import hearth.client.ui.common.ScaledPane;
import hearth.client.ui.common.Theme;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window on the desktop: where it stands, how large it is, whether the user looks at it. Lives on the JavaFX thread. */
final class MainStage {
    private static final double SMALLEST_WIDTH = 480;
    private static final double SMALLEST_HEIGHT = 400;

    /** The px of a title's ends that have its buttons, or are too few to take hold of. */
    private static final double TITLE_EDGE = 60;

    private final Stage stage = new Stage();
    private final WindowView view;
    private final ScaledPane root;
    private final WindowLayout layout;
    private WindowPlace place;

    MainStage(WindowView view, ScaledPane root, WindowLayout layout, WindowPlace place) {
        this.view = view;
        this.root = root;
        this.layout = layout;
        this.place = place;
        Scene scene = new Scene(root, place.width(), place.height());
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.titleProperty().bind(view.titleProperty());
        view.attentiveProperty().bind(stage.focusedProperty());
        view.guard(stage);
        putWhereItWas();
    }

    /** Puts the window where it was, if there is a screen there still. */
    private void putWhereItWas() {
        if (place.x().isPresent() && place.y().isPresent()) {
            double x = place.x().getAsDouble();
            double y = place.y().getAsDouble();
            if (isInReach(x, y)) {
                stage.setX(x);
                stage.setY(y);
            }
        }
        stage.setMaximized(place.maximized());
    }

    /** Whether enough of the title of a window that stands here is on a screen to take hold of it. */
    static boolean isInReach(double x, double y) {
        Rectangle2D hold = new Rectangle2D(x + TITLE_EDGE, y, SMALLEST_WIDTH - 2 * TITLE_EDGE, 1);
        return !Screen.getScreensForRectangle(hold).isEmpty();
    }

    /** Hears, once, how the window was left when the user closed it. */
    void onClosed(Consumer<WindowPlace> listener) {
        stage.setOnHidden(_ -> {
            view.dispose();
            root.dispose();
            listener.accept(place);
        });
        stage.setOnHiding(_ -> place = asItIs());
    }

    private WindowPlace asItIs() {
        boolean large = stage.isMaximized();
        return new WindowPlace(
                large ? place.x() : OptionalDouble.of(stage.getX()),
                large ? place.y() : OptionalDouble.of(stage.getY()),
                large ? place.width() : stage.getScene().getWidth(),
                large ? place.height() : stage.getScene().getHeight(),
                large,
                layout.sidebarWidthProperty().get(),
                layout.peopleShownProperty().get());
    }

    void show() {
        stage.show();
    }
}
