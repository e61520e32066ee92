package hearth.client.timeline;

import hearth.client.timeline.TimelineEntry.Message;
import hearth.client.timeline.TimelineEntry.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What answers show of the messages that they answer. Owned by the session thread. */
final class Quotes {
    private final EntryList entries;
    private final EntryFactory factory;

    Quotes(EntryList entries, EntryFactory factory) {
        this.entries = entries;
        this.factory = factory;
    }

    /** What an answer shows of the message with this number, as far as it is among the entries. */
    Optional<Quote> of(OptionalLong replyTo) {
        return replyTo.isPresent() ? Optional.of(quote(replyTo.getAsLong())) : Optional.empty();
    }

    /** The same for an answer in a page, of which these items stand before it. */
    static Optional<Quote> within(OptionalLong replyTo, List<TimelineEntry> page) {
        if (replyTo.isEmpty()) {
            return Optional.empty();
        }
        long target = replyTo.getAsLong();
        for (TimelineEntry entry : page) {
            if (entry instanceof Message message && message.seq().orElseThrow() == target) {
                return Optional.of(quote(message));
            }
        }
        return Optional.of(unknown(target));
    }

    /** Brings the quotes of these messages up to date, in all that answer them. */
    void renew(List<? extends TimelineEntry> changed) {
        Map<Long, Quote> quotes = new HashMap<>();
        for (TimelineEntry entry : changed) {
            if (entry instanceof Message message) {
                quotes.put(message.seq().orElseThrow(), quote(message));
            }
        }
        List<TimelineEntry> all = entries.copy();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Message message) {
                int index = i;
                message.quote()
                        .map(quote -> quotes.get(quote.seq()))
                        .ifPresent(now -> entries.replace(index, factory.quoting(message, now)));
            }
        }
    }

    private Quote quote(long seq) {
        int index = entries.find(seq);
        return index >= 0 && entries.get(index) instanceof Message message ? quote(message) : unknown(seq);
    }

    private static Quote quote(Message quoted) {
        return new Quote(quoted.seq().orElseThrow(), Optional.of(quoted.author()), Optional.of(quoted.text()));
    }

    private static Quote unknown(long seq) {
        return new Quote(seq, Optional.empty(), Optional.empty());
    }
}
