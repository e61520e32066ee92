package hearth.server.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * Remembers how to take back every change that a batch made to the hub's memory. Everything that handling a frame may change goes through it: chat state and
 * sessions alike. Owned by the hub thread.
 */
final class UndoJournal {
    private final Deque<Runnable> inverses = new ArrayDeque<>();

    /** Puts an entry into a map that holds no nulls. */
    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        inverses.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
    }

    /** Removes an entry from a map, if it is there. */
    <K, V> void remove(Map<K, V> map, K key) {
        V before = map.remove(key);
        if (before != null) {
            inverses.push(() -> map.put(key, before));
        }
    }

    /** Adds to a set whose order does not depend on the order of insertion. */
    <T> void add(Set<T> set, T element) {
        if (set.add(element)) {
            inverses.push(() -> set.remove(element));
        }
    }

    /** Removes from a set, if it is there. */
    <T> void remove(Set<T> set, T element) {
        if (set.remove(element)) {
            inverses.push(() -> set.add(element));
        }
    }

    /** Notes how to take back what was just done. */
    void undoneBy(Runnable inverse) {
        inverses.push(inverse);
    }

    /** How many changes can be taken back. */
    int size() {
        return inverses.size();
    }

    /** Makes all changes final. */
    void forget() {
        inverses.clear();
    }

    /** Takes all changes back, the latest first. */
    void rollBack() {
        while (!inverses.isEmpty()) {
            inverses.pop().run();
        }
    }
}
