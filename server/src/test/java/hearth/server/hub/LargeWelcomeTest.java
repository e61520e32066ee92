package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.CloseCode;
import hearth.protocol.ConversationSummary;
import hearth.protocol.GoneReason;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LargeWelcomeTest {
    private static final int ROOMS = 60;

    private final FakeHistoryStore store = new FakeHistoryStore();
    private final HubHarness hub = new HubHarness(store, new Limits(65_536, 4_096, 10_000, 100, 32, Optional.empty()));
    private final TestClient ada = hub.login("Ada");
    private final List<String> rooms = new ArrayList<>();

    LargeWelcomeTest() {
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(ada.ok(Answer.Entered.class, Requests.createRoom("room " + i))
                    .conversation()
                    .id());
        }
        for (int i = 0; i < 60; i++) {
            hub.arrive("Guest " + i);
        }
        ada.disconnect();
        hub.settle();
    }

    @Test
    void theRestFollowsAsTheQueueDrains() {
        TestClient again = arrive();
        assertThat(again.welcome().more()).isTrue();
        assertThat(again.welcome().conversations()).isNotEmpty();
        assertThat(again.welcome().online()).as("conversations come first").isEmpty();
        assertThat(again.takeAll()).isEmpty();

        List<ServerFrame> rest = drain(again);

        assertThat(rest).allMatch(f -> f instanceof ServerFrame.Gained || f instanceof ServerFrame.Presence);
        List<String> named = new ArrayList<>(again.welcome().conversations().stream()
                .map(ConversationSummary::id)
                .toList());
        List<String> people = new ArrayList<>();
        List<Boolean> more = new ArrayList<>();
        for (ServerFrame frame : rest) {
            switch (frame) {
                case ServerFrame.Gained gained -> {
                    more.add(gained.more());
                    named.add(gained.conversation().id());
                }
                case ServerFrame.Presence presence -> {
                    more.add(presence.more());
                    presence.changes().forEach(person -> people.add(person.name()));
                }
                default -> throw new AssertionError(frame);
            }
        }
        assertThat(more).last().isEqualTo(false);
        assertThat(more.subList(0, more.size() - 1)).containsOnly(true);
        assertThat(named).hasSize(ROOMS + 1).doesNotHaveDuplicates().containsAll(rooms);
        assertThat(people).hasSize(61).doesNotHaveDuplicates().contains("Ada", "Guest 59");
        assertThat(owed()).as("nothing more is waited for").isFalse();
    }

    @Test
    void aChunkIsAboutAsLargeAsAFrame() {
        TestClient again = arrive();
        int before = again.transcript().size();

        hub.process(new FromGateway.Drained(again.connection()));

        int bytes = again.transcript().subList(before, again.transcript().size()).stream()
                .mapToInt(String::length)
                .sum();
        assertThat(bytes).isBetween(4_096, 8_192);
        assertThat(owed()).isTrue();
    }

    @Test
    void eventsComeAfterTheirSummaryOnly() {
        TestClient again = arrive();
        String first = again.welcome().conversations().getFirst().id();
        String later = unnamed(again);
        TestClient ben = hub.login("Ben");
        ben.ok(Answer.Entered.class, Requests.join(first));
        ben.ok(Answer.Entered.class, Requests.join(later));

        ben.post(later, "before its summary");
        ben.post(first, "after its summary");

        assertThat(again.takeEvents())
                .hasSize(2)
                .allMatch(event -> event.conversation().equals(first));
        List<ServerFrame> rest = drain(again);
        ConversationSummary summary = rest.stream()
                .filter(ServerFrame.Gained.class::isInstance)
                .map(f -> ((ServerFrame.Gained) f).conversation())
                .filter(c -> c.id().equals(later))
                .findFirst()
                .orElseThrow();
        assertThat(summary.head()).isEqualTo(3);
        assertThat(summary.unread()).isEqualTo(1);
        ben.post(later, "now");
        assertThat(again.takeEvents()).hasSize(1);
    }

    @Test
    void requestsBehindTheHelloAreAnswered() {
        TestClient again = arrive();
        String later = unnamed(again);

        assertThat(again.post(later, "already")).isEqualTo(2);
        Answer.Synced synced = again.ok(Answer.Synced.class, Requests.sync(Map.of(later, 1L)));
        assertThat(((Answer.SyncResult.Recovered) synced.conversations().get(later)).events())
                .hasSize(1);
        assertThat(again.takeAll()).isEmpty();
    }

    @Test
    void aConversationGainedMeanwhileIsPartOfTheWelcome() {
        TestClient again = arrive();
        TestClient ben = hub.login("Ben");
        ben.ok(Answer.Entered.class, Requests.openDirect(again.id()));
        assertThat(again.takeAll()).isEmpty();

        List<ServerFrame> rest = drain(again);

        assertThat(rest)
                .filteredOn(f -> f instanceof ServerFrame.Gained gained
                        && gained.conversation().title() instanceof ConversationSummary.Direct)
                .hasSize(1);
    }

    @Test
    void aConversationOpenedMeanwhileIsNotNamedTwice() {
        TestClient again = arrive();
        TestClient ben = hub.login("Ben");
        String direct = ben.ok(Answer.Entered.class, Requests.openDirect(again.id()))
                .conversation()
                .id();
        again.ok(Answer.Entered.class, Requests.openDirect(ben.id()));

        List<ServerFrame> rest = drain(again);

        assertThat(rest)
                .noneMatch(f -> f instanceof ServerFrame.Gained gained
                        && gained.conversation().id().equals(direct));
        ben.post(direct, "hello");
        assertThat(again.takeEvents()).hasSize(1);
    }

    @Test
    void aConversationLostMeanwhileIsNotNamed() {
        TestClient again = arrive();
        String later = unnamed(again);

        again.done(Requests.deleteRoom(later));

        assertThat(again.takeAll()).containsExactly(new ServerFrame.Gone(later, GoneReason.DELETED));
        assertThat(drain(again))
                .noneMatch(f -> f instanceof ServerFrame.Gained gained
                        && gained.conversation().id().equals(later));
        assertThat(again.closed()).isEmpty();
    }

    @Test
    void markersOfAConversationThatIsNotNamedYetAreNotTold() {
        TestClient ben = hub.login("Ben");
        String direct = ben.ok(Answer.Entered.class, Requests.openDirect(ada.id()))
                .conversation()
                .id();
        ben.post(direct, "hello");
        TestClient again = arrive();
        TestClient third = hub.arrive("Ada");
        String later =
                again.welcome().conversations().stream().anyMatch(c -> c.id().equals(direct)) ? unnamed(again) : direct;
        ben.ok(Answer.Posted.class, Requests.post(direct, "mine", "more"));
        again.takeAll();

        third.ok(Answer.Marked.class, Requests.read(later, 1));
        if (later.equals(direct)) {
            ben.ok(Answer.Marked.class, Requests.read(direct, 2));
        }

        assertThat(again.take(ServerFrame.Read.class)).isEmpty();
    }

    @Test
    void presenceWaitsForTheRest() {
        TestClient again = arrive();
        TestClient ben = hub.login("Ben");
        ben.done(Requests.setStatus(Status.BUSY, "cooking"));
        hub.advance(Duration.ofSeconds(2));
        assertThat(again.takeAll()).isEmpty();

        List<PresenceEntry> told = drain(again).stream()
                .filter(ServerFrame.Presence.class::isInstance)
                .flatMap(f -> ((ServerFrame.Presence) f).changes().stream())
                .toList();

        assertThat(told).contains(new PresenceEntry(ben.id(), "Ben", Status.BUSY, Optional.of("cooking")));
        ben.done(Requests.setStatus(Status.ONLINE, "done"));
        hub.advance(Duration.ofSeconds(2));
        assertThat(again.takeOne(ServerFrame.Presence.class).changes()).hasSize(1);
    }

    @Test
    void aRestThatVanishedEndsAllTheSame() {
        HubHarness small =
                new HubHarness(new FakeHistoryStore(), new Limits(65_536, 1_300, 10_000, 100, 32, Optional.empty()));
        TestClient eve = small.login("Eve");
        for (String name : List.of("Fay", "Gil", "Hal", "Ida", "Jim", "Kim", "Lou", "Max")) {
            TestClient other = small.login(name);
            eve.ok(Answer.Entered.class, Requests.openDirect(other.id()));
        }
        eve.disconnect();
        TestClient again = small.connect();
        again.ask(Requests.token(HubHarness.tokenOf("Eve")));
        assertThat(again.welcome().more()).isTrue();

        List<ServerFrame> rest = drain(small, again);

        assertThat(((ServerFrame.Presence) rest.getLast()).more()).isFalse();
    }

    @Test
    void aConnectionThatEndsIsOwedNothing() {
        TestClient again = arrive();
        again.disconnect();

        hub.process(new FromGateway.Drained(again.connection()));

        assertThat(again.takeAll()).isEmpty();
    }

    @Test
    void whoIsOwedNothingGetsNothingWhenTheQueueDrains() {
        TestClient ben = hub.login("Ben");
        drain(ben);

        hub.process(new FromGateway.Drained(ben.connection()));

        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void aWelcomeGoesOnWhileOnlyWritingFails() {
        TestClient again = arrive();
        store.failing.add(FakeHistoryStore.Call.COMMIT);
        TestClient ben = hub.connect();

        hub.process(
                ben.request(Requests.guest("Ben", HubHarness.tokenOf("Ben"))),
                new FromGateway.Drained(again.connection()));

        assertThat(again.closed()).isEmpty();
        assertThat(again.takeAll()).isNotEmpty();
    }

    @Test
    void aStorageThatFailsMeanwhileEndsTheConnection() {
        TestClient again = arrive();
        store.failing.add(FakeHistoryStore.Call.UNREAD);

        hub.process(new FromGateway.Drained(again.connection()));

        assertThat(again.closed()).contains(CloseCode.GOING_AWAY);
    }

    private TestClient arrive() {
        TestClient again = hub.arrive("Ada");
        hub.settle();
        return again;
    }

    private String unnamed(TestClient client) {
        List<String> named = client.welcome().conversations().stream()
                .map(ConversationSummary::id)
                .toList();
        return rooms.stream().filter(id -> !named.contains(id)).findFirst().orElseThrow();
    }

    private List<ServerFrame> drain(TestClient client) {
        return drain(hub, client);
    }

    private static List<ServerFrame> drain(HubHarness hub, TestClient client) {
        List<ServerFrame> rest = new ArrayList<>();
        ToGateway ask = new ToGateway.TellWhenDrained(client.connection());
        while (hub.said.remove(ask)) {
            hub.said.removeIf(ask::equals);
            hub.process(new FromGateway.Drained(client.connection()));
            rest.addAll(client.takeAll());
        }
        return rest;
    }

    private boolean owed() {
        ToGateway last = hub.said.stream()
                .filter(m -> !(m instanceof ToGateway.Handled))
                .reduce((_, later) -> later)
                .orElseThrow();
        return last instanceof ToGateway.TellWhenDrained;
    }
}
