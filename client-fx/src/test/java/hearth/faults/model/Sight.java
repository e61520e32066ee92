package hearth.faults.model;

import hearth.client.session.SessionEvent;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.faults.FaultClient;
import hearth.protocol.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a user's session told: which conversations there are, and their events one after the other. Safe from any thread. */
final class Sight {
    private final String user;

    // Guarded by this.
    private final Map<String, Run> runs = new HashMap<>();
    private final Set<String> failed = new TreeSet<>();
    private final List<String> violations = new ArrayList<>();
    private String epoch = "";

    /** The events of one conversation, right after {@code begin}. */
    private record Run(long begin, List<Event> events) {
        long head() {
            return begin + events.size();
        }
    }

    Sight(String user) {
        this.user = user;
    }

    /** Takes what the session tells. */
    synchronized void onEvent(SessionEvent event) {
        switch (event) {
            case SessionEvent.SignedIn welcome -> {
                if (!welcome.server().epoch().equals(epoch)) {
                    epoch = welcome.server().epoch();
                    runs.clear();
                }
            }
            case SessionEvent.ConversationChanged(var summary) ->
                runs.computeIfAbsent(summary.id(), _ -> new Run(summary.head(), new ArrayList<>()));
            case SessionEvent.ConversationRemoved(String conversation, var _) -> runs.remove(conversation);
            case SessionEvent.EventApplied(Event applied) -> add(applied);
            case SessionEvent.OutboxChanged changed -> {
                if (changed.state() == OutboxState.FAILED) {
                    failed.add(changed.clientId());
                }
            }
            default -> {}
        }
        notifyAll();
    }

    private void add(Event event) {
        Run run = runs.get(event.conversation());
        if (run == null) {
            violations.add(user + " was told of " + event + ", but not of its conversation");
        } else if (event.seq() != run.head() + 1) {
            violations.add(user + " was told of " + event + " right after " + run.head());
        } else {
            run.events().add(event);
        }
    }

    /** What was told in another order than it happened, twice, or not at all. */
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** What was refused since this was asked last. */
    synchronized List<String> takeFailed() {
        List<String> taken = List.copyOf(failed);
        failed.clear();
        return taken;
    }

    /** The events of a conversation that were told. */
    synchronized List<Event> events(String conversation) {
        return List.copyOf(runs.get(conversation).events());
    }

    /** Waits until there are exactly these conversations, up to these heads. */
    synchronized void awaitHeads(Map<String, Long> heads) {
        await("conversations up to " + heads, sight -> sight.heads().equals(heads));
    }

    private Map<String, Long> heads() {
        Map<String, Long> heads = new HashMap<>();
        runs.forEach((conversation, run) -> heads.put(conversation, run.head()));
        return heads;
    }

    private void await(String what, Predicate<Sight> condition) {
        long until = System.nanoTime() + FaultClient.PATIENCE.toNanos();
        while (!condition.test(this)) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (leftMs <= 0) {
                throw new AssertionError(user + " waited in vain for " + what + "; there is " + heads());
            }
            try {
                wait(leftMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(user + " was interrupted", e);
            }
        }
    }
}
