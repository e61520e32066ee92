package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.UserRef;
import java.util.List;
import java.util.Optional;

/** One row of the timeline as it is drawn. The key stays the same while the row only changes. */
public sealed interface TimelineRow {

    /** What the row is known by. */
    String key();

    /** The line over a day; {@code startsNew} where the line over what is new would stand right below. */
    record Day(String key, String words, boolean startsNew) implements TimelineRow {}

    /** The line over what is new. */
    record NewLine(String key) implements TimelineRow {}

    /**
     * A message.
     *
     * @param opensGroup whether avatar and name stand over it
     * @param sign how far it is, for one's own messages
     */
    record Message(String key, TimelineEntry.Message entry, boolean opensGroup, Sign sign) implements TimelineRow {}

    /**
     * Something that happened.
     *
     * @param people those whose names stand in the words
     * @param foldedFrom the key of the first entry where the line stands for several
     */
    record Notice(String key, Icon icon, List<Messages.Run> words, List<UserRef> people, Optional<String> foldedFrom)
            implements TimelineRow {}

    /** So many messages wait for the connection. */
    record Waiting(String key, int count) implements TimelineRow {}

    /**
     * Something that the user did to a message that is not among the rows, and that failed.
     *
     * @param clientId by which it can be given up
     * @param text what the user wrote; empty where nothing was
     */
    record Undone(String key, String clientId, String words, String text) implements TimelineRow {}

    /** The icon in front of what happened. */
    enum Icon {
        /** Somebody came. */
        CAME,
        /** Somebody went. */
        WENT,
        /** The room changed. */
        CHANGED,
        /** Something may be missing. */
        MISSED
    }

    /** How far a message is. */
    enum Sign {
        /** Nothing to show. */
        NONE,
        /** On its way. */
        SENDING,
        /** Waits for the connection. */
        QUEUED,
        /** Stored by the server: on the newest only. */
        SENT,
        /** Read by the other side: on the newest read only. */
        READ,
        /** Sent, and nobody knows whether it arrived. */
        UNCONFIRMED,
        /** Refused. */
        FAILED
    }
}
