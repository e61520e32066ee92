package hearth.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The server under test, and how to treat it.
 *
 * @param url its endpoint, {@code ws://HOST:PORT/chat}
 * @param patience how long to wait for what must come
 * @param stop stops it as an operator would; empty where nobody may
 */
record Target(URI url, Duration patience, Optional<Stop> stop) {

    /** Begins to stop a server, and does not wait for its end. */
    interface Stop {
        void now() throws Exception;
    }

    /** The same server at another path. */
    URI at(String path) {
        return url.resolve(path);
    }

    /** The same endpoint with a query. */
    URI asking(String query) {
        return URI.create(url + "?" + query);
    }
}
