package hearth.client.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;

/** The regions of the window, in the order in which F6 goes round them. Lives on the JavaFX thread. */
final class Regions {
    private final List<Stop> stops;

    /**
     * A region that F6 goes to.
     *
     * @param before the control that gets the focus is the next one from here
     */
    record Stop(Node region, Node before) {
        /** The first control of a region. */
        static Stop first(Node region) {
            return new Stop(region, region);
        }
    }

    Regions(Stop... stops) {
        this.stops = List.of(stops);
    }

    /** Gives the focus to the next region that can take it, or to the one before. */
    void go(Scene scene, boolean backwards) {
        int from = current(scene.getFocusOwner(), backwards);
        for (int step = 1; step <= stops.size(); step++) {
            if (enter(stops.get(Math.floorMod(from + (backwards ? -step : step), stops.size())), scene)) {
                return;
            }
        }
    }

    private int current(Node owner, boolean backwards) {
        for (int i = 0; i < stops.size(); i++) {
            if (FocusFence.holds(stops.get(i).region(), owner)) {
                return i;
            }
        }
        return backwards ? 0 : -1;
    }

    private static boolean enter(Stop stop, Scene scene) {
        if (!scene.equals(stop.region().getScene())) {
            return false;
        }
        stop.before().requestFocusTraversal(TraversalDirection.NEXT);
        return FocusFence.holds(stop.region(), scene.getFocusOwner());
    }
}
