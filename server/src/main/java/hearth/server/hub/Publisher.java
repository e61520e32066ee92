package hearth.server.hub;

import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.protocol.UserRef;
import hearth.server.history.Change;
import hearth.server.history.StorageException;
import java.util.function.Function;

/** Appends events to the logs of conversations, and tells them to everybody who gets them. */
final class Publisher {
    private final Workings workings;

    Publisher(Workings workings) {
        this.workings = workings;
    }

    /**
     * Gives the next number of the conversation to an event.
     *
     * @param author who caused it
     * @param event makes the event, given where it stands
     * @return where it stands
     */
    Event.Stamp publish(Conversation conversation, UserRef author, Function<Event.Stamp, Event> event)
            throws StorageException {
        Event.Stamp stamp = new Event.Stamp(
                conversation.id(),
                conversation.head() + 1,
                workings.parts().clock().now(),
                author);
        Event stamped = event.apply(stamp);
        workings.ledger().record(new Change.Appended(stamped));
        long[] connections = workings.sessions().subscribers(conversation.id());
        workings.outgoing().sendAll(connections, new ServerFrame.Happened(stamped));
        return stamp;
    }
}
