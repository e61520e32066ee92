package hearth.client.console;

import hearth.client.session.SessionEvent.OutboxChanged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What failed or may not have arrived, and waits for the user to decide: numbered from 1, and a number never means another. Session thread only. */
final class Unsent {
    /** Stands for every number. */
    static final String ALL = "all";

    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    private int numbered;

    /** One of these; {@code last} is what was told of it last. */
    record Entry(int number, OutboxChanged last) {}

    /** Learns from an event. */
    void learn(OutboxChanged changed) {
        String id = changed.clientId();
        switch (changed.state()) {
            case FAILED, UNCONFIRMED -> {
                Entry known = entries.get(id);
                entries.put(id, new Entry(known == null ? ++numbered : known.number(), changed));
            }
            case SENDING, SENT, DISCARDED -> entries.remove(id);
        }
    }

    /** All of them, the oldest first. */
    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** Those that are meant by a number or by {@link #ALL}. */
    List<Entry> meant(String which) {
        return all().stream()
                .filter(entry -> which.equals(ALL) || which.equals(String.valueOf(entry.number())))
                .toList();
    }
}
