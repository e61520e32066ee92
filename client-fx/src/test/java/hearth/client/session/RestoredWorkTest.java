package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.protocol.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user does, while the connection is cut, and the server is set back to what it was some time ago. */
class RestoredWorkTest {
    private static final Target LOBBY = new Target.Conversation("c1");

    /** The messages, by client id, that the user did something to. */
    private final Set<String> edited = new HashSet<>();

    private final Set<String> deleted = new HashSet<>();
    private final Set<String> liked = new HashSet<>();

    /** Texts that are still to be said, or were said in the present history. */
    private final Set<String> said = new HashSet<>();

    /** The log of each epoch, as it was last. */
    private final Map<String, List<Event>> logs = new HashMap<>();

    private Random random = new Random(0);
    private ModelServer server = new ModelServer(random);
    private SessionBench bench = new SessionBench();

    static long[] seeds() {
        return new Random(20_261_122).longs(30).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsDoneToAMessageThatWasNotMeantAndWhatIsSaidIsSaidOnce(long seed) {
        random = new Random(seed);
        server = new ModelServer(random);
        server.say(SessionBench.ADA);
        start(new MemoryKeepStore());
        run(4);
        for (int step = 0; step < 200; step++) {
            logs.put(server.epoch(), server.log());
            switch (random.nextInt(12)) {
                case 0 -> server.cut();
                case 1, 2 -> server.say(SessionBench.BO);
                case 3, 4 -> run(random.nextInt(3));
                case 5 -> rarely(() -> start(bench.store.copy()));
                case 6 -> rarely(this::setBack);
                default -> act(step);
            }
        }
        run(300);

        assertThat(bench.store.outboxOfAll())
                .as("what is left has failed for good")
                .allSatisfy(entry -> assertThat(entry.failure()).contains("unknown-message"));
        assertThat(texts()).doesNotHaveDuplicates().containsAll(said);
        server.log().forEach(this::checkMeant);
    }

    private void rarely(Runnable runnable) {
        if (random.nextInt(4) == 0) {
            runnable.run();
        }
    }

    /** What was said and is lost with the server's newest events is not said again: it was confirmed. */
    private void setBack() {
        List<String> before = texts();
        server.setBackTo(1 + random.nextInt(server.log().size()));
        List<String> after = texts();
        Set<String> waiting = new HashSet<>();
        for (OutboxEntry entry : bench.store.outboxOfAll()) {
            if (entry.work() instanceof Work.Post(String text, OptionalLong _)) {
                waiting.add(text);
            }
        }
        before.stream()
                .filter(text -> !after.contains(text) && !waiting.contains(text))
                .forEach(said::remove);
    }

    private void start(MemoryKeepStore store) {
        server.cut();
        bench = new SessionBench(store, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
    }

    /** Does something to what the user sees: the log of the newest login. */
    private void act(int step) {
        List<SessionEvent.SignedIn> logins = bench.heard(SessionEvent.SignedIn.class);
        if (logins.isEmpty()) {
            return;
        }
        List<Event.Message> seen = logs.get(logins.getLast().server().epoch()).stream()
                .filter(event -> event.author().equals(SessionBench.ADA))
                .filter(Event.Message.class::isInstance)
                .map(Event.Message.class::cast)
                .toList();
        Event.Message message = seen.get(random.nextInt(seen.size()));
        switch (random.nextInt(5)) {
            case 0 -> {
                deleted.add(message.clientId());
                bench.session.delete("c1", message.seq());
            }
            case 1 -> {
                liked.add(message.clientId());
                bench.session.react("c1", message.seq(), "+1", random.nextBoolean());
            }
            case 2 -> {
                edited.add("edit " + step + message.clientId());
                bench.session.edit("c1", message.seq(), "edit " + step);
            }
            default -> {
                said.add("said " + step);
                bench.session.post(LOBBY, "said " + step, OptionalLong.empty());
            }
        }
        bench.loop.settle();
        assertThat(bench.heard(SessionEvent.OutboxChanged.class))
                .filteredOn(changed -> changed.state() == OutboxState.FAILED)
                .allSatisfy(changed -> assertThat(changed.work()).isNotInstanceOf(Work.Post.class));
    }

    private List<String> texts() {
        return server.log().stream()
                .filter(event ->
                        event instanceof Event.Message message && message.text().startsWith("said"))
                .map(event -> ((Event.Message) event).text())
                .toList();
    }

    private void checkMeant(Event event) {
        switch (event) {
            case Event.Edited change -> assertThat(edited).contains(change.text() + clientId(change.target()));
            case Event.Deleted change -> assertThat(deleted).contains(clientId(change.target()));
            case Event.Reacted change -> assertThat(liked).contains(clientId(change.target()));
            default -> {
                // Done to nothing.
            }
        }
    }

    private String clientId(long seq) {
        return ((Event.Message) server.log().get((int) seq - 1)).clientId();
    }

    private void run(int rounds) {
        for (int i = 0; i < rounds; i++) {
            server.run(bench, 1);
        }
    }
}
