package hearth.client.fx;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Subscription;

/** The toolkit's thread. */
public final class JavaFxThread implements UiThread {

    @Override
    public void later(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void atNextPulse(Runnable task) {
        Platform.runLater(() -> new OneShot(task).start());
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) delay.toMillis()));
        pause.setOnFinished(_ -> task.run());
        pause.play();
        return pause::stop;
    }

    private static final class OneShot extends AnimationTimer {
        private final Runnable task;

        OneShot(Runnable task) {
            this.task = task;
        }

        @Override
        public void handle(long now) {
            stop();
            task.run();
        }
    }
}
