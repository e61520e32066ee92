package hearth.client.fx;

import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.util.Subscription;

/** What the desktop prefers. Used on the JavaFX thread. */
public final class SystemLook {

    private SystemLook() {}

    /** Hears whether the desktop is dark, first at once and then at each change. */
    public static Subscription onDark(Consumer<Boolean> listener) {
        return Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(scheme -> listener.accept(scheme == ColorScheme.DARK));
    }

    /** Whether the desktop asks for less motion. */
    public static boolean reducedMotion() {
        return Platform.getPreferences().isReducedMotion();
    }
}
