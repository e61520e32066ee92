package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.Need;
import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.Auth;
import hearth.protocol.Capability;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.Limits;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Answers the session in place of a server that knows no requests. In the socket's turns only. */
final class Answers {
    /** Those who pass connections on cut silent ones off after a minute, or half of one. */
    static final int HEARTBEAT_MS = 20_000;

    private static final int PAGE = 100;

    private final Abilities abilities;
    private final Memory memory;
    private final People people;

    Answers(Abilities abilities, Memory memory, People people) {
        this.abilities = abilities;
        this.memory = memory;
        this.people = people;
    }

    /** The name that a user wants to have. */
    static String nameOf(Auth auth) {
        return switch (auth) {
            case Auth.Guest(String name, var _) -> name;
            case Auth.Password password -> password.name();
            case Auth.Token _, Auth.Jwt _ -> "";
        };
    }

    /** The name of a room, as far as the key is one of ours. */
    static Optional<String> nameOf(ClientFrame.RoomKey key) {
        return switch (key) {
            case ClientFrame.RoomKey.ByName(String room) -> Optional.of(room);
            case ClientFrame.RoomKey.ById(String id) ->
                Place.of(id)
                        .flatMap(place ->
                                place instanceof Place.Room(String room) ? Optional.of(room) : Optional.empty());
        };
    }

    static ServerFrame refusal(long re, ErrorCode code, String why, Optional<Need> need) {
        return new ServerFrame.Error(OptionalLong.of(re), code, why, OptionalLong.empty(), need.map(Need::wire));
    }

    ServerFrame welcome(long re, ServerInfo server, String self) {
        people.self(self);
        return new ServerFrame.Welcome(
                re,
                server,
                new ServerFrame.Self(Memory.user(self).id(), self, ServerRole.MEMBER),
                HEARTBEAT_MS,
                limits(),
                capabilities(),
                List.of(),
                memory.summaries(self),
                people.online(),
                Optional.empty(),
                false);
    }

    private Limits limits() {
        return new Limits(
                Desk.MESSAGE_BYTES,
                Desk.MESSAGE_BYTES,
                abilities.texts().most(),
                PAGE,
                Limits.STANDARD.nameChars(),
                Optional.empty());
    }

    private Set<Capability> capabilities() {
        Set<Capability> offered = EnumSet.of(Capability.HISTORY, Capability.READ);
        boolean listed = abilities.presence() == Abilities.Presence.LIST;
        // Who is there is asked for as the members of a room, and be it the only one.
        if (abilities.rooms() != Abilities.Rooms.NONE || listed) {
            offered.add(Capability.ROOMS);
        }
        if (abilities.privates() != Abilities.Privates.NONE) {
            offered.add(Capability.DIRECT);
        }
        if (listed) {
            offered.add(Capability.PRESENCE);
        }
        return offered;
    }

    /** The answer to what only the memory is asked. */
    ServerFrame of(ClientFrame.Request request, String self) {
        return switch (request) {
            case ClientFrame.Sync sync -> ok(sync.id(), new Answer.Synced(synced(sync)));
            case ClientFrame.History history -> page(history);
            case ClientFrame.Members members -> ok(members.id(), new Answer.MembersPage(people.members(), false));
            case ClientFrame.Rooms rooms -> ok(rooms.id(), new Answer.RoomsPage(rooms(self), false));
            case ClientFrame.Read read -> marked(read, self);
            default -> refusal(request.id(), ErrorCode.UNSUPPORTED);
        };
    }

    private Map<String, SyncResult> synced(ClientFrame.Sync sync) {
        Map<String, SyncResult> results = new LinkedHashMap<>();
        sync.conversations().forEach((id, cursor) -> {
            Optional<SyncResult> known = memory.after(id, cursor);
            results.put(id, known.orElse(new SyncResult.Lost(ErrorCode.NOT_MEMBER)));
        });
        return results;
    }

    private ServerFrame page(ClientFrame.History history) {
        int limit = Math.min(history.limit().orElse(Limits.DEFAULT_PAGE), PAGE);
        String id = history.conversation();
        Optional<Answer.HistoryPage> found = switch (history.place()) {
            case ClientFrame.Place.Latest _ -> memory.before(id, Long.MAX_VALUE, limit);
            case ClientFrame.Place.Before(long seq) -> memory.before(id, seq, limit);
            case ClientFrame.Place.After(long seq) -> memory.later(id, seq, limit);
            case ClientFrame.Place.Around(long seq) -> memory.before(id, seq + limit / 2, limit);
        };
        return found.map(page -> ok(history.id(), page)).orElse(refusal(history.id(), ErrorCode.UNKNOWN_CONVERSATION));
    }

    private List<Answer.RoomEntry> rooms(String self) {
        return memory.summaries(self).stream()
                .flatMap(summary -> summary.title() instanceof ConversationSummary.Room room
                        ? Stream.of(new Answer.RoomEntry(
                                summary.id(),
                                room.name(),
                                room.topic(),
                                room.visibility(),
                                summary.members(),
                                summary.members(),
                                Optional.of(Role.MEMBER)))
                        : Stream.empty())
                .toList();
    }

    private ServerFrame marked(ClientFrame.Read read, String self) {
        return memory.markRead(read.conversation(), read.seq(), self)
                .map(summary -> ok(read.id(), new Answer.Marked(summary.read(), summary.unread(), 0)))
                .orElse(refusal(read.id(), ErrorCode.UNKNOWN_CONVERSATION));
    }

    ServerFrame openDirect(long id, ClientFrame.UserKey with, String self) {
        if (abilities.privates() == Abilities.Privates.NONE) {
            return refusal(id, ErrorCode.UNSUPPORTED);
        }
        String name = switch (with) {
            case ClientFrame.UserKey.ByName(String each) -> each;
            case ClientFrame.UserKey.ById(String each) -> each.substring(each.indexOf(':') + 1);
        };
        Place place = new Place.Person(name);
        memory.open(place);
        return ok(id, new Answer.Entered(memory.summary(place.id(), self).orElseThrow()));
    }

    ServerFrame posted(long re, Event.Message message) {
        return ok(
                re,
                new Answer.Posted(
                        message.conversation(), message.seq(), message.stamp().at(), false));
    }

    static ServerFrame refusal(long re, ErrorCode code) {
        return new ServerFrame.Error(OptionalLong.of(re), code, code.wire(), OptionalLong.empty(), Optional.empty());
    }

    /** A conversation that came to be by what was said in it. */
    Optional<ServerFrame> gained(String id, String self) {
        return memory.summary(id, self).map(summary -> new ServerFrame.Gained(summary, false));
    }

    static ServerFrame ok(long re, Answer answer) {
        return new ServerFrame.Ok(re, answer);
    }
}
