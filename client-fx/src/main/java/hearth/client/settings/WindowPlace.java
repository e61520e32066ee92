package hearth.client.settings;

import java.util.OptionalDouble;

/**
 * How the window was left, in px.
 *
 * @param x absent where the system may choose the place
 */
public record WindowPlace(
        OptionalDouble x,
        OptionalDouble y,
        double width,
        double height,
        boolean maximized,
        double sidebarWidth,
        boolean peopleShown) {

    /** The first time. */
    public static final WindowPlace FIRST =
            new WindowPlace(OptionalDouble.empty(), OptionalDouble.empty(), 1100, 720, false, 260, true);
}
