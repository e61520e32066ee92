package hearth.client.settings;

/**
 * How the user wants the program to look and speak.
 *
 * @param textPercent the size of the text, and with it of everything, from {@link #SMALLEST_TEXT} to {@link #LARGEST_TEXT}
 * @param stillness whether nothing moves, even where the system does not ask for that
 */
public record Preferences(Scheme scheme, Language language, int textPercent, Density density, boolean stillness) {
    /** As designed. */
    public static final int USUAL_TEXT = 100;

    /** For those who want to see more at once. */
    public static final int SMALLEST_TEXT = 80;

    /** Twice as designed. */
    public static final int LARGEST_TEXT = 200;

    /** Before the user has chosen anything. */
    public static final Preferences FIRST =
            new Preferences(Scheme.SYSTEM, Language.SYSTEM, USUAL_TEXT, Density.COMFORTABLE, false);

    /** Takes the nearest size that there is. */
    public Preferences {
        textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
    }

    /** A set of colours. */
    public enum Scheme {
        /** What the system prefers. */
        SYSTEM,
        /** Dark on light. */
        LIGHT,
        /** Light on dark. */
        DARK,
        /** White on black, with outlines. */
        CONTRAST
    }

    /** What the program speaks. */
    public enum Language {
        /** What the system speaks, where that is known here. */
        SYSTEM,
        /** English. */
        ENGLISH,
        /** Simplified Chinese. */
        CHINESE
    }

    /** How much room there is between things. */
    public enum Density {
        /** As designed. */
        COMFORTABLE,
        /** Less. */
        COMPACT
    }

    /** The same with other colours. */
    public Preferences withScheme(Scheme other) {
        return new Preferences(other, language, textPercent, density, stillness);
    }

    /** The same in another language. */
    public Preferences withLanguage(Language other) {
        return new Preferences(scheme, other, textPercent, density, stillness);
    }

    /** The same in another size. */
    public Preferences withTextPercent(int other) {
        return new Preferences(scheme, language, other, density, stillness);
    }

    /** The same with more or less room. */
    public Preferences withDensity(Density other) {
        return new Preferences(scheme, language, textPercent, other, stillness);
    }

    /** The same with or without movement. */
    public Preferences withStillness(boolean other) {
        return new Preferences(scheme, language, textPercent, density, other);
    }
}
