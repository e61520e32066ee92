package hearth.client.session;

import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.Event;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who is in one conversation, kept up to date by its events. Pure. */
final class MemberList {
    private final Map<String, MemberEntry> members = new LinkedHashMap<>();

    /** Adds a page of the server's list. */
    void add(List<MemberEntry> page) {
        page.forEach(member -> members.put(member.id(), member));
    }

    /** Forgets all, to be listed anew. */
    void clear() {
        members.clear();
    }

    /** Whether an event changed who is there, or as what. */
    boolean apply(Event event) {
        return switch (event) {
            case Event.Joined joined ->
                members.putIfAbsent(
                                joined.user().id(),
                                new MemberEntry(
                                        joined.user().id(),
                                        joined.user().name(),
                                        Role.MEMBER,
                                        Status.OFFLINE,
                                        Optional.empty()))
                        == null;
            case Event.Left left -> members.remove(left.user().id()) != null;
            case Event.Changed changed ->
                changed.roleChange().isPresent() && promote(changed.roleChange().get());
            case Event.Message _, Event.Edited _, Event.Deleted _, Event.Reacted _, Event.Unknown _ -> false;
        };
    }

    /** All of them, each doing what this says. */
    List<MemberEntry> with(Function<String, Optional<PresenceEntry>> presence) {
        return members.values().stream()
                .map(member -> present(member, presence.apply(member.id())))
                .toList();
    }

    private boolean promote(Event.RoleChange change) {
        return members.computeIfPresent(
                        change.user().id(),
                        (id, member) ->
                                new MemberEntry(id, member.name(), change.role(), member.status(), member.text()))
                != null;
    }

    private static MemberEntry present(MemberEntry member, Optional<PresenceEntry> presence) {
        return new MemberEntry(
                member.id(),
                member.name(),
                member.role(),
                presence.map(PresenceEntry::status).orElse(Status.OFFLINE),
                presence.flatMap(PresenceEntry::text));
    }
}
