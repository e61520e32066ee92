package hearth.client.ui.shell;

import hearth.client.settings.WindowPlace;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How the user has divided the window. Lives on the JavaFX thread. */
public final class WindowLayout {
    private final DoubleProperty sidebarWidth;
    private final BooleanProperty peopleShown;

    /** As it was left. */
    public WindowLayout(WindowPlace place) {
        sidebarWidth = new SimpleDoubleProperty(place.sidebarWidth());
        peopleShown = new SimpleBooleanProperty(place.peopleShown());
    }

    /** The width of the sidebar, in px. */
    public DoubleProperty sidebarWidthProperty() {
        return sidebarWidth;
    }

    /** Whether the people are shown where there is room for them. */
    public BooleanProperty peopleShownProperty() {
        return peopleShown;
    }
}
