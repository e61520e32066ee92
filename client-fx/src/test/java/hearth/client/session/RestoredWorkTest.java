package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Work;
import hearth.protocol.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user does, while the connection is cut, and the server is set back to what it was some time ago. */
class RestoredWorkTest {
    /** The messages, by client id, that the user did something to. */
    private final Set<String> edited = new HashSet<>();

    private final Set<String> deleted = new HashSet<>();
    private final Set<String> liked = new HashSet<>();

    /** Texts that are still to be said, or were said in the present history. */
    private final Set<String> said = new HashSet<>();

    /** The log of each epoch, as it was last. */
    private final Map<String, List<Event>> logs = new HashMap<>();

    private ModelRun model = new ModelRun(0);

    static long[] seeds() {
        return new Random(20_261_122).longs(30).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsDoneToAMessageThatWasNotMeantAndWhatIsSaidIsSaidOnce(long seed) {
        model = new ModelRun(seed);
        model.settle(4);
        for (int step = 0; step < 200; step++) {
            logs.put(model.server.epoch(), model.server.log());
            switch (model.random.nextInt(12)) {
                case 0 -> model.server.cut();
                case 1, 2 -> model.server.say(SessionBench.BO);
                case 3, 4 -> model.settle(model.random.nextInt(3));
                case 5 -> rarely(model::restart);
                case 6 -> rarely(this::setBack);
                default -> act(step);
            }
        }
        model.settle(300);

        assertThat(model.bench.store.outboxOfAll())
                .as("what is left has failed for good")
                .allSatisfy(entry -> assertThat(entry.failure()).contains("unknown-message"));
        assertThat(texts()).doesNotHaveDuplicates().containsAll(said);
        model.server.log().forEach(this::checkMeant);
    }

    private void rarely(Runnable runnable) {
        if (model.random.nextInt(4) == 0) {
            runnable.run();
        }
    }

    /** What was said and is lost with the server's newest events is not said again: it was confirmed. */
    private void setBack() {
        List<String> before = texts();
        model.server.setBackTo(1 + model.random.nextInt(model.server.log().size()));
        List<String> after = texts();
        Set<String> waiting = new HashSet<>();
        for (OutboxEntry entry : model.bench.store.outboxOfAll()) {
            if (entry.work() instanceof Work.Post(String text, OptionalLong _)) {
                waiting.add(text);
            }
        }
        before.stream()
                .filter(text -> !after.contains(text) && !waiting.contains(text))
                .forEach(said::remove);
    }

    /** Does something to what the user sees: the log of the newest login. */
    private void act(int step) {
        List<SessionEvent.SignedIn> logins = model.bench.heard(SessionEvent.SignedIn.class);
        if (logins.isEmpty()) {
            return;
        }
        List<Event.Message> seen = logs.get(logins.getLast().server().epoch()).stream()
                .filter(event -> event.author().equals(SessionBench.ADA))
                .filter(Event.Message.class::isInstance)
                .map(Event.Message.class::cast)
                .toList();
        Event.Message message = seen.get(model.random.nextInt(seen.size()));
        switch (model.random.nextInt(5)) {
            case 0 -> {
                deleted.add(message.clientId());
                model.bench.session.delete("c1", message.seq());
            }
            case 1 -> {
                liked.add(message.clientId());
                model.bench.session.react("c1", message.seq(), "+1", model.random.nextBoolean());
            }
            case 2 -> {
                edited.add("edit " + step + message.clientId());
                model.bench.session.edit("c1", message.seq(), "edit " + step);
            }
            default -> {
                said.add("said " + step);
                model.bench.session.post(ModelRun.LOBBY, "said " + step, OptionalLong.empty());
            }
        }
        model.bench.loop.settle();
        assertThat(model.bench.heard(SessionEvent.OutboxChanged.class))
                .filteredOn(changed -> changed.state() == OutboxState.FAILED)
                .allSatisfy(changed -> assertThat(changed.work()).isNotInstanceOf(Work.Post.class));
    }

    private List<String> texts() {
        return model.server.log().stream()
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
        return ((Event.Message) model.server.log().get((int) seq - 1)).clientId();
    }
}
