package hearth.client.link.hearth;

import hearth.client.link.ChatLink;
import hearth.client.transport.Transport;
import java.net.URI;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Makes links to servers of our own protocol. Safe from any thread. */
public final class HearthDialler implements ChatLink.Dialler {
    /** What is offered to a server; that it is taken proves nothing. */
    public static final String SUBPROTOCOL = "hearth.v1";

    private final Transport transport;
    private final ScheduledExecutorService timers;
    private final Supplier<String> pingTexts;

    /**
     * Makes a dialler.
     *
     * @param pingTexts gives a text that no server can guess, at most 64 characters long, another one at each call
     */
    public HearthDialler(Transport transport, ScheduledExecutorService timers, Supplier<String> pingTexts) {
        this.transport = transport;
        this.timers = timers;
        this.pingTexts = pingTexts;
    }

    @Override
    public ChatLink dial(URI address, ChatLink.Listener listener) {
        HearthLink link = new HearthLink(new Recognition(pingTexts.get()), transport, timers, listener);
        link.dial(address);
        return link;
    }
}
