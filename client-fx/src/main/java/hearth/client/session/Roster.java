package hearth.client.session;

import hearth.protocol.PresenceEntry;
import hearth.protocol.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do now, as far as they are online. Pure. */
final class Roster {
    private final Map<String, PresenceEntry> online = new LinkedHashMap<>();

    /** Nobody who is not named is online. */
    void replace(List<PresenceEntry> people) {
        online.clear();
        change(people);
    }

    void change(List<PresenceEntry> changes) {
        for (PresenceEntry entry : changes) {
            if (entry.status() == Status.OFFLINE) {
                online.remove(entry.id());
            } else {
                online.put(entry.id(), entry);
            }
        }
    }

    List<PresenceEntry> all() {
        return List.copyOf(online.values());
    }

    Optional<PresenceEntry> of(String user) {
        return Optional.ofNullable(online.get(user));
    }
}
