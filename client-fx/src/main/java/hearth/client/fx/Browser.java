package hearth.client.fx;

import java.net.URI;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.stage.Stage;

/** What the system opens addresses with. Used on the JavaFX thread; the program that opens is not waited for. */
public final class Browser {
    private final HostServices services = new Host().getHostServices();

    /** Only an application has the way to the system's programs; this one is never started. */
    private static final class Host extends Application {
        @Override
        public void start(Stage stage) {
            throw new IllegalStateException("not an application of its own");
        }
    }

    /** Opens an address outside this program. */
    public void open(URI address) {
        services.showDocument(address.toString());
    }
}
