package hearth.client.ui.common;

import javafx.scene.paint.Color;

/** How well two colours can be told apart, by WCAG 2. Pure. */
public final class Contrast {
    /** What text of the usual size wants. */
    public static final double READABLE = 4.5;

    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;
    private static final double GLARE = 0.05;
    private static final double LINEAR_BELOW = 0.04045;
    private static final double LINEAR_SHARE = 12.92;
    private static final double OFFSET = 0.055;
    private static final double GAMMA = 2.4;

    private Contrast() {}

    /** From 1, the same colour, to 21, black on white; in either order. */
    public static double ratio(Color one, Color other) {
        double a = luminance(one) + GLARE;
        double b = luminance(other) + GLARE;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return RED * linear(colour.getRed()) + GREEN * linear(colour.getGreen()) + BLUE * linear(colour.getBlue());
    }

    private static double linear(double share) {
        return share <= LINEAR_BELOW ? share / LINEAR_SHARE : Math.pow((share + OFFSET) / (1 + OFFSET), GAMMA);
    }
}
