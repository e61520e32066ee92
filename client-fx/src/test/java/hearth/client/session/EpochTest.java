package hearth.client.session;

import static hearth.client.session.SessionBench.AT;
import static hearth.client.session.SessionBench.SERVER;
import static hearth.client.session.SessionBench.item;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done in one history of a server, and meets another one: after a restore, the same numbers name other messages. */
class EpochTest {
    private static final Account ADA = new Account("server-1", "Ada");
    private static final Target LOBBY = new Target.Conversation("c1");
    private static final ServerInfo RESTORED = new ServerInfo("server-1", "epoch-2", "Kitchen", "1.0.0");

    private SessionBench bench = new SessionBench();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasDoneToMessagesIsNotDoneToThoseThatHaveTheirNumbersNow(boolean restarted) {
        workOffline();
        if (restarted) {
            bench = new SessionBench(bench.store.copy(), Optional.of("server-1"), Missed.NEWEST_PAGE);
            bench.session.connect();
            bench.loop.settle();
        }
        comeBackTo(RESTORED);

        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("still said");
        assertThat(changesSent()).isEmpty();
        assertThat(failed())
                .containsExactly(ErrorCode.UNKNOWN_MESSAGE, ErrorCode.UNKNOWN_MESSAGE, ErrorCode.UNKNOWN_MESSAGE);
        assertThat(bench.heard(SessionEvent.Noticed.class))
                .extracting(SessionEvent.Noticed::notice)
                .contains(Notice.HISTORY_REPLACED);
    }

    @Test
    void theyAreNotDoneAtASecondTryEither() {
        workOffline();
        comeBackTo(RESTORED);
        bench.link().takeSent();
        bench.store.outboxOfAll().forEach(entry -> bench.session.resend(entry.clientId()));
        bench.loop.settle();
        assertThat(changesSent()).isEmpty();
        assertThat(bench.store.outboxOfAll())
                .filteredOn(entry -> !(entry.work() instanceof Work.Post))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.failure()).contains("unknown-message"));
    }

    @Test
    void theSameHistoryTakesThemAll() {
        workOffline();
        comeBackTo(SERVER);
        bench.answer(bench.sent(ClientFrame.Edit.class), new Answer.Applied(OptionalLong.of(471)));
        bench.answer(bench.sent(ClientFrame.Delete.class), new Answer.Applied(OptionalLong.of(472)));
        bench.answer(bench.sent(ClientFrame.React.class), new Answer.Applied(OptionalLong.of(473)));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("still said");
    }

    @Test
    void aMessageThatAnsweredOneOfThemAnswersNone() {
        bench.loggedIn(lobby(470));
        bench.end(new Ending.Lost(""));
        bench.session.post(LOBBY, "I agree", OptionalLong.of(470));
        bench.loop.settle();
        String clientId = bench.store.outboxOfAll().getFirst().clientId();
        comeBackTo(RESTORED);
        ClientFrame.Post sent = bench.sent(ClientFrame.Post.class);
        assertThat(sent).isEqualTo(new ClientFrame.Post(sent.id(), "c1", clientId, "I agree", OptionalLong.empty()));
        assertThat(failed()).isEmpty();
    }

    @Test
    void nothingOfItIsShownAtTheMessagesThatHaveTheNumbersNow() {
        bench.loggedIn(lobby(470));
        bench.session.open("c1");
        bench.loop.settle();
        workOffline();
        comeBackTo(RESTORED);
        answerPages(new Answer.HistoryPage(
                List.of(
                        item(message("c1", 469, SessionBench.BO, "new")),
                        item(message("c1", 470, SessionBench.BO, "newer"))),
                480,
                false,
                false));
        assertThat(bench.shown().entries())
                .map(TimelineEntry.Message.class::cast)
                .filteredOn(shown -> shown.seq().isPresent())
                .hasSize(2)
                .allSatisfy(shown -> {
                    assertThat(shown.text()).startsWith("new");
                    assertThat(shown.awaited()).isEmpty();
                });
    }

    @Test
    void markersOfAnotherHistoryAreDropped() {
        ConversationSummary lobby = lobby(470);
        bench.loggedIn(
                new ConversationSummary(lobby.id(), lobby.title(), lobby.members(), 470, 460, 10, 0, Optional.empty()));
        bench.end(new Ending.Lost(""));
        bench.session.markRead("c1", 465);
        bench.loop.settle();
        MemoryKeepStore left = bench.store.copy();
        assertThat(left.allMarkers()).containsEntry("c1", 465L);
        comeBackTo(RESTORED);
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
        assertThat(bench.store.allMarkers()).isEmpty();

        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        comeBackTo(RESTORED);
        assertThat(bench.allSent(ClientFrame.Read.class)).isEmpty();
        assertThat(left.allMarkers()).isEmpty();
    }

    @Test
    void whatHasNoEpochIsOfTheFirstOneThatIsMet() throws Exception {
        MemoryKeepStore left = new MemoryKeepStore();
        left.add(
                new OutboxEntry(ADA, "old", LOBBY, new Work.Delete(470), AT, Optional.empty(), new Progress.Waiting()));
        left.keepMarker(ADA, "c1", new KeepStore.Marker(465, Optional.empty()));
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        bench.logIn(lobby(470));
        assertThat(changesSent()).hasSize(1);
        assertThat(left.outboxOfAll().getFirst().epoch()).contains(SERVER.epoch());
        assertThat(left.markers(ADA).get("c1").epoch()).contains(SERVER.epoch());
        bench.end(new Ending.Lost(""));
        comeBackTo(RESTORED);
        assertThat(changesSent()).isEmpty();
        assertThat(failed()).containsExactly(ErrorCode.UNKNOWN_MESSAGE);
    }

    /** An edit, a deletion, a reaction and a message, done while there is no connection. */
    private void workOffline() {
        if (bench.links.isEmpty()) {
            bench.loggedIn(lobby(470));
        }
        bench.end(new Ending.Lost(""));
        bench.session.edit("c1", 470, "better");
        bench.session.delete("c1", 470);
        bench.session.react("c1", 469, "+1", true);
        bench.session.post(LOBBY, "still said", OptionalLong.empty());
        bench.loop.settle();
    }

    private void answerPages(Answer.HistoryPage page) {
        for (List<ClientFrame> sent = bench.link().takeSent();
                !sent.isEmpty();
                sent = bench.link().takeSent()) {
            for (ClientFrame frame : sent) {
                switch (frame) {
                    case ClientFrame.History history -> bench.answer(history, page);
                    case ClientFrame.Members members -> bench.answer(members, new Answer.MembersPage(List.of(), false));
                    default -> {
                        // Not a page.
                    }
                }
            }
        }
    }

    private void comeBackTo(ServerInfo server) {
        if (bench.link().isEnded()) {
            bench.comeBack();
        }
        bench.recognise();
        bench.arrive(SessionBench.welcome(server, false, lobby(480)));
    }

    private List<ClientFrame> changesSent() {
        return bench.link().takeSent().stream()
                .filter(frame -> frame instanceof ClientFrame.Edit
                        || frame instanceof ClientFrame.Delete
                        || frame instanceof ClientFrame.React)
                .toList();
    }

    private List<ErrorCode> failed() {
        return bench.heard(SessionEvent.OutboxChanged.class).stream()
                .filter(changed -> changed.state() == OutboxState.FAILED)
                .map(changed -> changed.reason().orElseThrow())
                .toList();
    }
}
