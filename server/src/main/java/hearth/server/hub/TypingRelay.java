package hearth.server.hub;

import hearth.protocol.ClientFrame;
import hearth.protocol.ServerFrame;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Tells the other members who writes: at once, and then at most once a second for each person and conversation, with the last state. */
final class TypingRelay {
    /** A little more than the second that the protocol grants, so that no jitter on the way brings two frames closer. */
    static final Duration INTERVAL = Duration.ofMillis(1_100);

    private static final Comparator<Writer> IN_ORDER =
            Comparator.comparing(Writer::conversation).thenComparing(Writer::user);

    private final Workings workings;
    private final UndoJournal journal;

    /** What was told within the last interval. */
    private final NavigableMap<Writer, Told> told = new TreeMap<>(IN_ORDER);

    /** A person in a conversation. */
    private record Writer(String conversation, String user) {}

    /** {@code next} is the state to tell when the interval has passed, if another one came meanwhile. */
    private record Told(long nanos, Optional<Boolean> next) {}

    TypingRelay(Workings workings, UndoJournal journal) {
        this.workings = workings;
        this.journal = journal;
    }

    /** Somebody writes, or stopped. Ignored where he may not write. */
    void onTyping(User user, ClientFrame.Typing typing) {
        Writer writer = new Writer(typing.conversation(), user.id());
        if (!mayWrite(writer)) {
            return;
        }
        long now = workings.parts().clock().nanos();
        Told before = told.get(writer);
        if (before == null || isDue(before, now)) {
            tell(writer, typing.active());
            journal.put(told, writer, new Told(now, Optional.empty()));
        } else {
            journal.put(told, writer, new Told(before.nanos(), Optional.of(typing.active())));
        }
    }

    /** When {@link #tick} has something to do. */
    OptionalLong nextNanos() {
        return told.values().stream()
                .mapToLong(last -> last.nanos() + INTERVAL.toNanos())
                .reduce((one, other) -> one - other <= 0 ? one : other);
    }

    /** Tells what had to wait, if it is time. */
    void tick(long nowNanos) {
        for (Writer writer : List.copyOf(told.keySet())) {
            Told last = told.get(writer);
            if (isDue(last, nowNanos)) {
                journal.remove(told, writer);
                last.next().filter(_ -> mayWrite(writer)).ifPresent(active -> {
                    tell(writer, active);
                    journal.put(told, writer, new Told(nowNanos, Optional.empty()));
                });
            }
        }
    }

    private static boolean isDue(Told last, long nowNanos) {
        return nowNanos - last.nanos() >= INTERVAL.toNanos();
    }

    private boolean mayWrite(Writer writer) {
        ChatState chat = workings.chat();
        return chat.people()
                .byId(writer.user())
                .flatMap(_ -> chat.conversations().byId(writer.conversation()))
                .filter(conversation -> conversation.hasMember(writer.user()))
                .filter(conversation -> conversation
                        .mutedUntil(writer.user(), workings.parts().clock().steadyNow())
                        .isEmpty())
                .isPresent();
    }

    private void tell(Writer writer, boolean active) {
        List<Long> own = workings.sessions().of(writer.user()).stream()
                .map(Session::connection)
                .toList();
        long[] others = LongStream.of(workings.sessions().subscribers(writer.conversation()))
                .filter(connection -> !own.contains(connection))
                .toArray();
        workings.outgoing().sendAll(others, new ServerFrame.Typing(writer.conversation(), writer.user(), active));
    }
}
