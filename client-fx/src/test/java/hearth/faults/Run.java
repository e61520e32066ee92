package hearth.faults;

import hearth.faults.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one observer was told of one conversation, from the beginning of a membership on; judges what can be judged without the final log. */
final class Run {
    private final String observer;
    private final String conversation;
    private final long begin;
    private final NavigableMap<Long, LogEntry> applied = new TreeMap<>();
    private final Map<Long, String> texts = new HashMap<>();
    private final Map<String, Long> clientIds = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private boolean reset;
    private boolean last = true;
    private int deliveries;

    private Run(String observer, String conversation, long begin) {
        this.observer = observer;
        this.conversation = conversation;
        this.begin = begin;
    }

    /** All runs of a history. */
    static List<Run> of(History history) {
        Map<String, Run> present = new LinkedHashMap<>();
        List<Run> all = new ArrayList<>();
        for (Observation each : history.observations()) {
            switch (each) {
                case Observation.Began(String who, String where, long head) -> {
                    Run run = new Run(who, where, head);
                    Run before = present.put(key(who, where), run);
                    if (before != null) {
                        before.last = false;
                    }
                    all.add(run);
                }
                case Observation.Reset(String who, String where) -> {
                    Run run = present.get(key(who, where));
                    if (run != null) {
                        run.reset = true;
                    }
                }
                case Observation.Applied(String who, LogEntry entry) ->
                    present.get(key(who, entry.conversation())).apply(entry);
                case Observation.Sending _,
                        Observation.Acknowledged _,
                        Observation.Failed _,
                        Observation.Logged _,
                        Observation.LogRead _ -> {}
            }
        }
        return all;
    }

    private static String key(String observer, String conversation) {
        return observer + " " + conversation;
    }

    String observer() {
        return observer;
    }

    String conversation() {
        return conversation;
    }

    /** The number before the first that is delivered. */
    long begin() {
        return begin;
    }

    /** Whether this is the observer's newest of the conversation; older ones may be of an older history of the server. */
    boolean isLast() {
        return last;
    }

    int deliveries() {
        return deliveries;
    }

    /** What was delivered, by number. */
    List<LogEntry> applied() {
        return List.copyOf(applied.values());
    }

    boolean has(long seq) {
        return applied.containsKey(seq);
    }

    /** What the texts of the messages are in the end, by number. */
    Map<Long, String> finalTexts() {
        return Map.copyOf(texts);
    }

    List<Violation> violations() {
        return violations;
    }

    private void apply(LogEntry entry) {
        deliveries++;
        long newest = applied.isEmpty() ? begin : applied.lastKey();
        if (applied.containsKey(entry.seq())) {
            report(Kind.DELIVERED_TWICE, entry, "the number was there already");
        } else if (entry.seq() <= newest && !(reset && !entry.isItem())) {
            report(Kind.OUT_OF_ORDER, entry, "delivered behind " + newest);
        } else if (entry.seq() > newest + 1 && !reset) {
            report(Kind.HOLE, entry, "delivered right behind " + newest);
        }
        applied.put(entry.seq(), entry);
        follow(entry);
    }

    private void follow(LogEntry entry) {
        switch (entry.kind()) {
            case MESSAGE -> {
                texts.put(entry.seq(), entry.text());
                Long before = clientIds.putIfAbsent(entry.author() + " " + entry.clientId(), entry.seq());
                if (before != null && before != entry.seq()) {
                    report(Kind.DELIVERED_TWICE, entry, "the same message was delivered as " + before);
                }
            }
            case EDITED -> texts.computeIfPresent(entry.target(), (_, _) -> entry.text());
            case DELETED -> texts.computeIfPresent(entry.target(), (_, _) -> "");
            case REACTED, ROOM -> {}
        }
    }

    private void report(Kind kind, LogEntry entry, String detail) {
        violations.add(
                new Violation(kind, observer, conversation + " " + entry.seq() + " " + entry.clientId(), detail));
    }
}
