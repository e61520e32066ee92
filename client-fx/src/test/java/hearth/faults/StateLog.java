package hearth.faults;

import hearth.client.session.ConnectionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** When a connection's state became which. Safe from any thread. */
public final class StateLog implements Consumer<ConnectionState> {
    private final List<Change> changes = new ArrayList<>();

    private record Change(long atNanos, ConnectionState state) {}

    @Override
    public synchronized void accept(ConnectionState state) {
        changes.add(new Change(System.nanoTime(), state));
    }

    /** How long after this moment of the monotonic clock the first such state came; nothing where none came. */
    public synchronized Optional<Duration> firstAfter(long nanos, Predicate<ConnectionState> which) {
        return changes.stream()
                .filter(change -> change.atNanos() >= nanos && which.test(change.state()))
                .findFirst()
                .map(change -> Duration.ofNanos(change.atNanos() - nanos));
    }

    /** How many such states came after this moment. */
    public synchronized long countAfter(long nanos, Predicate<ConnectionState> which) {
        return changes.stream()
                .filter(change -> change.atNanos() >= nanos && which.test(change.state()))
                .count();
    }
}
