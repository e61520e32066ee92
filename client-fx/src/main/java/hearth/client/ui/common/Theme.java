package hearth.client.ui.common;

import hearth.client.fx.SystemLook;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** A set of colours. As the user-agent stylesheet it reaches menus, tooltips and second windows too. Used on the JavaFX thread. */
public enum Theme {
    /** Dark text on warm paper. */
    LIGHT("theme-light.css"),
    /** Light text on warm black. */
    DARK("theme-dark.css"),
    /** White on black, with outlines. */
    CONTRAST("theme-contrast.css");

    private static final String LAYOUT = "hearth.css";
    private static final String SHOWN = "shown-themes.css";

    private final String sheet;

    Theme(String sheet) {
        this.sheet = sheet;
    }

    /** Draws everything in these colours from the next pulse on. */
    public void apply() {
        Fonts.load();
        Application.setUserAgentStylesheet(url(sheet));
    }

    /** Draws everything in the colours that the desktop prefers, now and whenever it changes its mind. */
    public static Subscription followSystem() {
        Desktop desktop = new Desktop();
        return Subscription.combine(SystemLook.onDark(desktop::setDark), SystemLook.onContrast(desktop::setContrast));
    }

    /** What is known of the desktop's wishes. */
    private static final class Desktop {
        private boolean dark;
        private boolean contrast;

        void setDark(boolean now) {
            dark = now;
            apply();
        }

        void setContrast(boolean now) {
            contrast = now;
            apply();
        }

        private void apply() {
            if (contrast) {
                CONTRAST.apply();
            } else {
                (dark ? DARK : LIGHT).apply();
            }
        }
    }

    /** Gives a scene the sizes, type and shapes that are the same in all themes. */
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(url(LAYOUT), url(SHOWN));
    }

    private static String url(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }
}
