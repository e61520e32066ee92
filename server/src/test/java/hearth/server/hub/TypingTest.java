package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ServerFrame;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TypingTest {
    private static final Duration INTERVAL = TypingRelay.INTERVAL;

    private final HubHarness hub = HubHarness.empty();
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final TestClient cyd = hub.login("Cyd");
    private final String kitchen = hub.room("kitchen", ada, ben);

    @Test
    void theOtherMembersAreToldAtOnce() {
        TestClient second = hub.login("Ada");

        typing(ada, true);

        assertThat(ben.takeAll()).containsExactly(new ServerFrame.Typing(kitchen, ada.id(), true));
        assertThat(ada.takeAll()).isEmpty();
        assertThat(second.takeAll()).isEmpty();
        assertThat(cyd.takeAll()).isEmpty();
    }

    @Test
    void atMostOnceASecondWithTheLastState() {
        typing(ada, true);
        ben.takeAll();
        typing(ada, false);
        typing(ada, true);
        typing(ada, false);
        hub.advance(INTERVAL.minusMillis(1));
        assertThat(ben.takeAll()).isEmpty();

        hub.advance(Duration.ofMillis(1));

        assertThat(ben.takeAll()).containsExactly(new ServerFrame.Typing(kitchen, ada.id(), false));
        typing(ada, true);
        assertThat(ben.takeAll()).as("too early again").isEmpty();
        hub.advance(INTERVAL);
        assertThat(ben.takeAll()).containsExactly(new ServerFrame.Typing(kitchen, ada.id(), true));
        hub.advance(INTERVAL);
        assertThat(ben.takeAll()).isEmpty();
        assertThat(hub.hub().nextTickNanos()).as("nothing is waited for").isEmpty();
    }

    @Test
    void afterTheIntervalItIsToldAtOnceAgain() {
        typing(ada, true);
        ben.takeAll();
        hub.clock.advance(INTERVAL);

        typing(ada, true);

        assertThat(ben.takeAll()).hasSize(1);
    }

    @Test
    void theIntervalIsEachPersonsAndConversations() {
        typing(ada, true);
        typing(ben, true);
        ada.send(new ClientFrame.Typing(hub.lobby(), true));

        assertThat(ben.takeAll()).hasSize(2);
        assertThat(ada.takeAll()).hasSize(1);
        assertThat(hub.hub().nextTickNanos()).hasValue(hub.clock.clock().nanos() + INTERVAL.toNanos());
    }

    @Test
    void theIntervalIsLongerThanTheSecondThatTheProtocolGrants() {
        assertThat(INTERVAL).isGreaterThan(Duration.ofSeconds(1)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whoIsNoMemberOrMutedIsIgnored() {
        typing(cyd, true);
        cyd.send(new ClientFrame.Typing("nowhere", true));
        ada.done(Requests.mute(kitchen, ben.id(), 60));
        typing(ben, true);
        hub.connect().send(new ClientFrame.Typing(kitchen, true));

        assertThat(ada.takeAll()).isEmpty();
        assertThat(hub.hub().nextTickNanos()).isPresent();
    }

    @Test
    void whoLeftMeanwhileIsNotTold() {
        typing(ben, true);
        typing(ben, false);
        ben.done(Requests.leave(kitchen));
        ada.takeAll();

        hub.advance(INTERVAL);

        assertThat(ada.take(ServerFrame.Typing.class)).isEmpty();
    }

    @Test
    void whoLoggedOutMeanwhileIsNotTold() {
        String direct = ada.ok(Answer.Entered.class, Requests.openDirect(ben.id()))
                .conversation()
                .id();
        ben.send(new ClientFrame.Typing(direct, true));
        ben.send(new ClientFrame.Typing(direct, false));
        ben.done(Requests.logOut());
        ada.takeAll();

        hub.advance(INTERVAL);

        assertThat(ada.take(ServerFrame.Typing.class)).isEmpty();
    }

    private void typing(TestClient client, boolean active) {
        client.send(new ClientFrame.Typing(kitchen, active));
    }
}
