package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.item;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.Target;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.LeaveReason;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OpenConversationTest {
    private SessionBench bench = new SessionBench();

    @Test
    void anOpenConversationShowsItsNewestPageAndThenOlderOnes() {
        openLobby(true, item(2), item(3));
        bench.happen(message("c1", 4, BO, "live"));
        bench.session.loadOlder("c1");
        ClientFrame.History older = bench.sent(ClientFrame.History.class);
        assertThat(older.place()).isEqualTo(new ClientFrame.Place.Before(2));
        assertThat(older.limit()).isEqualTo(OptionalInt.of(100));
        bench.session.loadOlder("c1");
        assertThat(bench.allSent(ClientFrame.History.class))
                .as("one is under way")
                .isEmpty();
        bench.answer(older, new Answer.HistoryPage(List.of(item(1)), 4, false, true));
        assertThat(bench.shown().entries())
                .extracting(entry -> entry.seq().orElseThrow())
                .containsExactly(1L, 2L, 3L, 4L);
        bench.session.loadOlder("c1");
        bench.session.open("c1");
        bench.session.open("nowhere");
        bench.session.loadOlder("nowhere");
        assertThat(bench.allSent(ClientFrame.History.class))
                .as("nothing is older, it is open")
                .isEmpty();
    }

    @Test
    void beforeTheFirstPageNobodyIsToldThatThereIsNothing() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.NEWEST_PAGE).loggedIn(lobby(3));
        bench.session.open("c1");
        assertThat(bench.shown().hasOlder()).isTrue();
        ShownTimeline late = new ShownTimeline();
        bench.session.observe(event -> {
            if (event instanceof SessionEvent.TimelineChanged(var _, var change)) {
                late.apply(change);
            }
        });
        ClientFrame.History asked = bench.sent(ClientFrame.History.class);
        assertThat(late.hasOlder()).isTrue();
        bench.answer(asked, new Answer.HistoryPage(List.of(), 3, false, false));
        assertThat(bench.shown().hasOlder()).isFalse();
        assertThat(late.hasOlder()).isFalse();
    }

    @Test
    void aPageThatIsRefusedOrCutCanBeAskedForAgain() {
        openLobby(true, item(2), item(3));
        bench.session.loadOlder("c1");
        bench.refuse(bench.sent(ClientFrame.History.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        bench.session.loadOlder("c1");
        bench.sent(ClientFrame.History.class);
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        assertThat(bench.allSent(ClientFrame.History.class)).isEmpty();
        bench.session.loadOlder("c1");
        bench.sent(ClientFrame.History.class);
    }

    @Test
    void aPageThatTooMuchHappenedAfterIsAskedForAgain() {
        openLobby(true, item(2), item(3));
        bench.session.loadOlder("c1");
        ClientFrame.History older = bench.sent(ClientFrame.History.class);
        long head = happenOften(4);
        bench.answer(older, new Answer.HistoryPage(List.of(item(1)), 3, false, false));
        assertThat(bench.shown().hasOlder()).isTrue();
        ClientFrame.History again = bench.sent(ClientFrame.History.class);
        assertThat(again.place()).isEqualTo(new ClientFrame.Place.Before(2));
        bench.happen(new Event.Deleted(stamp("c1", head + 1, BO), 1));
        bench.answer(again, new Answer.HistoryPage(List.of(item(1)), head, false, false));
        assertThat(bench.shown().hasOlder()).isFalse();
        assertThat(bench.shown().entries().getFirst())
                .isInstanceOfSatisfying(
                        TimelineEntry.Message.class,
                        message -> assertThat(message.marks().deleted()).isTrue());
    }

    @Test
    void aFirstPageThatTooMuchHappenedAfterIsAskedForAgain() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.NEWEST_PAGE).loggedIn(lobby(3));
        bench.session.open("c1");
        ClientFrame.History asked = bench.sent(ClientFrame.History.class);
        long head = happenOften(4);
        bench.answer(asked, new Answer.HistoryPage(List.of(item(3)), 3, true, false));
        assertThat(bench.shown().entries())
                .as("there would be a hole behind it")
                .isEmpty();
        bench.answer(bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(), false));
        ClientFrame.History again = bench.sent(ClientFrame.History.class);
        bench.happen(message("c1", head + 1, BO, "live"));
        bench.answer(again, new Answer.HistoryPage(List.of(item(head)), head, true, false));
        assertThat(bench.shown().entries())
                .extracting(entry -> entry.seq().orElseThrow())
                .containsExactly(head, head + 1);
    }

    /** More happens than is kept for a page. */
    private long happenOften(long first) {
        long last = first + 1_000;
        for (long seq = first; seq <= last; seq++) {
            bench.happen(message("c1", seq, BO, "live"));
        }
        return last;
    }

    @Test
    void aTimelineThatCouldNotBeLoadedIsLoadedAfterTheNextLogin() {
        bench.loggedIn(lobby(3));
        bench.end(new Ending.Lost(""));
        bench.session.open("c1");
        bench.loop.settle();
        assertThat(bench.shown().entries()).isEmpty();
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.sent(ClientFrame.History.class);
    }

    @Test
    void theMembersOfAnOpenConversationAreKeptUpToDate() {
        openLobby(item(3));
        bench.arrive(new ServerFrame.Presence(List.of(online("u-bo", "Bo")), false));
        bench.happen(new Event.Joined(stamp("c1", 4, BO), BO, Optional.empty()));
        assertThat(members()).containsExactly("Ada MEMBER ONLINE", "Bo MEMBER ONLINE");
        assertThat(bench.summary("c1").members()).isEqualTo(3);
        bench.happen(change(5, new Event.RoleChange(BO, Role.MODERATOR)));
        assertThat(members()).containsExactly("Ada MEMBER ONLINE", "Bo MODERATOR ONLINE");
        bench.happen(change(6, new Event.RoleChange(ADA, Role.OWNER)));
        assertThat(((ConversationSummary.Room) bench.summary("c1").title()).role())
                .isEqualTo(Role.OWNER);
        bench.happen(new Event.Left(stamp("c1", 7, BO), BO, LeaveReason.LEFT, Optional.empty(), Optional.empty()));
        assertThat(members()).containsExactly("Ada OWNER ONLINE");
    }

    @Test
    void membersComeInPages() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Answer.MembersPage>> all = future(bench.session.members("c1"));
        ClientFrame.Members first = bench.sent(ClientFrame.Members.class);
        bench.answer(first, new Answer.MembersPage(List.of(member(ADA.id(), "Ada")), true));
        ClientFrame.Members second = bench.sent(ClientFrame.Members.class);
        assertThat(second.after()).contains(ADA.id());
        bench.answer(second, new Answer.MembersPage(List.of(member(BO.id(), "Bo")), false));
        assertThat(((Outcome.Done<Answer.MembersPage>) all.join()).value().members())
                .hasSize(2);
        CompletableFuture<Outcome<Answer.MembersPage>> refused = future(bench.session.members("c1"));
        bench.refuse(bench.sent(ClientFrame.Members.class), ErrorCode.NOT_MEMBER, OptionalLong.empty());
        assertThat(refused.join()).isEqualTo(new Outcome.Refused<>(ErrorCode.NOT_MEMBER, OptionalLong.empty()));
    }

    @Test
    void membersThatAreRefusedInTheMiddleAreNoneAndAnEmptyPageIsTheLast() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Answer.MembersPage>> refused = future(bench.session.members("c1"));
        Answer.MembersPage first = new Answer.MembersPage(List.of(member(ADA.id(), "Ada")), true);
        bench.answer(bench.sent(ClientFrame.Members.class), first);
        bench.refuse(bench.sent(ClientFrame.Members.class), ErrorCode.NOT_MEMBER, OptionalLong.empty());
        assertThat(refused.join()).isEqualTo(new Outcome.Refused<>(ErrorCode.NOT_MEMBER, OptionalLong.empty()));
        CompletableFuture<Outcome<Answer.MembersPage>> ended = future(bench.session.members("c1"));
        bench.answer(bench.sent(ClientFrame.Members.class), first);
        bench.answer(bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(), true));
        assertThat(ended.join()).isEqualTo(new Outcome.Done<>(new Answer.MembersPage(first.members(), false)));
        assertThat(bench.allSent(ClientFrame.Members.class)).isEmpty();
    }

    @Test
    void typingLapsesAfterSixSeconds() {
        bench.loggedIn(lobby(3));
        bench.arrive(new ServerFrame.Typing("c1", BO.id(), true));
        bench.loop.advance(Duration.ofSeconds(5));
        bench.arrive(new ServerFrame.Typing("c1", BO.id(), true));
        bench.loop.advance(Duration.ofSeconds(5));
        bench.link().hear();
        assertThat(typing()).containsExactly(Set.of(BO.id()));
        bench.loop.advance(Duration.ofSeconds(1));
        assertThat(typing()).containsExactly(Set.of(BO.id()), Set.of());
        bench.arrive(new ServerFrame.Typing("c1", BO.id(), true));
        bench.arrive(new ServerFrame.Typing("c1", BO.id(), false));
        bench.arrive(new ServerFrame.Typing("c1", BO.id(), false));
        assertThat(typing()).hasSize(4);
        bench.arrive(new ServerFrame.Typing("c1", BO.id(), true));
        bench.happen(message("c1", 4, BO, "done"));
        assertThat(typing()).hasSize(6).last().isEqualTo(Set.of());
        bench.arrive(new ServerFrame.Typing("c1", BO.id(), true));
        bench.end(new Ending.Lost(""));
        assertThat(typing()).hasSize(8).last().isEqualTo(Set.of());
    }

    @Test
    void nobodyIsToldOfTypingWhereThereIsNoSuchConversation() {
        bench.loggedIn(lobby(3));
        bench.session.typing("c9");
        assertThat(bench.allSent(ClientFrame.Typing.class)).isEmpty();
    }

    @Test
    void saysThatWeTypeAtMostEveryThreeSeconds() {
        bench.session.typing("c1");
        bench.loggedIn(lobby(3));
        bench.session.typing("c1");
        bench.session.typing("c1");
        bench.sent(ClientFrame.Typing.class);
        bench.loop.advance(Duration.ofSeconds(3));
        bench.session.typing("c1");
        bench.sent(ClientFrame.Typing.class);
        bench.session.post(new Target.Conversation("c1"), "x", OptionalLong.empty());
        bench.session.typing("c1");
        bench.sent(ClientFrame.Typing.class);
    }

    private void openLobby(HistoryItem... items) {
        openLobby(false, items);
    }

    private void openLobby(boolean more, HistoryItem... items) {
        bench = new SessionBench(new MemoryKeepStore(), Optional.empty(), Missed.NEWEST_PAGE).loggedIn(lobby(3));
        bench.session.open("c1");
        bench.answer(bench.sent(ClientFrame.History.class), new Answer.HistoryPage(List.of(items), 3, more, false));
        bench.answer(
                bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(member(ADA.id(), "Ada")), false));
    }

    private List<String> members() {
        return bench.heard(SessionEvent.MembersChanged.class).getLast().members().stream()
                .map(member -> member.name() + " " + member.role() + " " + member.status())
                .toList();
    }

    private List<Set<String>> typing() {
        return bench.heard(SessionEvent.TypingChanged.class).stream()
                .map(SessionEvent.TypingChanged::users)
                .toList();
    }

    private static <T> CompletableFuture<T> future(CompletionStage<T> stage) {
        return stage.toCompletableFuture();
    }

    private static Event.Changed change(long seq, Event.RoleChange role) {
        return new Event.Changed(
                stamp("c1", seq, ADA), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(role));
    }

    private static MemberEntry member(String id, String name) {
        return new MemberEntry(id, name, Role.MEMBER, Status.OFFLINE, Optional.empty());
    }

    private static PresenceEntry online(String id, String name) {
        return new PresenceEntry(id, name, Status.ONLINE, Optional.empty());
    }
}
