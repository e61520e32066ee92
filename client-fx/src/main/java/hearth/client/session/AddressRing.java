package hearth.client.session;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The addresses of one server: after three failures on one the next is tried, then round again. */
final class AddressRing {
    private static final int FAILURES_EACH = 3;
    private static final int MOST = 16;

    private final List<URI> addresses = new ArrayList<>();
    private int current;
    private int failures;

    AddressRing(URI first) {
        addresses.add(first);
    }

    URI current() {
        return addresses.get(current);
    }

    /** Whether this is the address that the user gave. */
    boolean isFirst() {
        return current == 0;
    }

    /** An attempt on the current address did not end in a login. */
    void failed() {
        failures++;
        if (failures >= FAILURES_EACH) {
            failures = 0;
            current = (current + 1) % addresses.size();
        }
    }

    /** A login on the current address succeeded, and the server told of others; what is no web socket address is not one. */
    void succeeded(List<String> alternates) {
        failures = 0;
        for (String alternate : alternates) {
            parse(alternate);
        }
    }

    /** Another server is at the current address; the first one stays. */
    void dropCurrent() {
        addresses.remove(current);
        current = current % addresses.size();
        failures = 0;
    }

    private void parse(String alternate) {
        if (!alternate.startsWith("ws://") && !alternate.startsWith("wss://")) {
            return;
        }
        try {
            URI address = URI.create(alternate);
            if (addresses.size() < MOST && !addresses.contains(address)) {
                addresses.add(address);
            }
        } catch (IllegalArgumentException _) {
            // What the server calls an address is only a hint; one that is none helps nobody.
            return;
        }
    }
}
