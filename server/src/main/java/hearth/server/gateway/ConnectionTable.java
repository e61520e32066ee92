package hearth.server.gateway;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * All connections by id. An id tells the slot, so that a lookup, made for every recipient of every event, costs next to nothing; it also carries a
 * number that is never used again. Safe from any thread.
 */
final class ConnectionTable {
    private static final int SLOT_BITS = 16;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

    private final AtomicReferenceArray<Connection> slots;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private long serial;

    /** A table for at most this many connections, up to 65,536. */
    ConnectionTable(int capacity) {
        slots = new AtomicReferenceArray<>(capacity);
        for (int slot = 0; slot < capacity; slot++) {
            free.add(slot);
        }
    }

    /** Makes a connection with the id that it gets; null where the table is full. */
    synchronized Connection add(LongFunction<Connection> maker) {
        Integer slot = free.peek();
        if (slot == null) {
            return null;
        }
        serial++;
        Connection connection = maker.apply(serial << SLOT_BITS | slot);
        slots.set(slot, connection);
        free.remove();
        return connection;
    }

    /** The connection with this id; null where it is gone. */
    Connection get(long id) {
        int slot = (int) (id & SLOT_MASK);
        Connection connection = slot < slots.length() ? slots.get(slot) : null;
        return connection != null && connection.id() == id ? connection : null;
    }

    /** Forgets a connection; without effect the second time. */
    synchronized void remove(Connection connection) {
        int slot = (int) (connection.id() & SLOT_MASK);
        if (slots.compareAndSet(slot, connection, null)) {
            free.add(slot);
        }
    }

    /** How many there are. */
    synchronized int size() {
        return slots.length() - free.size();
    }

    /** Shows each connection that is there for all of the time that this takes. */
    void forEach(Consumer<Connection> visitor) {
        for (int slot = 0; slot < slots.length(); slot++) {
            Connection connection = slots.get(slot);
            if (connection != null) {
                visitor.accept(connection);
            }
        }
    }
}
