package hearth.client.link.foreign;

import hearth.protocol.Answer;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is there on one connection, by name. Where the server does not tell who is, that is the user alone: who came there may have gone, or be in another room by
 * now. In the socket's turns only.
 */
final class People {
    /** Most who are known to be there; a server can make up any number. */
    static final int MOST = 10_000;

    private final boolean listed;
    private final Set<String> names = new LinkedHashSet<>();

    /**
     * Nobody is there.
     *
     * @param listed whether the server tells who is there
     */
    People(boolean listed) {
        this.listed = listed;
    }

    /** The user is there. */
    void self(String name) {
        names.add(name);
    }

    /** Somebody is there. */
    Optional<ServerFrame> came(String name) {
        return listed && names.size() < MOST && names.add(name) ? changed(name, Status.ONLINE) : Optional.empty();
    }

    /** Somebody has gone. */
    Optional<ServerFrame> went(String name) {
        return listed && names.remove(name) ? changed(name, Status.OFFLINE) : Optional.empty();
    }

    /** These are all, as far as they are not too many; who was there before and is not among them has gone. */
    Optional<ServerFrame> present(List<String> all) {
        if (!listed) {
            return Optional.empty();
        }
        Set<String> now = new LinkedHashSet<>(all.subList(0, Math.min(all.size(), MOST)));
        List<PresenceEntry> changes = new ArrayList<>();
        names.stream().filter(name -> !now.contains(name)).forEach(name -> changes.add(entry(name, Status.OFFLINE)));
        names.clear();
        names.addAll(now);
        changes.addAll(online());
        return Optional.of(new ServerFrame.Presence(changes, false));
    }

    /** All who are there. */
    List<PresenceEntry> online() {
        return names.stream().map(name -> entry(name, Status.ONLINE)).toList();
    }

    /** All who are there, as the members of whatever it is. */
    List<Answer.MemberEntry> members() {
        return names.stream()
                .map(name -> new Answer.MemberEntry(
                        Memory.user(name).id(), name, Role.MEMBER, Status.ONLINE, Optional.empty()))
                .toList();
    }

    private static Optional<ServerFrame> changed(String name, Status status) {
        return Optional.of(new ServerFrame.Presence(List.of(entry(name, status)), false));
    }

    private static PresenceEntry entry(String name, Status status) {
        return new PresenceEntry(Memory.user(name).id(), name, status, Optional.empty());
    }
}
