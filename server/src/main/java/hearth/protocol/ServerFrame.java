package hearth.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What a server sends. */
public sealed interface ServerFrame {

    /**
     * The login succeeded.
     *
     * @param heartbeatMs a side that has sent nothing for so long sends a ping
     * @param token for a client that brought none, once
     * @param more whether {@code conversation} and {@code presence} frames with the rest follow at once
     */
    record Welcome(
            long re,
            ServerInfo server,
            Self user,
            int heartbeatMs,
            Limits limits,
            Set<Capability> capabilities,
            List<String> alternates,
            List<ConversationSummary> conversations,
            List<PresenceEntry> online,
            Optional<String> token,
            boolean more)
            implements ServerFrame {
        @Override
        public String toString() {
            return "Welcome[re=" + re + ", server=" + server + ", user=" + user + "]";
        }
    }

    /** The user who logged in. */
    record Self(String id, String name, ServerRole role) {}

    /** A request succeeded. */
    record Ok(long re, Answer answer) implements ServerFrame {}

    /** A request was refused; without {@code re} where the frame had no usable id. */
    record Error(OptionalLong re, ErrorCode code, String message, OptionalLong retryAfterMs, Optional<String> needs)
            implements ServerFrame {}

    /** Something happened in a conversation. */
    record Happened(Event event) implements ServerFrame {}

    /** The user gained a conversation, or this is a part of a large {@code welcome}. */
    record Gained(ConversationSummary conversation, boolean more) implements ServerFrame {}

    /** The user lost a conversation. */
    record Gone(String conversation, GoneReason reason) implements ServerFrame {}

    /** What people do now; at most one a second, or a part of a large {@code welcome}. */
    record Presence(List<PresenceEntry> changes, boolean more) implements ServerFrame {}

    /** Somebody writes, or stopped. */
    record Typing(String conversation, String user, boolean active) implements ServerFrame {}

    /** A marker moved; the counts are there where it is the user's own. */
    record Read(String conversation, String user, long seq, OptionalInt unread, OptionalInt mentions)
            implements ServerFrame {}

    /** Asks for a {@code pong} with the same text. */
    record Ping(Optional<String> t) implements ServerFrame {}

    /** Answers a {@code ping}; {@code server} before {@code welcome} only. */
    record Pong(Optional<String> t, Optional<ServerInfo> server) implements ServerFrame {}

    /** The server stops. */
    record Bye(String reason, long retryAfterMs) implements ServerFrame {}

    /** A frame of a type that this version does not know; to be ignored. */
    record Unknown(String type) implements ServerFrame {}
}
