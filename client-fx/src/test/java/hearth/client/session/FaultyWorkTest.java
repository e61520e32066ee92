package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Work;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a user can do in a conversation, over connections that are cut and processes that die at any time. */
class FaultyWorkTest {
    /** What the user did and was told to be kept, by client id, in order; what was taken back is not in it. */
    private final Map<String, Work> done = new LinkedHashMap<>();

    private final Set<Long> deleted = new HashSet<>();
    private final Set<Long> liked = new HashSet<>();
    private ModelRun model = new ModelRun(0);

    static long[] seeds() {
        return new Random(20_261_121).longs(30).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allOfItIsInTheLogInTheOrderInWhichItWasDone(long seed) {
        model = new ModelRun(seed);
        run(4);
        for (int step = 0; step < 150; step++) {
            switch (model.random.nextInt(10)) {
                case 0 -> model.server.cut();
                case 1 -> model.server.say(SessionBench.BO);
                case 2 -> run(model.random.nextInt(3));
                case 3 -> {
                    if (model.random.nextInt(4) == 0) {
                        model.restart();
                    }
                }
                default -> act(step);
            }
        }
        run(300);

        assertThat(ownEvents()).isEqualTo(List.copyOf(done.values()));
        assertThat(model.bench.store.outboxOfAll()).isEmpty();
        assertThat(shown())
                .isEqualTo(model.server.items().stream()
                        .map(item -> (Event.Message) item.event())
                        .map(message -> message.seq() + " " + message.text() + message.deleted())
                        .toList());
    }

    private void act(int step) {
        List<Long> mine = model.server.log().stream()
                .filter(event -> event instanceof Event.Message message
                        && message.author().equals(SessionBench.ADA)
                        && !deleted.contains(message.seq()))
                .map(Event::seq)
                .toList();
        if (mine.isEmpty() || model.random.nextInt(3) == 0) {
            Work.Post post = new Work.Post("text " + step, OptionalLong.empty());
            kept(model.bench.session.post(ModelRun.LOBBY, post.text(), OptionalLong.empty()), post);
            return;
        }
        long target = mine.get(model.random.nextInt(mine.size()));
        switch (model.random.nextInt(4)) {
            case 0 -> {
                deleted.add(target);
                kept(model.bench.session.delete("c1", target), new Work.Delete(target));
            }
            case 1, 2 -> {
                boolean on = liked.add(target) || !liked.remove(target);
                kept(model.bench.session.react("c1", target, "+1", on), new Work.React(target, "+1", on));
            }
            default ->
                kept(model.bench.session.edit("c1", target, "edit " + step), new Work.Edit(target, "edit " + step));
        }
    }

    private void kept(CompletionStage<PostResult> stage, Work work) {
        model.bench.loop.settle();
        PostResult.Kept kept = (PostResult.Kept) stage.toCompletableFuture().join();
        if (done.remove(kept.clientId()) == null) {
            done.put(kept.clientId(), work);
        }
        assertThat(model.bench.heard(SessionEvent.OutboxChanged.class))
                .as("nothing is refused for good")
                .noneMatch(changed -> changed.state() == OutboxState.FAILED);
        assertThat(model.bench.store.outboxOfAll())
                .as("what waits is on disk")
                .extracting(OutboxEntry::clientId)
                .isSubsetOf(done.keySet());
    }

    /** What the log says that the user did. An edit whose answer was lost may be there twice, one right after the other. */
    private List<Work> ownEvents() {
        List<Work> events = new ArrayList<>();
        for (Event event : model.server.log()) {
            if (!event.author().equals(SessionBench.ADA) || event.seq() == 1) {
                continue;
            }
            Work work = work(event);
            boolean repeated = work instanceof Work.Edit
                    && !events.isEmpty()
                    && events.getLast().equals(work);
            if (!repeated) {
                events.add(work);
            }
        }
        return events;
    }

    private static Work work(Event event) {
        return switch (event) {
            case Event.Message message -> new Work.Post(message.text(), OptionalLong.empty());
            case Event.Edited edited -> new Work.Edit(edited.target(), edited.text());
            case Event.Deleted gone -> new Work.Delete(gone.target());
            case Event.Reacted reacted -> new Work.React(reacted.target(), reacted.emoji(), reacted.on());
            default -> throw new AssertionError("not made by a user: " + event);
        };
    }

    private List<String> shown() {
        ShownTimeline shown = model.bench.shown();
        for (int i = 0; i < 200 && shown.hasOlder(); i++) {
            model.bench.session.loadOlder("c1");
            run(2);
            shown = model.bench.shown();
        }
        assertThat(shown.entries())
                .allSatisfy(entry ->
                        assertThat(((TimelineEntry.Message) entry).awaited()).isEmpty());
        return shown.entries().stream()
                .map(TimelineEntry.Message.class::cast)
                .map(message -> message.seq().orElseThrow() + " " + message.text()
                        + message.marks().deleted())
                .toList();
    }

    private void run(int rounds) {
        for (int i = 0; i < rounds; i++) {
            model.settle(1);
            model.bench.session.open("c1");
        }
    }
}
