package hearth.client.link;

import hearth.protocol.ClientFrame;
import java.net.URI;

/** One connection to one chat server, from dialling to its end. Safe from any thread; never blocks. */
public interface ChatLink {

    /** Queues a frame; frames leave in call order. What the server cannot do is answered with {@code unsupported}. */
    void send(ClientFrame frame);

    /** Says goodbye and closes; {@link LinkEvent.Ended} follows. */
    void close();

    /** Cuts the connection off; {@link LinkEvent.Ended} follows. */
    void abort();

    /** Makes links of one dialect. */
    interface Dialler {

        /**
         * Dials and returns at once. The listener first hears {@link LinkEvent.Recognised}, then may send {@code hello}; always, last and exactly once, {@link
         * LinkEvent.Ended}. Nothing personal is sent before {@code Recognised}.
         */
        ChatLink dial(URI address, Listener listener);
    }

    /** Hears one link. Calls never overlap, and none comes after {@link LinkEvent.Ended}. */
    interface Listener {

        /** Something happened on the link. */
        void onEvent(LinkEvent event);
    }
}
