package hearth.server;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where else a client may find this server, for {@code welcome}. To ask the system takes milliseconds, so that it is asked once in a while only, however
 * many log in. Owned by the hub thread.
 */
final class Alternates {
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private final Supplier<List<String>> addresses;
    private final LongSupplier nanoClock;
    private List<String> urls = List.of();
    private long askedAt;
    private boolean asked;

    /** Begins without an answer; addresses are as {@link ChatServer#addresses()} gives them. */
    Alternates(Supplier<List<String>> addresses, LongSupplier nanoClock) {
        this.addresses = addresses;
        this.nanoClock = nanoClock;
    }

    /** URLs that work on the network, not only on this machine. */
    List<String> urls() {
        long now = nanoClock.getAsLong();
        if (!asked || now - askedAt > FRESH_NANOS) {
            asked = true;
            askedAt = now;
            urls = addresses.get().stream()
                    .filter(address -> !ReachableAddresses.isLoopback(address))
                    .map(address -> "ws://" + address + "/chat")
                    .toList();
        }
        return urls;
    }
}
