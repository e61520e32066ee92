package hearth.client.link.recognition;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Finds out what kind of server answers at an address. Safe from any thread; never blocks. */
public interface Recogniser {

    /**
     * Asks, and returns at once; nothing of the user's is sent. Completes on any thread, within some 20 s, never exceptionally. Whoever cancels it wants no
     * answer any more.
     */
    CompletableFuture<Finding> recognise(URI address);
}
