package hearth.server.history;

import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes a history the way the hub does, one commit for each act, and counts the numbers of each log. */
final class Scribe {
    static final Instant START = Instant.parse("2026-11-20T08:00:00.123Z");
    static final UserRef ADA = new UserRef("u-ada", "Ada");
    static final UserRef BOB = new UserRef("u-bob", "Bob");
    static final UserRef EVE = new UserRef("u-eve", "Eve");
    static final String LOBBY = "c-lobby";
    static final String DEN = "c-den";

    private final HistoryStore store;
    private final Map<String, Long> heads = new HashMap<>();
    private long clientIds;

    Scribe(HistoryStore store) {
        this.store = store;
    }

    /** A scribe of a new history with three users and two rooms, nobody in them. */
    static Scribe withRooms(HistoryStore store) throws StorageException {
        Scribe scribe = new Scribe(store);
        for (UserRef user : List.of(ADA, BOB, EVE)) {
            scribe.write(new Change.UserAdded(user, "key of " + user.name(), ServerRole.MEMBER));
        }
        scribe.write(new Change.RoomAdded(LOBBY, "lobby", "lobby", "", Visibility.PUBLIC));
        scribe.write(new Change.RoomAdded(DEN, "Den", "den", "quiet", Visibility.PRIVATE));
        return scribe;
    }

    void write(Change... changes) throws StorageException {
        store.begin();
        for (Change change : changes) {
            store.apply(change);
        }
        store.commit();
    }

    long head(String conversation) {
        return heads.getOrDefault(conversation, 0L);
    }

    /** Goes on where another scribe stopped. */
    void heads(String conversation, long head) {
        heads.put(conversation, head);
        clientIds = Math.max(clientIds, head);
    }

    Event.Stamp stamp(String conversation, UserRef author) {
        long seq = heads.merge(conversation, 1L, Long::sum);
        return new Event.Stamp(conversation, seq, START.plusMillis(seq), author);
    }

    Event append(Event event) throws StorageException {
        write(new Change.Appended(event));
        return event;
    }

    Event.Message message(String conversation, UserRef author, String text, String... mentions) {
        return new Event.Message(
                stamp(conversation, author),
                "client-" + clientIds++,
                text,
                OptionalLong.empty(),
                List.of(mentions),
                false);
    }

    long say(String conversation, UserRef author, String text, String... mentions) throws StorageException {
        return append(message(conversation, author, text, mentions)).seq();
    }

    long edit(String conversation, UserRef author, long target, String text, String... mentions)
            throws StorageException {
        return append(new Event.Edited(stamp(conversation, author), target, text, Arrays.asList(mentions), false))
                .seq();
    }

    long delete(String conversation, UserRef author, long target) throws StorageException {
        return append(new Event.Deleted(stamp(conversation, author), target)).seq();
    }

    long react(String conversation, UserRef author, long target, String emoji, boolean on) throws StorageException {
        return append(new Event.Reacted(stamp(conversation, author), target, emoji, on))
                .seq();
    }

    long join(String conversation, UserRef user) throws StorageException {
        return append(new Event.Joined(stamp(conversation, user), user, Optional.empty()))
                .seq();
    }

    Event kicked(String conversation, UserRef by, UserRef user, String reason) throws StorageException {
        return append(new Event.Left(
                stamp(conversation, by), user, LeaveReason.KICKED, Optional.of(by), Optional.of(reason)));
    }

    Event promoted(String conversation, UserRef by, UserRef user) throws StorageException {
        return append(new Event.Changed(
                stamp(conversation, by),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Event.RoleChange(user, Role.MODERATOR))));
    }
}
