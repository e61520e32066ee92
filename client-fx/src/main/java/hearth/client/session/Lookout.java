package hearth.client.session;

import java.time.Duration;

/** Looks every 2 s whether the world around became another one: the machine woke, or a network came up. Session thread only. */
final class Lookout {
    private static final Duration EACH = Duration.ofSeconds(2);

    private final SessionLoop loop;
    private final Interfaces interfaces;
    private final Runnable onChanged;
    private Surroundings surroundings;
    private SessionLoop.Timer timer = () -> {};

    Lookout(SessionLoop loop, Interfaces interfaces, Runnable onChanged) {
        this.loop = loop;
        this.interfaces = interfaces;
        this.onChanged = onChanged;
    }

    void begin() {
        surroundings = new Surroundings(loop.now(), loop.nanoTime(), interfaces.up());
        again();
    }

    void end() {
        timer.cancel();
    }

    private void again() {
        timer.cancel();
        timer = loop.schedule(EACH, this::look);
    }

    private void look() {
        if (surroundings.changed(loop.now(), loop.nanoTime(), interfaces.up())) {
            onChanged.run();
        }
        again();
    }
}
