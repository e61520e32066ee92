package hearth.client.screenshots;

import hearth.client.settings.Preferences.Scheme;
import java.util.List;
import java.util.Locale;

/** How a picture looks: language, colours, size. */
record Look(String name, Locale locale, Scheme scheme, int width, int height) {
    /** As the window opens at first. */
    static final Look USUAL = new Look("light-en-1100x720", Locale.UK, Scheme.LIGHT, 1100, 720);

    /** Small, dark, Chinese. */
    static final Look SMALL = new Look("dark-zh-640x480", Locale.SIMPLIFIED_CHINESE, Scheme.DARK, 640, 480);

    /** Dark and Chinese at the usual size: where columns stand side by side. */
    static final Look WIDE_DARK = new Look("dark-zh-1100x720", Locale.SIMPLIFIED_CHINESE, Scheme.DARK, 1100, 720);

    /** All text at seven to one. */
    static final Look CONTRAST = new Look("contrast-en-1100x720", Locale.UK, Scheme.CONTRAST, 1100, 720);

    /** What every screen is taken in. */
    static final List<Look> ALL = List.of(USUAL, SMALL);
}
