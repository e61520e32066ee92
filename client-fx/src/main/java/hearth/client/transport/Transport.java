package hearth.client.transport;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** Opens sockets. Safe from any thread. */
public interface Transport {

    /** A connection that is not dialled yet. The listener hears {@link SocketListener#onOpen} or not, and always, last and exactly once, {@link SocketListener#onEnd}. */
    Socket socket(SocketListener listener);

    /**
     * Dials and returns at once.
     *
     * @param subprotocol what is offered; empty for none
     * @param messageBytes the longest message that is taken; a longer one ends the connection
     */
    default Socket dial(URI address, String subprotocol, int messageBytes, SocketListener listener) {
        Socket socket = socket(listener);
        socket.dial(new Handshake(address, subprotocol, Map.of(), messageBytes));
        return socket;
    }

    /** One connection from before it is dialled to its end. Safe from any thread; never blocks. */
    interface Socket {

        /**
         * Asks a web server before it is dialled; one question at a time. The answer comes in a turn, whatever its status is; without one within 10 s the
         * connection ends as one that was dialled in vain.
         */
        void ask(WebRequest request, Consumer<WebAnswer> answer);

        /** Dials. Called once, unless it ends before. */
        void dial(Handshake handshake);

        /**
         * Queues one text message. Messages leave in call order; one that does not leave within 10 s, or more than 1 MiB of them waiting, end the connection.
         *
         * @throws IllegalArgumentException if the text has an unpaired surrogate
         */
        void send(String text);

        /** The same; what follows on it runs in a turn, once the message has left. */
        void send(String text, Runnable sent);

        /** Queues a ping frame; a peer that answers it is heard. */
        void ping();

        /** Takes messages up to this length from now on. */
        void takeUpTo(int messageBytes);

        /** Runs this between the listener's calls, like one of them; not at all after {@link SocketListener#onEnd}. */
        void inTurn(Runnable turn);

        /** Closes with this code behind what is queued; a peer that does not answer is cut off after 5 s. {@code onEnd} follows with {@link Ending.Cancelled}. */
        void close(int code, String reason);

        /** Cuts the connection off; {@code onEnd} follows with {@link Ending.Cancelled} if nothing ended it before. */
        void abort();
    }

    /**
     * Hears one connection, on threads of the transport. Calls never overlap, and none comes after {@link #onEnd}. While one lasts, one message more is read
     * at most: a listener that takes its time slows the peer down. One that throws loses the connection.
     */
    interface SocketListener {

        /** The handshake succeeded. */
        void onOpen();

        /** A whole text message arrived. */
        void onText(String text);

        /** Something arrived, a control frame or a part of a message: the peer lives. */
        void onHeard();

        /** The connection is over. */
        void onEnd(Ending ending);
    }
}
