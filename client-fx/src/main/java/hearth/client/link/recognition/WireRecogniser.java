package hearth.client.link.recognition;

import hearth.client.transport.Transport;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Asks the server itself: over a WebSocket, and where that does not tell, over HTTP. Safe from any thread. */
public final class WireRecogniser implements Recogniser {
    private final Transport transport;
    private final ScheduledExecutorService timers;
    private final Supplier<String> pingTexts;

    /**
     * Makes a recogniser.
     *
     * @param pingTexts gives a text that no server can guess, at most 64 characters long, another one at each call
     */
    public WireRecogniser(Transport transport, ScheduledExecutorService timers, Supplier<String> pingTexts) {
        this.transport = transport;
        this.timers = timers;
        this.pingTexts = pingTexts;
    }

    @Override
    public CompletableFuture<Finding> recognise(URI address) {
        return new Probe(address, pingTexts.get(), transport, timers).begin();
    }
}
