package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.Auth;
import hearth.protocol.Capability;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import hearth.protocol.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Answers the session in place of a server that knows no requests. In the socket's turns only. */
final class Answers {
    /** Those who pass connections on cut silent ones off after a minute, or half of one. */
    static final int HEARTBEAT_MS = 20_000;

    private static final int PAGE = 100;

    /** Most who are known to be there; a server can make up any number. */
    private static final int MOST_PEOPLE = 10_000;

    private final Abilities abilities;
    private final Memory memory;
    private final Set<String> people = new LinkedHashSet<>();
    private final Map<String, List<Long>> entering = new LinkedHashMap<>();
    private final Map<String, List<Long>> leaving = new LinkedHashMap<>();

    Answers(Abilities abilities, Memory memory) {
        this.abilities = abilities;
        this.memory = memory;
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

    ServerFrame welcome(long re, ServerInfo server, String self) {
        people.add(self);
        return new ServerFrame.Welcome(
                re,
                server,
                new ServerFrame.Self(Memory.user(self).id(), self, ServerRole.MEMBER),
                HEARTBEAT_MS,
                limits(),
                capabilities(),
                List.of(),
                memory.summaries(self),
                presence(),
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
        // Who is there is asked for as the members of a room, and be it the only one.
        if (abilities.rooms() != Abilities.Rooms.NONE || isListed()) {
            offered.add(Capability.ROOMS);
        }
        if (abilities.privates() != Abilities.Privates.NONE) {
            offered.add(Capability.DIRECT);
        }
        if (abilities.presence() == Abilities.Presence.LIST) {
            offered.add(Capability.PRESENCE);
        }
        return offered;
    }

    /** The answer to what only the memory is asked. */
    ServerFrame of(ClientFrame.Request request, String self) {
        return switch (request) {
            case ClientFrame.Sync sync -> ok(sync.id(), new Answer.Synced(synced(sync)));
            case ClientFrame.History history -> page(history);
            case ClientFrame.Members members -> ok(members.id(), new Answer.MembersPage(members(), false));
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
        int limit = history.limit().orElse(Limits.DEFAULT_PAGE);
        long end = switch (history.place()) {
            case ClientFrame.Place.Latest _ -> Long.MAX_VALUE;
            case ClientFrame.Place.Before(long seq) -> seq;
            case ClientFrame.Place.After(long seq) -> seq + limit + 1;
            case ClientFrame.Place.Around(long seq) -> seq + limit / 2;
        };
        return memory.before(history.conversation(), end, limit)
                .map(page -> ok(history.id(), page))
                .orElse(refusal(history.id(), ErrorCode.UNKNOWN_CONVERSATION));
    }

    private List<Answer.MemberEntry> members() {
        return people.stream()
                .map(name -> new Answer.MemberEntry(
                        Memory.user(name).id(), name, Role.MEMBER, Status.ONLINE, Optional.empty()))
                .toList();
    }

    private List<Answer.RoomEntry> rooms(String self) {
        return memory.summaries(self).stream()
                .flatMap(summary -> summary.title() instanceof ConversationSummary.Room room
                        ? java.util.stream.Stream.of(new Answer.RoomEntry(
                                summary.id(),
                                room.name(),
                                room.topic(),
                                room.visibility(),
                                summary.members(),
                                summary.members(),
                                Optional.of(Role.MEMBER)))
                        : java.util.stream.Stream.empty())
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

    ServerFrame refusal(long re, ErrorCode code) {
        return new ServerFrame.Error(OptionalLong.of(re), code, code.wire(), OptionalLong.empty(), Optional.empty());
    }

    /** A conversation that came to be by what was said in it. */
    Optional<ServerFrame> gained(String id, String self) {
        return memory.summary(id, self).map(summary -> new ServerFrame.Gained(summary, false));
    }

    /** Whether there may be one room more. */
    boolean mayEnter(String room) {
        return switch (abilities.rooms()) {
            case NONE -> false;
            case ONE, MANY -> !room.isBlank();
        };
    }

    /** Somebody asks to enter a room; gives the answers to those whose wishes this one undoes. */
    List<ServerFrame> awaitEntrance(long id, String room) {
        List<ServerFrame> undone = new ArrayList<>(refusals(leaving, room));
        if (abilities.rooms() == Abilities.Rooms.ONE) {
            List<String> others = entering.keySet().stream()
                    .filter(other -> !other.equals(room))
                    .toList();
            others.forEach(other -> undone.addAll(refusals(entering, other)));
        }
        entering.computeIfAbsent(room, _ -> new ArrayList<>()).add(id);
        return undone;
    }

    /** Somebody asks to leave a room; gives the answers to those whose wishes this one undoes. */
    List<ServerFrame> awaitExit(long id, String room) {
        List<ServerFrame> undone = refusals(entering, room);
        leaving.computeIfAbsent(room, _ -> new ArrayList<>()).add(id);
        return undone;
    }

    private List<ServerFrame> refusals(Map<String, List<Long>> waiting, String room) {
        return take(waiting, room).stream()
                .map(id -> refusal(id, ErrorCode.FORBIDDEN))
                .toList();
    }

    private static List<Long> take(Map<String, List<Long>> waiting, String room) {
        return Optional.ofNullable(waiting.remove(room)).orElse(List.of());
    }

    /** The room is one of the user's: the answers to those who asked for it, or news. */
    List<ServerFrame> entered(String room, String self) {
        return memory.summary(new Place.Room(room).id(), self)
                .map(summary -> {
                    List<ServerFrame> asked = entrances(room, summary);
                    return asked.isEmpty() ? List.<ServerFrame>of(new ServerFrame.Gained(summary, false)) : asked;
                })
                .orElse(List.of());
    }

    /** The user is in the lobby: the answers to those who asked for it under this name, and no news. */
    List<ServerFrame> enteredLobby(String name, String self) {
        return memory.summary(new Place.Lobby().id(), self)
                .map(summary -> entrances(name, summary))
                .orElse(List.of());
    }

    private List<ServerFrame> entrances(String name, ConversationSummary summary) {
        return take(entering, name).stream()
                .map(id -> ok(id, new Answer.Entered(summary)))
                .toList();
    }

    List<ServerFrame> left(String room) {
        List<ServerFrame> frames = new ArrayList<>();
        take(leaving, room).forEach(id -> frames.add(ok(id, new Answer.Done())));
        frames.add(new ServerFrame.Gone(new Place.Room(room).id(), GoneReason.LEFT));
        return frames;
    }

    Optional<ServerFrame> came(String name) {
        return people.size() < MOST_PEOPLE && people.add(name) ? changed(name, Status.ONLINE) : Optional.empty();
    }

    Optional<ServerFrame> went(String name) {
        return people.remove(name) ? changed(name, Status.OFFLINE) : Optional.empty();
    }

    /** These are all; who was there before and is not among them has gone. */
    Optional<ServerFrame> present(List<String> names) {
        List<PresenceEntry> changes = new ArrayList<>();
        people.stream().filter(name -> !names.contains(name)).forEach(name -> changes.add(entry(name, Status.OFFLINE)));
        people.clear();
        people.addAll(names);
        changes.addAll(presence());
        return isListed() ? Optional.of(new ServerFrame.Presence(changes, false)) : Optional.empty();
    }

    private Optional<ServerFrame> changed(String name, Status status) {
        return isListed()
                ? Optional.of(new ServerFrame.Presence(List.of(entry(name, status)), false))
                : Optional.empty();
    }

    private boolean isListed() {
        return abilities.presence() == Abilities.Presence.LIST;
    }

    private List<PresenceEntry> presence() {
        return people.stream().map(name -> entry(name, Status.ONLINE)).toList();
    }

    private static PresenceEntry entry(String name, Status status) {
        return new PresenceEntry(Memory.user(name).id(), name, status, Optional.empty());
    }

    private static ServerFrame ok(long re, Answer answer) {
        return new ServerFrame.Ok(re, answer);
    }
}
