package hearth.client.fx;

import javafx.application.Platform;

/** The life of the toolkit: one in a process, started once. */
public final class Toolkit {

    private Toolkit() {}

    /**
     * Starts the toolkit and runs a task on its thread; returns at once. It ends by {@link #exit} alone, so that what is unsent can be kept first.
     *
     * @throws NoDisplayException if there is no display, or a library of the system is missing
     * @throws IllegalStateException if it was started before: a bug
     */
    public static void start(Runnable onJavaFxThread) throws NoDisplayException {
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                onJavaFxThread.run();
            });
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // Each system says it with another one.
            throw new NoDisplayException(e);
        }
    }

    /** Ends the toolkit. Safe from any thread. */
    public static void exit() {
        Platform.exit();
    }
}
