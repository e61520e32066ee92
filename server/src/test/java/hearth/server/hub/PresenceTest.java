package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ClientFrame;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final Duration INTERVAL = PresenceBoard.INTERVAL;

    private final HubHarness hub = HubHarness.empty();
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");

    @Test
    void aStatusIsToldToEverybody() {
        ada.done(Requests.setStatus(Status.AWAY, "lunch"));
        hub.advance(INTERVAL);

        for (TestClient client : List.of(ada, ben)) {
            assertThat(client.takeOne(ServerFrame.Presence.class))
                    .isEqualTo(new ServerFrame.Presence(List.of(entry(ada, "Ada", Status.AWAY, "lunch")), false));
        }
        hub.assertNothingLeft();
    }

    @Test
    void whoeverIsSignedInIsOneOfThePeopleHoweverManyConnectionsThatAre() {
        assertThat(hub.hub().people()).extracting(UserRef::name).containsExactlyInAnyOrder("Ada", "Ben");
        TestClient again = hub.login("Ada");
        hub.connect();
        assertThat(hub.hub().people()).hasSize(2);
        again.disconnect();
        assertThat(hub.hub().people()).hasSize(2);
        ada.disconnect();
        assertThat(hub.hub().people()).extracting(UserRef::name).containsExactly("Ben");
    }

    @Test
    void changesAreToldTogetherAtMostOnceASecondWithTheLastState() {
        ada.done(Requests.setStatus(Status.AWAY, "1"));
        hub.advance(INTERVAL);
        ben.takeAll();
        ada.done(Requests.setStatus(Status.BUSY, "2"));
        ada.done(Requests.setStatus(Status.AWAY, "3"));
        ben.done(Requests.setStatus(Status.BUSY, "4"));
        hub.advance(INTERVAL.minusMillis(1));
        assertThat(ben.takeAll()).isEmpty();

        hub.advance(Duration.ofMillis(1));

        assertThat(ben.takeOne(ServerFrame.Presence.class).changes())
                .containsExactlyInAnyOrder(entry(ada, "Ada", Status.AWAY, "3"), entry(ben, "Ben", Status.BUSY, "4"));
        hub.advance(INTERVAL);
        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void theIntervalIsLongerThanTheSecondThatTheProtocolGrants() {
        assertThat(INTERVAL).isGreaterThan(Duration.ofSeconds(1)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void theHubSaysWhenItHasSomethingToTell() {
        assertThat(hub.hub().nextTickNanos()).isEmpty();
        ada.done(Requests.setStatus(Status.AWAY, "1"));
        hub.advance(INTERVAL);
        ada.done(Requests.setStatus(Status.BUSY, "2"));

        assertThat(hub.hub().nextTickNanos()).hasValue(hub.clock.clock().nanos() + INTERVAL.toNanos());
    }

    @Test
    void theEarliestOfAllTimersCounts() {
        hub.connect();
        long opened = hub.clock.clock().nanos();
        hub.advance(Reception.HELLO_WITHIN.minusMillis(600));
        ada.send(new ClientFrame.Typing(hub.lobby(), true));
        assertThat(hub.hub().nextTickNanos()).hasValue(opened + Reception.HELLO_WITHIN.toNanos());
        hub.advance(Duration.ofMillis(300));
        ben.send(new ClientFrame.Typing(hub.lobby(), true));
        hub.advance(Duration.ofMillis(300));

        assertThat(hub.hub().nextTickNanos())
                .as("the connection is closed, Ada's interval ends first")
                .hasValue(opened + Reception.HELLO_WITHIN.minusMillis(600).toNanos() + TypingRelay.INTERVAL.toNanos());
    }

    @Test
    void aUserIsOnlineWhileOneConnectionIs() {
        TestClient second = hub.login("Ada");
        second.disconnect();
        hub.advance(INTERVAL);
        assertThat(ben.takeAll()).isEmpty();

        ada.disconnect();
        hub.advance(INTERVAL);

        assertThat(ben.takeOne(ServerFrame.Presence.class).changes())
                .containsExactly(new PresenceEntry(ada.id(), "Ada", Status.OFFLINE, Optional.empty()));
    }

    @Test
    void aSecondConnectionIsNoNews() {
        hub.arrive("Ada");

        hub.advance(INTERVAL);

        assertThat(ben.takeAll()).isEmpty();
    }

    @Test
    void aStatusLastsUntilTheLastConnectionEnds() {
        TestClient second = hub.login("Ada");
        ada.done(Requests.setStatus(Status.BUSY, "busy"));
        ada.disconnect();
        hub.settle();

        assertThat(hub.login("Cyd").welcome().online()).contains(entry(ada, "Ada", Status.BUSY, "busy"));

        second.disconnect();
        TestClient again = hub.login("Ada");
        assertThat(again.welcome().online())
                .contains(new PresenceEntry(ada.id(), "Ada", Status.ONLINE, Optional.empty()));
    }

    @Test
    void aStatusWithoutATextTakesTheTextBack() {
        ada.done(Requests.setStatus(Status.BUSY, "busy"));
        ada.done(id -> new ClientFrame.SetStatus(id, Status.ONLINE, Optional.empty()));

        hub.advance(INTERVAL);

        assertThat(ben.takeOne(ServerFrame.Presence.class).changes())
                .containsExactly(new PresenceEntry(ada.id(), "Ada", Status.ONLINE, Optional.empty()));
    }

    @Test
    void whatTheWelcomeToldIsNotToldAgain() {
        ada.done(Requests.setStatus(Status.BUSY, "before"));
        TestClient cyd = hub.arrive("Cyd");
        ben.done(Requests.setStatus(Status.AWAY, "after"));

        hub.advance(INTERVAL);

        assertThat(cyd.welcome().online()).contains(entry(ada, "Ada", Status.BUSY, "before"));
        assertThat(cyd.takeOne(ServerFrame.Presence.class).changes())
                .containsExactly(entry(ben, "Ben", Status.AWAY, "after"));
        assertThat(ada.takeOne(ServerFrame.Presence.class).changes()).hasSize(3);
    }

    @Test
    void oneFrameIsSharedByAllWhoNeedTheSame() {
        hub.login("Cyd");
        hub.said.clear();
        ada.done(Requests.setStatus(Status.BUSY, "x"));

        hub.advance(INTERVAL);

        assertThat(hub.said)
                .filteredOn(ToGateway.Deliver.class::isInstance)
                .last()
                .satisfies(message ->
                        assertThat(((ToGateway.Deliver) message).connections()).containsExactly(1, 2, 3));
    }

    @Test
    void whatDoesNotFitIntoOneFrameIsToldASecondLaterTheLongestWaitingFirst() {
        HubHarness narrow =
                new HubHarness(new FakeHistoryStore(), new Limits(65_536, 2_000, 10_000, 100, 32, Optional.empty()));
        List<TestClient> people = List.of(narrow.login("Ada"), narrow.login("Ben"), narrow.login("Cyd"));
        narrow.settle();
        people.forEach(person -> person.done(Requests.setStatus(Status.BUSY, "\u0001".repeat(125))));
        people.getFirst().done(Requests.setStatus(Status.AWAY, "\u0001".repeat(125)));

        List<String> told = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            narrow.advance(INTERVAL);
            people.getFirst().takeOne(ServerFrame.Presence.class).changes().forEach(change -> {
                told.add(change.name());
                people.getFirst().done(Requests.setStatus(Status.ONLINE, "\u0001".repeat(125)));
            });
        }

        assertThat(told).startsWith("Ada", "Ben", "Cyd");
    }

    private static PresenceEntry entry(TestClient client, String name, Status status, String text) {
        return new PresenceEntry(client.id(), name, status, Optional.of(text));
    }
}
