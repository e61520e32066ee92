package hearth.client.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Who writes right now: what was said of others lapses after 6 s, and what we say goes out at most every 3 s. Session thread only. */
final class TypingWatch {
    private static final Duration LAPSE = Duration.ofSeconds(6);
    private static final long PAUSE_NANOS = Duration.ofSeconds(3).toNanos();

    private final SessionLoop loop;
    private final BiConsumer<String, Set<String>> told;
    private final Map<String, Map<String, SessionLoop.Timer>> writers = new HashMap<>();
    private final Map<String, Long> saidAt = new HashMap<>();

    /**
     * Begins with nobody writing.
     *
     * @param told hears a conversation and who writes there, whenever that changes
     */
    TypingWatch(SessionLoop loop, BiConsumer<String, Set<String>> told) {
        this.loop = loop;
        this.told = told;
    }

    void heard(String conversation, String user, boolean active) {
        if (!active) {
            stopped(conversation, user);
            return;
        }
        Map<String, SessionLoop.Timer> there = writers.computeIfAbsent(conversation, _ -> new LinkedHashMap<>());
        SessionLoop.Timer before = there.put(user, loop.schedule(LAPSE, () -> stopped(conversation, user)));
        if (before == null) {
            tell(conversation);
        } else {
            before.cancel();
        }
    }

    /** Somebody stopped writing, or wrote. */
    void stopped(String conversation, String user) {
        Map<String, SessionLoop.Timer> there = writers.getOrDefault(conversation, Map.of());
        if (there.containsKey(user)) {
            there.remove(user).cancel();
            tell(conversation);
            if (there.isEmpty()) {
                writers.remove(conversation);
            }
        }
    }

    /** The connection is over: nobody is known to write. */
    void clear() {
        for (String conversation : Set.copyOf(writers.keySet())) {
            for (String user : Set.copyOf(writers.get(conversation).keySet())) {
                stopped(conversation, user);
            }
        }
        saidAt.clear();
    }

    /** Whether it is time to say that we write there; then it counts as said. */
    boolean shouldSay(String conversation) {
        long now = loop.nanoTime();
        Long before = saidAt.get(conversation);
        if (before != null && now - before < PAUSE_NANOS) {
            return false;
        }
        saidAt.put(conversation, now);
        return true;
    }

    /** We wrote: the next keystroke is said at once. */
    void wrote(String conversation) {
        saidAt.remove(conversation);
    }

    private void tell(String conversation) {
        told.accept(conversation, new LinkedHashSet<>(writers.get(conversation).keySet()));
    }
}
