package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink;
import hearth.client.transport.Transport;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Makes the links of one session to a server that speaks a foreign dialect. What was heard on one of them is known to the next. Safe from any thread.
 */
public final class ForeignDialler implements ChatLink.Dialler {
    private final Dialect.Kind kind;
    private final Transport transport;
    private final ScheduledExecutorService timers;
    private final InstantSource clock;
    private final Hints hints;
    private final Memory memory;

    /**
     * A dialler for one session.
     *
     * @param hints of all sessions
     */
    public ForeignDialler(
            Dialect.Kind kind, Transport transport, ScheduledExecutorService timers, InstantSource clock, Hints hints) {
        this.kind = kind;
        this.memory = new Memory(kind.abilities().past());
        this.transport = transport;
        this.timers = timers;
        this.clock = clock;
        this.hints = hints;
    }

    @Override
    public Abilities abilities() {
        return kind.abilities();
    }

    @Override
    public ChatLink dial(URI address, ChatLink.Listener listener) {
        ForeignLink link =
                new ForeignLink(kind, memory, transport, new ForeignLink.Ways(timers, clock, hints, address, listener));
        link.begin();
        return link;
    }
}
