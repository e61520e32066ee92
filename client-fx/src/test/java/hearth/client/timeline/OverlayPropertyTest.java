package hearth.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.Work;
import hearth.client.timeline.TimelineEntry.Message;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two timelines hear the same log and the same pages, and only the first of what the user does. Whatever the order, it differs from the second in nothing but
 * what the user's work lies over, and in nothing at all once that is confirmed or given up.
 */
class OverlayPropertyTest {
    private static final UserRef ADA = new UserRef("u-ada", "Ada");
    private static final UserRef BO = new UserRef("u-bo", "Bo");
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final int PAGE = 6;

    private final ShownTimeline shown = new ShownTimeline();
    private final Timeline timeline = new Timeline(ADA.id(), shown::apply);
    private final Timeline plain = new Timeline(ADA.id(), _ -> {});

    /** The log, what of it has not arrived, and what was asked for. */
    private final List<Event> log = new ArrayList<>();

    private final ArrayDeque<Event> arriving = new ArrayDeque<>();
    private Optional<Runnable> page = Optional.empty();

    /** What the user did and nobody answered, and the number of the event that does each which was answered and may not have arrived. */
    private final Map<String, Work> unanswered = new LinkedHashMap<>();

    private final Map<String, Long> answered = new LinkedHashMap<>();
    private Random random = new Random(0);
    private int made;

