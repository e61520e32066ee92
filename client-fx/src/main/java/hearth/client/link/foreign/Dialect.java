package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.DialectName;
import hearth.client.link.ServerAddress;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerInfo;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How one kind of server speaks, on one connection. All calls come in the turns of its socket, one at a time. */
public interface Dialect {

    /**
     * A kind of server, and how to speak with it.
     *
     * @param abilities what can be done there
     * @param socket where the socket is, on a server that people know by this address
     * @param speaker makes the speaker of a new connection
     */
    record Kind(DialectName name, Abilities abilities, UnaryOperator<URI> socket, Function<Desk, Dialect> speaker) {

        /** The server of this kind that people know by this address, which is all that there is to tell servers apart. */
        ServerInfo server(URI address) {
            String where = address.getHost() + ":" + address.getPort() + address.getPath();
            return new ServerInfo(
                    name.text() + " " + where, "1", address.getHost() + ServerAddress.ownPath(address), name.text());
        }
    }

    /** The connection begins. Dials now, or once it knows with what. */
    void begin();

    /** The socket is open. */
    void onOpen();

    /** A message arrived. */
    void onText(String text);

    /** The user wants to be known by this name. Answered with {@link Desk#welcome} or {@link Desk#refuse}. */
    void signIn(String name);

    /** The connection was closed with this code; what is told now is still heard. */
    default void onClosed(int code, String reason) {}

    /** The words that others hear where this is said: some servers trim. */
    default String asHeard(String text) {
        return text;
    }

    /** Why this cannot be said there, before it is sent. */
    default Optional<ErrorCode> objection(Place place, String text) {
        return Optional.empty();
    }

    /** Says something. Where the server echoes, its echo is the answer, else what the receipt is told. */
    void post(Place place, String text, Receipt receipt);

    /** Enters a room. Answered with {@link Desk#entered}, or {@link Desk#enteredLobby}. Not called where there are none. */
    default void enter(String room) {
        throw new UnsupportedOperationException("no rooms");
    }

    /** Leaves a room, or stays out of it. Answered with {@link Desk#leftRoom}. Not called where there are none. */
    default void leave(String room) {
        throw new UnsupportedOperationException("no rooms");
    }
}
