package hearth.client.ui.common;

import hearth.client.settings.Preferences;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** How everything looks, now and from each change of the user's mind or the system's on. Lives on the JavaFX thread. */
public final class Appearance {
    private final Consumer<Preferences> keep;
    private final BooleanSupplier stillDesktop;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private Subscription colours = Subscription.EMPTY;

    /**
     * Begins with these.
     *
     * @param keep hears all other preferences, and does not block
     * @param stillDesktop whether the desktop asks for less motion now
     */
    public Appearance(Preferences first, Consumer<Preferences> keep, BooleanSupplier stillDesktop) {
        this.keep = keep;
        this.stillDesktop = stillDesktop;
        preferences = new ReadOnlyObjectWrapper<>(first);
        colour();
    }

    /** Looks so from now on. */
    public void choose(Preferences next) {
        boolean otherColours = next.scheme() != preferences.get().scheme();
        if (!next.equals(preferences.get())) {
            preferences.set(next);
            keep.accept(next);
        }
        if (otherColours) {
            colour();
        }
    }

    private void colour() {
        colours.unsubscribe();
        colours = switch (preferences.get().scheme()) {
            case SYSTEM -> Theme.followSystem();
            case LIGHT -> only(Theme.LIGHT);
            case DARK -> only(Theme.DARK);
            case CONTRAST -> only(Theme.CONTRAST);
        };
    }

    private static Subscription only(Theme theme) {
        theme.apply();
        return Subscription.EMPTY;
    }

    /** What the user prefers. */
    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    /** Whether nothing shall move: the user says so, or the system. */
    public boolean still() {
        return preferences.get().stillness() || stillDesktop.getAsBoolean();
    }

    /** Lets go of the system. */
    public void dispose() {
        colours.unsubscribe();
    }
}
