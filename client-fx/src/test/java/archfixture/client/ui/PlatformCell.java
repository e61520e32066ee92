package archfixture.client.ui;

import javafx.application.Platform;

/** Breaks a rule on purpose. */
public interface PlatformCell {
    default void hop(Runnable task) {
        Platform.runLater(task);
    }
}
