package hearth.client.settings;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Properties;

/** Keeps how the window was left in a file. Reads and writes the disk: never called on the JavaFX thread. A file that cannot be used is as none. */
public final class WindowPlaces {
    private static final double SMALLEST_WIDTH = 480;
    private static final double SMALLEST_HEIGHT = 400;
    private static final double LARGEST = 20_000;

    private final PropertiesFile file;

    /** The window that this file tells of. */
    public WindowPlaces(Path file) {
        this.file = new PropertiesFile(file);
    }

    /** How it was left; {@link WindowPlace#FIRST} where nobody knows. */
    public WindowPlace load() {
        Properties kept = file.load();
        WindowPlace first = WindowPlace.FIRST;
        return new WindowPlace(
                number(kept, "x"),
                number(kept, "y"),
                Math.clamp(number(kept, "width").orElse(first.width()), SMALLEST_WIDTH, LARGEST),
                Math.clamp(number(kept, "height").orElse(first.height()), SMALLEST_HEIGHT, LARGEST),
                Boolean.parseBoolean(kept.getProperty("maximized")),
                Math.clamp(number(kept, "sidebarWidth").orElse(first.sidebarWidth()), 200, 400),
                Boolean.parseBoolean(kept.getProperty("peopleShown", "true")));
    }

    private static OptionalDouble number(Properties kept, String key) {
        try {
            double value = Double.parseDouble(kept.getProperty(key, ""));
            return Double.isFinite(value) && Math.abs(value) <= LARGEST
                    ? OptionalDouble.of(value)
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Keeps how the window was left. */
    public void save(WindowPlace place) {
        Properties kept = new Properties();
        place.x().ifPresent(x -> kept.setProperty("x", Double.toString(x)));
        place.y().ifPresent(y -> kept.setProperty("y", Double.toString(y)));
        kept.setProperty("width", Double.toString(place.width()));
        kept.setProperty("height", Double.toString(place.height()));
        kept.setProperty("maximized", Boolean.toString(place.maximized()));
        kept.setProperty("sidebarWidth", Double.toString(place.sidebarWidth()));
        kept.setProperty("peopleShown", Boolean.toString(place.peopleShown()));
        file.save(kept);
    }
}
