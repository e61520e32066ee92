package hearth.faults;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** A conversation's log as somebody who was not there finds it afterwards: pages of history, in which changes of messages have no entry of their own. */
final class FinalLog {
    private final String conversation;
    private final long head;
    private final Map<Long, LogEntry> entries = new TreeMap<>();

    FinalLog(String conversation, long head) {
        this.conversation = conversation;
        this.head = head;
    }

    void add(LogEntry entry) {
        entries.put(entry.seq(), entry);
    }

    String conversation() {
        return conversation;
    }

    long head() {
        return head;
    }

    /** The entry of this number; null where there is none. */
    LogEntry at(long seq) {
        return entries.get(seq);
    }

    Collection<LogEntry> entries() {
        return entries.values();
    }
}
