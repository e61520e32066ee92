package hearth.client.link.foreign;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What connections found out about servers, by address, for those that come later in this process. Safe from any thread. */
public final class Hints {
    /** Most servers of which something is known; the one that was told of first is forgotten first. */
    static final int MOST = 1_000;

    private final Map<URI, String> byAddress = new LinkedHashMap<>();

    /** What is known of the server at this address. */
    synchronized Optional<String> of(URI address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** This counts now, and nothing that was known before. */
    synchronized void put(URI address, String hint) {
        byAddress.put(address, hint);
        if (byAddress.size() > MOST) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }
}
