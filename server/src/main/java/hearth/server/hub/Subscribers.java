package hearth.server.hub;

import java.util.NavigableSet;
import java.util.TreeSet;

/** The connections that get something, as the one array that all its frames share until somebody comes or goes. */
final class Subscribers {
    private final NavigableSet<Long> connections = new TreeSet<>();
    private long[] shared = {};

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** The connections in order; never to be written. */
    long[] toArray() {
        if (shared.length != connections.size()) {
            shared = connections.stream().mapToLong(Long::longValue).toArray();
        }
        return shared;
    }

    void add(UndoJournal journal, long connection) {
        if (connections.add(connection)) {
            forgetArray();
            journal.undoneBy(() -> {
                connections.remove(connection);
                forgetArray();
            });
        }
    }

    void remove(UndoJournal journal, long connection) {
        if (connections.remove(connection)) {
            forgetArray();
            journal.undoneBy(() -> {
                connections.add(connection);
                forgetArray();
            });
        }
    }

    /** An empty array stands for none: it is made anew where there are connections. */
    private void forgetArray() {
        shared = new long[0];
    }
}