    static long[] seeds() {
        return new Random(20_261_121).longs(200).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOverlayChangesNothingButWhatItLiesOver(long seed) {
        random = new Random(seed);
        for (int step = 0; step < 120; step++) {
            act();
            compare();
        }
        while (!unanswered.isEmpty()) {
            answer();
            compare();
        }
        page.ifPresent(Runnable::run);
        page = Optional.empty();
        while (!arriving.isEmpty()) {
            arrive();
            compare();
        }
        if (plain.isLoaded()) {
            assertThat(timeline.entries()).isEqualTo(plain.entries());
        }
    }

    private void act() {
        switch (random.nextInt(12)) {
            case 0, 1 -> write(random.nextBoolean() ? ADA : BO);
            case 2 -> change(BO);
            case 3 -> change(ADA);
            case 4, 5 -> arrive();
            case 6 -> ask();
            case 7 -> work();
            case 8 -> answer();
            case 9 -> failOrTryAgain();
            case 10 -> {
                timeline.keepNewest(8);
                plain.keepNewest(8);
            }
            default -> giveUp();
        }
    }

    private void compare() {
        assertThat(shown.entries()).isEqualTo(timeline.entries());
        assertThat(timeline.entries())
                .extracting(TimelineEntry::key)
                .isEqualTo(plain.entries().stream().map(TimelineEntry::key).toList());
        for (int i = 0; i < plain.entries().size(); i++) {
            TimelineEntry below = plain.entries().get(i);
            if (!isCovered(below)) {
                assertThat(timeline.entries().get(i)).isEqualTo(below);
            } else {
                assertThat(((Message) timeline.entries().get(i)).awaited())
                        .extracting(TimelineEntry.Doing::clientId)
                        .containsExactlyElementsOf(awaitedOn(below.seq().orElseThrow()));
            }
        }
    }

    private List<String> awaitedOn(long seq) {
        return unanswered.entrySet().stream()
                .filter(each -> target(each.getValue()) == seq)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether something may lie over this entry: the events of what was answered are told of by number, and change their target. */
    private boolean isCovered(TimelineEntry entry) {
        if (!(entry instanceof Message message)) {
            return false;
        }
        return isTouched(message.seq().orElseThrow())
                || message.quote().filter(quote -> isTouched(quote.seq())).isPresent();
    }

    private boolean isTouched(long seq) {
        return unanswered.values().stream().anyMatch(work -> target(work) == seq)
                || answered.values().stream().anyMatch(by -> by > heard() && changed(by) == seq);
    }

    private long heard() {
        return arriving.isEmpty() ? log.size() : arriving.peek().seq() - 1;
    }

    private long changed(long by) {
        return switch (log.get((int) by - 1)) {
            case Event.Edited edited -> edited.target();
            case Event.Deleted deleted -> deleted.target();
            case Event.Reacted reacted -> reacted.target();
            default -> 0;
        };
    }

    private void write(UserRef author) {
        long seq = log.size() + 1L;
        OptionalLong reply = random.nextInt(3) == 0 ? someMessage() : OptionalLong.empty();
        append(new Event.Message(stamp(author), author.id() + seq, "text " + seq, reply, List.of(), false));
    }

    private void change(UserRef author) {
        OptionalLong target = someMessage();
        if (target.isPresent() && !isDeleted(target.getAsLong())) {
            append(event(author, someWork(target.getAsLong())));
        }
    }

    private void arrive() {
        if (!arriving.isEmpty()) {
            Event event = arriving.remove();
            timeline.apply(event);
            plain.apply(event);
        }
    }

    /** Asks for a page, or gets the one that was asked for, as the log is then. */
    private void ask() {
        if (page.isPresent()) {
            page.get().run();
            page = Optional.empty();
            return;
        }
        boolean older = plain.oldest().isPresent() && random.nextBoolean();
        long before = plain.oldest().orElse(0);
        timeline.expectPage();
        plain.expectPage();
        List<HistoryItem> items = items().stream()
                .filter(item -> !older || item.event().seq() < before)
                .toList();
        List<HistoryItem> newest = items.subList(Math.max(0, items.size() - PAGE), items.size());
        HistoryPage answer = new HistoryPage(newest, log.size(), newest.size() < items.size(), false);
        boolean instead = !older && random.nextBoolean();
        page = Optional.of(() -> {
            while (!arriving.isEmpty() && arriving.peek().seq() <= answer.asOf()) {
                // What was sent before the page was read arrives before it, or the page was loaded instead of it.
                if (instead) {
                    arriving.remove();
                } else {
                    arrive();
                }
            }
            for (Timeline each : List.of(timeline, plain)) {
                if (older) {
                    each.prependOlder(before, answer);
                } else {
                    each.showLatest(answer);
                }
            }
        });
    }

    private void work() {
        someMessage().ifPresent(target -> {
            String clientId = "w" + made++;
            unanswered.put(clientId, someWork(target));
            timeline.showChange(new PendingChange(clientId, unanswered.get(clientId), new Delivery.Sending()));
        });
    }

    private void answer() {
        some().ifPresent(clientId -> {
            Work work = unanswered.remove(clientId);
            if (isDeleted(target(work))) {
                timeline.discard(clientId);
                return;
            }
            append(event(ADA, work));
            for (int early = random.nextInt(3); early > 0; early--) {
                arrive();
            }
            answered.put(clientId, (long) log.size());
            timeline.confirm(clientId, log.size());
        });
    }

    private void failOrTryAgain() {
        some().ifPresent(clientId -> {
            Delivery delivery =
                    random.nextBoolean() ? new Delivery.Failed(ErrorCode.FORBIDDEN) : new Delivery.Sending();
            timeline.showChange(new PendingChange(clientId, unanswered.get(clientId), delivery));
        });
    }

    private void giveUp() {
        some().ifPresent(clientId -> {
            unanswered.remove(clientId);
            timeline.discard(clientId);
        });
    }

    private Optional<String> some() {
        return unanswered.keySet().stream()
                .skip(unanswered.isEmpty() ? 0 : random.nextInt(unanswered.size()))
                .findFirst();
    }

    private OptionalLong someMessage() {
        List<Long> messages = log.stream()
                .filter(Event.Message.class::isInstance)
                .map(Event::seq)
                .toList();
        return messages.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(messages.get(random.nextInt(messages.size())));
    }

    private Work someWork(long target) {
        return switch (random.nextInt(4)) {
            case 0 -> new Work.Delete(target);
            case 1 -> new Work.React(target, "+1", !hasReacted(target));
            default -> new Work.Edit(target, "edit " + made++);
        };
    }

    private static long target(Work work) {
        return new PendingChange("", work, new Delivery.Sending()).target().orElseThrow();
    }

    private Event event(UserRef author, Work work) {
        return switch (work) {
            case Work.Edit(long target, String text) -> new Event.Edited(stamp(author), target, text, List.of(), false);
            case Work.Delete(long target) -> new Event.Deleted(stamp(author), target);
            case Work.React(long target, String emoji, boolean on) ->
                new Event.Reacted(stamp(author), target, emoji, on);
            case Work.Post _ -> throw new AssertionError("never made");
        };
    }

    private void append(Event event) {
        log.add(event);
        arriving.add(event);
    }

    private Event.Stamp stamp(UserRef author) {
        return new Event.Stamp("c1", log.size() + 1L, AT, author);
    }

    private boolean isDeleted(long target) {
        return log.stream().anyMatch(event -> event instanceof Event.Deleted deleted && deleted.target() == target);
    }

    private boolean hasReacted(long target) {
        return log.stream()
                                .filter(event -> event instanceof Event.Reacted reacted && reacted.target() == target)
                                .count()
                        % 2
                == 1;
    }

    /** The log in its final state, as a timeline that hears all of it from the beginning has it. */
    private List<HistoryItem> items() {
        Timeline whole = new Timeline(ADA.id(), _ -> {});
        whole.showLatest(new HistoryPage(List.of(), 0, false, false));
        log.forEach(whole::apply);
        return whole.entries().stream().map(entry -> item((Message) entry)).toList();
    }

    private HistoryItem item(Message shownThere) {
        long seq = shownThere.seq().orElseThrow();
        Event.Message original = (Event.Message) log.get((int) seq - 1);
        boolean deleted = shownThere.marks().deleted();
        OptionalLong rev = log.stream()
                .filter(event -> changed(event.seq()) == seq)
                .mapToLong(Event::seq)
                .max();
        return new HistoryItem(
                new Event.Message(
                        original.stamp(),
                        original.clientId(),
                        shownThere.text(),
                        original.replyTo(),
                        List.of(),
                        deleted),
                shownThere.marks().edited(),
                shownThere.marks().reactions(),
                rev);
    }
}
