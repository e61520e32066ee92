package hearth.client.ui.timeline;

import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineEntry;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The marks of what the user did.
 *
 * @param newestSent the index of the newest of one's own messages that is stored; -1 where there is none
 * @param newestRead the index of the newest that the other side has read; -1 where there is none
 * @param queued how much waits for the connection
 */
record Signs(boolean online, int newestSent, int newestRead, int queued) {

    static Signs of(List<TimelineEntry> entries, TimelineRows.Context context) {
        int sent = -1;
        int read = -1;
        int sending = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof TimelineEntry.Message message) {
                sending += sending(message);
                if (message.own() && message.seq().isPresent()) {
                    sent = i;
                    read = message.seq().getAsLong() <= context.otherRead().orElse(0) ? i : read;
                }
            }
        }
        return new Signs(context.online(), sent, read, context.online() ? 0 : sending);
    }

    private static int sending(TimelineEntry.Message message) {
        return message.awaited().isEmpty()
                ? 0
                : (int) message.awaited().stream()
                        .filter(doing -> doing.delivery() instanceof Delivery.Sending)
                        .count();
    }

    /** The mark of the message at this index: of somebody else's only where the user did something to it. */
    TimelineRow.Sign of(TimelineEntry.Message message, int index) {
        return switch (message.delivery()) {
            case Delivery.Sending _ -> online ? TimelineRow.Sign.SENDING : TimelineRow.Sign.QUEUED;
            case Delivery.Unconfirmed _ -> TimelineRow.Sign.UNCONFIRMED;
            case Delivery.Failed _ -> TimelineRow.Sign.FAILED;
            case Delivery.Sent _ -> message.own() ? stored(index) : TimelineRow.Sign.NONE;
        };
    }

    private TimelineRow.Sign stored(int index) {
        if (index == newestRead) {
            return TimelineRow.Sign.READ;
        }
        return index == newestSent ? TimelineRow.Sign.SENT : TimelineRow.Sign.NONE;
    }

    /** The index of the first message that is marked otherwise there; {@link Integer#MAX_VALUE} where none is. */
    int firstDifference(Signs other) {
        return IntStream.concat(differing(newestSent, other.newestSent), differing(newestRead, other.newestRead))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static IntStream differing(int one, int other) {
        return one == other ? IntStream.empty() : IntStream.of(one, other).filter(index -> index >= 0);
    }
}
