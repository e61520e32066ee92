package hearth.client.settings;

import hearth.client.settings.Preferences.Density;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/** Keeps what the user prefers in a file. Reads and writes the disk: never called on the JavaFX thread. What cannot be read is as never chosen. */
public final class PreferencesFile {
    private static final String SCHEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String TEXT_PERCENT = "textPercent";
    private static final String DENSITY = "density";
    private static final String STILLNESS = "reduceMotion";

    private final PropertiesFile file;

    /** The preferences in this file. */
    public PreferencesFile(Path file) {
        this.file = new PropertiesFile(file);
    }

    /** What the user prefers. */
    public Preferences load() {
        Properties kept = file.load();
        Preferences first = Preferences.FIRST;
        return new Preferences(
                one(kept, SCHEME, Scheme.values(), first.scheme()),
                one(kept, LANGUAGE, Language.values(), first.language()),
                number(kept, first.textPercent()),
                one(kept, DENSITY, Density.values(), first.density()),
                Boolean.parseBoolean(kept.getProperty(STILLNESS)));
    }

    private static <T extends Enum<T>> T one(Properties kept, String key, T[] all, T otherwise) {
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(kept.getProperty(key)))
                .findFirst()
                .orElse(otherwise);
    }

    private static int number(Properties kept, int otherwise) {
        try {
            return Integer.parseInt(kept.getProperty(TEXT_PERCENT, ""));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /** Keeps what the user prefers. */
    public void save(Preferences preferences) {
        Properties kept = new Properties();
        kept.setProperty(SCHEME, preferences.scheme().name());
        kept.setProperty(LANGUAGE, preferences.language().name());
        kept.setProperty(TEXT_PERCENT, Integer.toString(preferences.textPercent()));
        kept.setProperty(DENSITY, preferences.density().name());
        kept.setProperty(STILLNESS, Boolean.toString(preferences.stillness()));
        file.save(kept);
    }
}
