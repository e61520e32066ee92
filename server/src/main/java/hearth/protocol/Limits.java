package hearth.protocol;

import java.util.Optional;

/**
 * The limits that a server tells in {@code welcome}, and those that the protocol fixes for all.
 *
 * @param frameBytes most bytes of one message from a client
 * @param replyBytes most bytes of one message from the server
 * @param textChars most code points of one text
 * @param historyPage most items of one page
 * @param nameChars most code points of a name
 * @param posts how fast one user may post; absent where it is not limited
 */
public record Limits(
        int frameBytes, int replyBytes, int textChars, int historyPage, int nameChars, Optional<PostRate> posts) {

    /** What our server offers before any limit on the rate of posts. */
    public static final Limits STANDARD = new Limits(65_536, 262_144, 10_000, 100, 32, Optional.empty());

    /** The version of the protocol, as {@code hello} names it. */
    public static final int PROTOCOL_VERSION = 1;

    /** The longest message that a client takes from any server, whatever the server says. */
    public static final int REPLY_BYTES_CEILING = 1_048_576;

    /** Most fragments of one message from a client. */
    public static final int FRAGMENTS = 64;

    /** Most bytes of payload of all messages of a connection before {@code welcome}. */
    public static final int BYTES_BEFORE_WELCOME = 10_240;

    /** The deepest nesting of a frame. */
    public static final int DEPTH = 32;

    /** The largest id of a request: 2^53 - 1, the largest integer that every JSON reader keeps exactly. */
    public static final long MAX_ID = (1L << 53) - 1;

    /** Most events between a cursor and the head that {@code sync} delivers. */
    public static final int SYNC_EVENTS = 500;

    /** Items of a page where the request names no limit. */
    public static final int DEFAULT_PAGE = 50;

    /** Most entries of one page of members. */
    public static final int MEMBERS_PAGE = 1_000;

    /** Most code points of a client id. */
    public static final int CLIENT_ID_CHARS = 64;

    /** Most code points of a topic, a reason or a status text. */
    public static final int LINE_CHARS = 250;

    /** Most code points of a query. */
    public static final int QUERY_CHARS = 200;

    /** Most code points of an emoji. */
    public static final int EMOJI_CHARS = 32;

    /** Most different emoji on one message. */
    public static final int EMOJI_PER_MESSAGE = 20;

    /** Most code points of the text of {@code last} in a summary. */
    public static final int PREVIEW_CHARS = 200;

    /** Users listed with one reaction. */
    public static final int REACTION_USERS = 20;

    /** Most code points of the text of a ping. */
    public static final int PING_CHARS = 64;

    /** Most code points of a password. */
    public static final int PASSWORD_CHARS = 256;

    /** The longest silence that {@code mute} imposes: a hundred years, so that sums of times stay in range. */
    public static final long MUTE_SECONDS = 3_155_760_000L;

    /** How fast one user may post: a bucket of {@code burst} that fills by {@code perSecond}. */
    public record PostRate(int burst, double perSecond) {}
}
