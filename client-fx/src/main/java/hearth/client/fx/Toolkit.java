package hearth.client.fx;

import javafx.application.Platform;

/** The life of the toolkit: one in a process, started once. */
public final class Toolkit {

    private Toolkit() {}

    /** Starts the toolkit and runs a task on its thread; returns at once. It ends by {@link #exit} alone, so that what is unsent can be kept first. */
    public static void start(Runnable onJavaFxThread) {
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            onJavaFxThread.run();
        });
    }

    /** Ends the toolkit. Safe from any thread. */
    public static void exit() {
        Platform.exit();
    }
}
