package hearth.client.link;

import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** One connection to one chat server, from dialling to its end. Safe from any thread; never blocks. */
public interface ChatLink {

    /** Queues a frame; frames leave in call order. What the server cannot do is answered with {@code unsupported}. */
    void send(ClientFrame frame);

    /**
     * Tells what this side has of the conversations, for servers that do not number what is said: what they send is numbered on from there. Called at most
     * once, before {@code hello}; asked for, before this returns, only where the server does not know it better.
     */
    void recall(Supplier<List<Recollection>> known);

    /** Says goodbye and closes; {@link LinkEvent.Ended} follows. */
    void close();

    /** Cuts the connection off; {@link LinkEvent.Ended} follows. */
    void abort();

    /**
     * What this side has of one conversation.
     *
     * @param cursor the number of the newest event; the next one follows it
     * @param newest its newest messages, oldest first
     * @param member whether it is one of the user's conversations; else they may come back to it
     * @param unconfirmed what the user wrote there and may not have arrived, oldest first: where it turns up, it is told under its client id
     */
    record Recollection(
            ConversationSummary summary,
            boolean member,
            long cursor,
            List<Event.Message> newest,
            List<Unconfirmed> unconfirmed) {}

    /** A message of the user's of which nobody knows whether it arrived. */
    record Unconfirmed(String clientId, String text) {}

    /** Makes links of one dialect. */
    interface Dialler {

        /** What can be done on servers that are dialled so; what our own protocol can, unless told. */
        default Abilities abilities() {
            return Abilities.HEARTH;
        }

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
