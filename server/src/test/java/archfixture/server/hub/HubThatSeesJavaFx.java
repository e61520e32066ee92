package archfixture.server.hub;

import javafx.fixture.Stage;

/** Breaks a rule on purpose. */
public interface HubThatSeesJavaFx {
    Stage stage();
}
