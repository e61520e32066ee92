package hearth.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a client sends. Values as the sender wrote them: the codec checks their form, the hub what they mean. */
public sealed interface ClientFrame {

    /** A frame with an id, answered exactly once. */
    sealed interface Request extends ClientFrame {
        /** Positive, at most {@link Limits#MAX_ID}, never repeated within a connection. */
        long id();
    }

    /** A request about one conversation. */
    sealed interface InConversation extends Request {
        /** The id of the conversation. */
        String conversation();
    }

    /** A moderator's request about one user of a room. */
    sealed interface Moderation extends InConversation {
        /** The id of the user whom it is about. */
        String user();
    }

    /** Asks for a {@code pong} with the same text. */
    record Ping(Optional<String> t) implements ClientFrame {}

    /** Answers the server's {@code ping}. */
    record Pong(Optional<String> t) implements ClientFrame {}

    /** Says that the user writes, or stopped. Never answered. */
    record Typing(String conversation, boolean active) implements ClientFrame {}

    /** Logs in. */
    record Hello(long id, int protocol, String client, Auth auth, Optional<String> serverPassword) implements Request {
        @Override
        public String toString() {
            return "Hello[id=" + id + ", protocol=" + protocol + ", auth=" + auth + "]";
        }
    }

    /** Writes a message. */
    record Post(long id, String conversation, String clientId, String text, OptionalLong replyTo)
            implements InConversation {}

    /** Replaces the text of one's own message. */
    record Edit(long id, String conversation, long target, String text) implements InConversation {}

    /** Deletes a message. */
    record Delete(long id, String conversation, long target) implements InConversation {}

    /** Adds or takes back a reaction. */
    record React(long id, String conversation, long target, String emoji, boolean on) implements InConversation {}

    /** Moves one's own read marker forward. */
    record Read(long id, String conversation, long seq) implements InConversation {}

    /** Asks for what came after each cursor. */
    record Sync(long id, Map<String, Long> conversations) implements Request {}

    /** Asks for a page of the log in its final state. At most one of the three places is present. */
    record History(long id, String conversation, Place place, OptionalInt limit) implements InConversation {}

    /** Where a page of history lies. */
    sealed interface Place {
        /** The newest page. */
        record Latest() implements Place {}

        /** What comes before {@code seq}. */
        record Before(long seq) implements Place {}

        /** What comes after {@code seq}. */
        record After(long seq) implements Place {}

        /** What lies on both sides of {@code seq}. */
        record Around(long seq) implements Place {}
    }

    /** Searches the messages that the user may read. {@code before} is the {@code next} of the page before. */
    record Search(
            long id,
            String query,
            Optional<String> conversation,
            Optional<String> author,
            Optional<String> before,
            OptionalInt limit)
            implements Request {}

    /** Lists rooms by name. */
    record Rooms(long id, Optional<String> query, Optional<String> after, OptionalInt limit) implements Request {}

    /** Lists the members of a conversation by id. */
    record Members(long id, String conversation, Optional<String> after, OptionalInt limit) implements InConversation {}

    /** Makes a room. */
    record CreateRoom(long id, String name, Optional<String> topic, Visibility visibility) implements Request {}

    /** Names a room by its id or by its name. */
    sealed interface RoomKey {
        /** The id of a conversation. */
        record ById(String conversation) implements RoomKey {}

        /** The name of a room, in any form that is the same name. */
        record ByName(String room) implements RoomKey {}
    }

    /** Becomes a member of a public room. */
    record Join(long id, RoomKey room) implements Request {}

    /** Stops being a member. */
    record Leave(long id, RoomKey room) implements Request {}

    /** Names a user by id or by name. */
    sealed interface UserKey {
        /** The id of a user. */
        record ById(String user) implements UserKey {}

        /** The name of a user, in any form that is the same name. */
        record ByName(String name) implements UserKey {}
    }

    /** Gives the direct conversation with a user, made where there is none. */
    record OpenDirect(long id, UserKey with) implements Request {}

    /** Makes somebody a member. */
    record Invite(long id, String conversation, String user, Optional<String> reason) implements Moderation {}

    /** Takes a member out. */
    record Kick(long id, String conversation, String user, Optional<String> reason) implements Moderation {}

    /** Takes somebody out and keeps him out. */
    record Ban(long id, String conversation, String user, Optional<String> reason) implements Moderation {}

    /** Lifts a ban. */
    record Unban(long id, String conversation, String user, Optional<String> reason) implements Moderation {}

    /** Lists who is banned from a room. */
    record Bans(long id, String conversation, Optional<String> after, OptionalInt limit) implements InConversation {}

    /** Silences a member for some seconds; 0 lifts it. */
    record Mute(long id, String conversation, String user, long seconds) implements Moderation {}

    /** Gives a member another role. */
    record SetRole(long id, String conversation, String user, Role role) implements Moderation {}

    /** Changes a room. */
    record SetRoom(
            long id,
            String conversation,
            Optional<String> name,
            Optional<String> topic,
            Optional<Visibility> visibility)
            implements InConversation {}

    /** Erases a room. */
    record DeleteRoom(long id, String conversation) implements InConversation {}

    /** Sets what the user is doing. */
    record SetStatus(long id, Status status, Optional<String> text) implements Request {}

    /** Sets the user's password. */
    record SetPassword(long id, String password, Optional<String> current) implements Request {
        @Override
        public String toString() {
            return "SetPassword[id=" + id + "]";
        }
    }

    /** Lets the token of this connection die, or all of the user's. */
    record LogOut(long id, boolean everywhere) implements Request {}

    /** Makes the user an admin by the one-time code. */
    record ClaimServer(long id, String code) implements Request {
        @Override
        public String toString() {
            return "ClaimServer[id=" + id + "]";
        }
    }

    /** Bans a user from the server. */
    record BanUser(long id, String user, Optional<String> reason, boolean addresses) implements Request {}

    /** Lifts a ban from the server. */
    record UnbanUser(long id, String user, Optional<String> reason) implements Request {}

    /** Gives a user a random password. */
    record ResetPassword(long id, String user) implements Request {}

    /** Gives a user another role on the server. */
    record SetServerRole(long id, String user, ServerRole role) implements Request {}

    /** Lists what admins and moderators did. */
    record Audit(long id, Optional<String> before, OptionalInt limit) implements Request {}

    /** The kinds of request of which a client has at most one unanswered in all. */
    List<Class<? extends Request>> BULK_READS =
            List.of(Sync.class, History.class, Search.class, Rooms.class, Members.class, Bans.class, Audit.class);
}
