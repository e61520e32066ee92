package hearth.client.fx;

import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.application.Platform.Preferences;
import javafx.collections.MapChangeListener;
import javafx.util.Subscription;

/** What the desktop prefers. Used on the JavaFX thread. */
public final class SystemLook {

    private static final String CONTRAST = "Windows.SPI.HighContrast";

    private SystemLook() {}

    /** Hears whether the desktop is dark, first at once and then at each change. */
    public static Subscription onDark(Consumer<Boolean> listener) {
        return Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(scheme -> listener.accept(scheme == ColorScheme.DARK));
    }

    /** Hears whether the desktop asks for high contrast, first at once and then at each change; only Windows tells. */
    public static Subscription onContrast(Consumer<Boolean> listener) {
        Preferences desktop = Platform.getPreferences();
        MapChangeListener<String, Object> changed = change -> {
            if (change.getKey().equals(CONTRAST)) {
                listener.accept(contrast(desktop));
            }
        };
        desktop.addListener(changed);
        listener.accept(contrast(desktop));
        return () -> desktop.removeListener(changed);
    }

    private static boolean contrast(Preferences desktop) {
        return desktop.getBoolean(CONTRAST).orElse(false);
    }

    /** Whether the desktop asks for less motion. */
    public static boolean reducedMotion() {
        return Platform.getPreferences().isReducedMotion();
    }
}
