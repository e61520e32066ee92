package hearth.client.link.foreign;

import hearth.client.link.Colour;
import hearth.client.link.Need;
import hearth.client.transport.WebAnswer;
import hearth.client.transport.WebRequest;
import hearth.protocol.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a dialect has of the connection that it speaks on. Used in the socket's turns only. */
public interface Desk {

    /**
     * The longest message that is taken unless told otherwise: twenty of the longest texts, each byte escaped, which is the longest page of the past.
     */
    int MESSAGE_BYTES = 8_388_608;

    /** The address under which people know the server. */
    URI address();

    /** Asks the web server that belongs to the chat, before it is dialled; without an answer within 10 s the connection is over. One question at a time. */
    void ask(WebRequest request, Consumer<WebAnswer> answer);

    /** Opens the socket; {@code headers} go along with the request. Called once. */
    void dial(Map<String, String> headers);

    /** Sends a message; {@code sent} runs in a turn once it has left. */
    void send(String text, Runnable sent);

    /** Sends a message. */
    default void send(String text) {
        send(text, () -> {});
    }

    /** Takes messages of up to so many bytes from now on, in place of {@link #MESSAGE_BYTES}; a longer one ends the connection. */
    void takeUpTo(int messageBytes);

    /** What a connection to this server found out about something before, in this process, and {@link #remember remembered}. */
    Optional<String> remembered(String about);

    /** Leaves this to the connections to come, in place of what was there about the same. */
    void remember(String about, String hint);

    /** Runs this in a turn, so much later; not at all once the connection is over. */
    void after(Duration delay, Runnable action);

    /** It is a server of this dialect, as far as can be seen. Before that, nothing of the user's is sent. */
    void recognised();

    /** It is no server of this dialect; {@code why} is for the log. */
    void turnAway(String why);

    /** The server does not do what it must: the connection is cut off. {@code why} is for the log. */
    void lost(String why);

    /** The connection began in a way that is not the server's; the next one, which is to begin at once, knows better. {@code why} is for the log. */
    void misjudged(String why);

    /** The server has the user under this name, whatever name was asked for. Before {@link #welcome}. */
    void knownAs(String name);

    /** The user is known to the server, and what was said before is told. */
    void welcome();

    /** The server does not let the user in, or not without this; {@code why} is for the log. */
    void refuse(ErrorCode code, String why, Optional<Need> need);

    /** The server does not let the user in under this name. */
    default void refuse(ErrorCode code, String why) {
        refuse(code, why, Optional.empty());
    }

    /** The server does not let the user in without this. */
    default void refuse(Need need, String why) {
        refuse(ErrorCode.UNAUTHORIZED, why, Optional.of(need));
    }

    /** Something was said. */
    void heard(Line line);

    /** The newest of what was said in one place, oldest first; what is known of it already is left out. */
    void past(Place place, List<Line> lines);

    /** The user is in this room now. */
    void entered(String room);

    /** The user is in the lobby now, or again, on servers where it is entered as a room of this name. */
    void enteredLobby(String name);

    /** The user is no longer in this room. */
    void leftRoom(String room);

    /** Somebody came to a place. */
    void came(Place place, String name);

    /** Somebody went away. */
    void went(Place place, String name);

    /** All who are there now. */
    void present(List<String> names);

    /** The server shows this person in a colour. */
    void coloured(String name, Colour colour);

    /** How many are in a place, as the server counts: told before {@link #came} and {@link #went}, which make no difference to it. */
    void count(Place place, int people);

    /** The rooms in which the user was when the last connection ended, in the order in which they were entered. */
    List<String> rooms();

    /** When the newest message was said that is known of a place, of those whose time is not yet to come. */
    Optional<Instant> newest(Place place);

    /** What time it is here. */
    Instant now();

    /** Something came that the dialect has no use for; {@code what} is for the log. */
    void ignored(String what);

    /** What the server may be called where nobody tells who wrote something: its host. */
    String server();

    /** The name under which the user is known, once there is one. */
    String self();
}
