package hearth.faults;

import hearth.faults.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides from a history whether promises 1 to 3 were kept: every message that counted as sent is in the final log with the text that was sent; none is
 * there twice; and every observer was told the same events in the same order without holes. Used once.
 */
public final class Checker {
    private final History history;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, FinalLog> logs = new LinkedHashMap<>();
    private final Map<String, LogEntry> stored = new HashMap<>();

    private Checker(History history) {
        this.history = history;
    }

    /** Judges a history. */
    public static Verdict check(History history) {
        return new Checker(history).check();
    }

    private Verdict check() {
        history.all(Observation.LogRead.class)
                .forEach(read -> logs.put(read.conversation(), new FinalLog(read.conversation(), read.head())));
        history.all(Observation.Logged.class).forEach(this::takeIntoLog);
        List<Run> runs = Run.of(history);
        runs.forEach(run -> violations.addAll(run.violations()));
        runs.stream().filter(Run::isLast).forEach(this::judgeAgainstLog);
        lookForHolesInLogs(runs);
        lookForLost();
        return new Verdict(
                stored.size(),
                Math.toIntExact(history.all(Observation.Acknowledged.class)
                        .map(Observation.Acknowledged::clientId)
                        .distinct()
                        .count()),
                runs.stream().mapToInt(Run::deliveries).sum(),
                List.copyOf(violations));
    }

    private void takeIntoLog(Observation.Logged logged) {
        LogEntry entry = logged.entry();
        logs.computeIfAbsent(entry.conversation(), key -> new FinalLog(key, 0)).add(entry);
        if (entry.isMessage()) {
            LogEntry first = stored.putIfAbsent(entry.author() + " " + entry.clientId(), entry);
            if (first != null) {
                report(Kind.STORED_TWICE, logged.observer(), entry, "it is at " + first.seq() + " too");
            }
        }
    }

    private void judgeAgainstLog(Run run) {
        FinalLog log = logs.get(run.conversation());
        if (log == null) {
            violations.add(new Violation(Kind.NOT_READ, run.observer(), run.conversation(), "no final log"));
            return;
        }
        for (LogEntry applied : run.applied()) {
            LogEntry known = log.at(applied.seq());
            if (known == null ? applied.isItem() : !known.isSameEventAs(applied)) {
                report(Kind.DIFFERENT, run.observer(), applied, "the log says " + known + ", not " + applied);
            }
        }
        run.finalTexts().forEach((seq, text) -> {
            LogEntry known = log.at(seq);
            if (known != null && !known.text().equals(text)) {
                report(Kind.DIFFERENT, run.observer(), known, "its text was told to be \"" + text + "\"");
            }
        });
        for (LogEntry entry : log.entries()) {
            if (entry.seq() > run.begin() && !run.has(entry.seq())) {
                report(Kind.HOLE, run.observer(), entry, "never delivered");
            }
        }
    }

    private void lookForHolesInLogs(List<Run> runs) {
        for (FinalLog log : logs.values()) {
            Set<Long> changes = new HashSet<>();
            runs.stream()
                    .filter(run -> run.isLast() && run.conversation().equals(log.conversation()))
                    .flatMap(run -> run.applied().stream())
                    .filter(entry -> !entry.isItem())
                    .forEach(entry -> changes.add(entry.seq()));
            for (long seq = 1; seq <= log.head(); seq++) {
                if (log.at(seq) == null && !changes.contains(seq)) {
                    violations.add(
                            new Violation(Kind.HOLE_IN_LOG, "log", log.conversation() + " " + seq, "no such number"));
                }
            }
        }
    }

    private void lookForLost() {
        Map<String, String> texts = new HashMap<>();
        history.all(Observation.Sending.class).forEach(sending -> texts.put(sending.clientId(), sending.text()));
        Map<String, LogEntry> byClientId = new HashMap<>();
        stored.values().forEach(entry -> byClientId.put(entry.clientId(), entry));
        history.all(Observation.Acknowledged.class).forEach(acknowledged -> {
            String id = acknowledged.clientId();
            LogEntry entry = byClientId.get(id);
            if (entry == null) {
                violations.add(new Violation(Kind.LOST, acknowledged.observer(), id, texts.getOrDefault(id, "")));
            } else if (!entry.changed() && !entry.text().equals(texts.getOrDefault(id, entry.text()))) {
                report(Kind.DIFFERENT, acknowledged.observer(), entry, "sent was \"" + texts.get(id) + "\"");
            }
        });
    }

    private void report(Kind kind, String observer, LogEntry entry, String detail) {
        violations.add(new Violation(
                kind, observer, entry.conversation() + " " + entry.seq() + " " + entry.clientId(), detail));
    }
}
