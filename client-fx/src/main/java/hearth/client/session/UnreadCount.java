package hearth.client.session;

import hearth.protocol.ConversationSummary;
import java.util.TreeSet;

/**
 * How much of one conversation the user has not read. The server counted up to some event; what came later is counted here, message by message. Pure.
 */
final class UnreadCount {
    private static final int MOST_KNOWN = 5_000;

    /** The numbers of the unread messages after {@link #countedUpTo}. */
    private final TreeSet<Long> known = new TreeSet<>();

    /** Those of them that mention the user. */
    private final TreeSet<Long> mentioning = new TreeSet<>();

    private long countedUpTo;
    private long read;
    private int countedMessages;
    private int countedMentions;

    UnreadCount(ConversationSummary summary) {
        reset(summary);
    }

    /** The server counted anew. */
    void reset(ConversationSummary summary) {
        known.clear();
        mentioning.clear();
        countedUpTo = summary.head();
        read = summary.read();
        countedMessages = summary.unread();
        countedMentions = summary.mentions();
    }

    long read() {
        return read;
    }

    int messages() {
        return countedMessages + known.size();
    }

    int mentions() {
        return countedMentions + mentioning.size();
    }

    /** Whether the server's counts and titles are from after this event. */
    boolean isCounted(long seq) {
        return seq <= countedUpTo;
    }

    /** Somebody else wrote a message. */
    void written(long seq, boolean mentionsMe) {
        if (!isCounted(seq) && seq > read) {
            known.add(seq);
            mark(seq, mentionsMe);
            if (known.size() > MOST_KNOWN) {
                fold();
            }
        }
    }

    /**
     * A message was deleted after the server counted.
     *
     * @return whether only the server can tell what that means for the counts
     */
    boolean deleted(long target) {
        mentioning.remove(target);
        return !known.remove(target) && isUncertain(target);
    }

    /**
     * A message got another text after the server counted.
     *
     * @return whether only the server can tell what that means for the counts
     */
    boolean edited(long target, boolean mentionsMe) {
        if (known.contains(target)) {
            mark(target, mentionsMe);
            return false;
        }
        return isUncertain(target);
    }

    private void mark(long seq, boolean mentionsMe) {
        if (mentionsMe) {
            mentioning.add(seq);
        } else {
            mentioning.remove(seq);
        }
    }

    /** The user read up to here, on this device: what is beyond the server's count is exact at once. */
    void marked(long seq) {
        if (seq <= read) {
            return;
        }
        read = seq;
        known.headSet(seq, true).clear();
        mentioning.headSet(seq, true).clear();
        if (seq >= countedUpTo) {
            countedMessages = 0;
            countedMentions = 0;
        }
    }

    /** The server says where the marker is, and how much is unread after it. */
    void told(long seq, int unread, int mentions) {
        marked(seq);
        if (seq == read && read < countedUpTo) {
            countedMessages = Math.max(0, unread - known.size());
            countedMentions = Math.max(0, mentions - (mentions() - countedMentions));
        }
    }

    private boolean isUncertain(long target) {
        return target > read && isCounted(target) && countedMessages > 0;
    }

    private void fold() {
        countedUpTo = known.pollFirst();
        countedMessages++;
        countedMentions += mentioning.remove(countedUpTo) ? 1 : 0;
    }
}
