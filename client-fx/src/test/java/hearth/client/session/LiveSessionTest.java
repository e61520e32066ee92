package hearth.client.session;

import static hearth.client.session.SessionBench.ADA;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.SERVER;
import static hearth.client.session.SessionBench.item;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.room;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Abilities;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.HistoryItem;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LiveSessionTest {
    private SessionBench bench = new SessionBench();

    @Test
    void logsInAsGuestWithATokenThatIsOnDiskBefore() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        Auth.Guest guest = (Auth.Guest) bench.sent(ClientFrame.Hello.class).auth();
        assertThat(guest.name()).isEqualTo("Ada");
        assertThat(guest.token().orElseThrow()).hasSize(43);
        assertThat(bench.store.tokens())
                .isEqualTo(Map.of(new Account("server-1", "Ada"), guest.token().orElseThrow()));
    }

    @Test
    void aSecondLoginUsesTheSameToken() throws Exception {
        bench.store.keepToken(new Account("server-1", "Ada"), "known");
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        assertThat(bench.sent(ClientFrame.Hello.class).auth()).isEqualTo(new Auth.Guest("Ada", Optional.of("known")));
    }

    @Test
    void remembersTheVisit() throws Exception {
        bench.loggedIn(lobby(3));
        assertThat(bench.store.servers()).singleElement().satisfies(visit -> {
            assertThat(visit.serverId()).isEqualTo("server-1");
            assertThat(visit.address()).isEqualTo(SessionBench.ADDRESS);
            assertThat(visit.userName()).isEqualTo("Ada");
        });
    }

    @Test
    void aVisitThatCannotBeRememberedIsNoObstacle() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.store.breakDown(true);
        bench.arrive(SessionBench.welcome(lobby(3)));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        assertThat(bench.heard(SessionEvent.Noticed.class)).isNotEmpty();
    }

    @Test
    void aLargeWelcomeComesInParts() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.arrive(SessionBench.welcome(SERVER, true, lobby(3)));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Syncing());
        bench.happen(message("c1", 5, BO, "a gap before the end"));
        bench.arrive(new ServerFrame.Gained(room("c2", "kitchen", 1), true));
        bench.arrive(new ServerFrame.Presence(List.of(online("u-bo", "Bo")), true));
        bench.arrive(new ServerFrame.Gained(room("c3", "attic", 1), false));
        ClientFrame.Sync sync = bench.sent(ClientFrame.Sync.class);
        bench.answer(
                sync,
                new Answer.Synced(Map.of(
                        "c1",
                        new Answer.SyncResult.Recovered(
                                List.of(message("c1", 4, BO, ""), message("c1", 5, BO, "")), 5))));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        assertThat(bench.heard(SessionEvent.ConversationChanged.class))
                .extracting(event -> event.conversation().id())
                .startsWith("c1", "c2", "c3");
    }

    @Test
    void aLargeWelcomeMayEndWithPresence() {
        bench.session.connect();
        bench.loop.settle();
        bench.recognise();
        bench.arrive(SessionBench.welcome(SERVER, true, lobby(3)));
        bench.arrive(new ServerFrame.Presence(List.of(online("u-bo", "Bo")), false));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        bench.arrive(new ServerFrame.Presence(List.of(online("u-cy", "Cy")), false));
        assertThat(bench.heard(SessionEvent.PresenceChanged.class)).hasSize(4);
    }

    @Test
    void anObserverFirstHearsThePresentState() {
        openLobby(item(3));
        bench.session.post(new Target.Conversation("c1"), "hi", OptionalLong.empty());
        bench.loop.settle();
        List<SessionEvent> heard = new ArrayList<>();
        Subscription subscription = bench.session.observe(heard::add);
        bench.loop.settle();
        assertThat(heard)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "StateChanged",
                        "AbilitiesTold",
                        "SignedIn",
                        "ConversationChanged",
                        "PresenceChanged",
                        "TimelineChanged",
                        "MembersChanged",
                        "OutboxChanged");
        int before = heard.size();
        subscription.close();
        bench.happen(message("c1", 4, BO, "x"));
        assertThat(heard).hasSize(before);
    }

    @Test
    void whatCanBeDoneIsWhatTheKindOfServerCanUntilTheServerSaysWhatItOffers() {
        assertThat(bench.heard(SessionEvent.AbilitiesTold.class))
                .containsExactly(new SessionEvent.AbilitiesTold(Abilities.HEARTH));
        bench.loggedIn(lobby(3));
        SessionEvent.SignedIn known = bench.heard(SessionEvent.SignedIn.class).getLast();
        assertThat(bench.heard(SessionEvent.AbilitiesTold.class).getLast().abilities())
                .isEqualTo(Abilities.HEARTH.within(known.capabilities(), known.limits()));
    }

    @Test
    void anObserverThatFailsHarmsNobody() {
        bench.session.observe(_ -> {
            throw new IllegalStateException("an observer's mistake");
        });
        bench.loggedIn(lobby(3));
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void anotherEpochDropsWhatIsKnownAndKeepsTheOutbox() {
        bench.loggedIn(lobby(3), room("c2", "kitchen", 9));
        bench.session.open("c1");
        bench.session.post(new Target.Conversation("c1"), "hi", OptionalLong.empty());
        bench.loop.settle();
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.recognise();
        bench.arrive(SessionBench.welcome(new ServerInfo("server-1", "epoch-2", "Kitchen", "1.0.0"), false, lobby(2)));
        assertThat(bench.allSent(ClientFrame.Sync.class))
                .as("no two histories are mixed")
                .isEmpty();
        assertThat(bench.heard(SessionEvent.ConversationRemoved.class))
                .containsExactly(new SessionEvent.ConversationRemoved("c2", GoneReason.DELETED));
        assertThat(bench.store.outboxOfAll()).hasSize(1);
        bench.happen(message("c1", 3, BO, "new three"));
        assertThat(bench.applied()).containsExactly(3L);
    }

    @Test
    void aConversationIsGainedAndLost() {
        bench.loggedIn(lobby(3));
        bench.arrive(new ServerFrame.Gained(room("c2", "kitchen", 5), false));
        bench.happen(message("c2", 6, BO, "hi"));
        bench.arrive(new ServerFrame.Gained(room("c2", "kitchen", 60), false));
        bench.happen(message("c2", 7, BO, "later summaries move nothing"));
        assertThat(bench.applied()).containsExactly(6L, 7L);
        bench.arrive(new ServerFrame.Gone("c2", GoneReason.KICKED));
        bench.arrive(new ServerFrame.Gone("c2", GoneReason.KICKED));
        bench.happen(message("c2", 8, BO, "not ours"));
        assertThat(bench.applied()).containsExactly(6L, 7L);
        assertThat(bench.heard(SessionEvent.ConversationRemoved.class)).hasSize(1);
        bench.arrive(new ServerFrame.Gained(room("c2", "kitchen", 20), false));
        bench.happen(message("c2", 21, BO, "again"));
        assertThat(bench.applied()).containsExactly(6L, 7L, 21L);
    }

    @Test
    void draftsAreKeptByAccount() {
        assertThat(draft()).as("nobody is known yet").isEmpty();
        bench.session.keepDraft("c1", "lost");
        bench.loggedIn(lobby(3));
        bench.session.keepDraft("c1", "unfinished");
        assertThat(draft()).isEqualTo("unfinished");
        bench.store.breakDown(true);
        assertThat(draft()).isEmpty();
        bench.session.keepDraft("c1", "more");
        assertThat(bench.heard(SessionEvent.Noticed.class).getLast().notice())
                .isEqualTo(SessionEvent.Notice.STORE_FAILED);
    }

    @Test
    void framesWithoutMeaningHereAreIgnored() {
        bench.loggedIn(lobby(3));
        bench.arrive(new ServerFrame.Unknown("new-thing"));
        bench.arrive(new ServerFrame.Pong(Optional.empty(), Optional.empty()));
        bench.arrive(SessionBench.welcome(lobby(9)));
        bench.arrive(new ServerFrame.Ok(77, new Answer.Done()));
        bench.arrive(new ServerFrame.Error(
                OptionalLong.empty(), ErrorCode.BAD_FRAME, "", OptionalLong.empty(), Optional.empty()));
        bench.happen(new Event.Unknown(stamp("c1", 4, BO), "new-kind"));
        bench.happen(message("c1", 5, BO, "x"));
        assertThat(bench.applied()).containsExactly(4L, 5L);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
    }

    @Test
    void shuttingDownSaysGoodbyeAndEndsTheLoop() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Void> done = bench.session.shutDown().toCompletableFuture();
        bench.loop.settle();
        assertThat(bench.link().isClosed()).isTrue();
        assertThat(done).isNotDone();
        bench.end(new Ending.Closed(1000, ""));
        assertThat(done).isDone();
        assertThat(bench.loop.isOver()).isTrue();
        assertThat(bench.session.shutDown().toCompletableFuture()).isDone();
    }

    @Test
    void aLinkThatDoesNotSayGoodbyeIsWaitedForTwoSeconds() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Void> done = bench.session.shutDown().toCompletableFuture();
        bench.loop.advance(Duration.ofSeconds(2).minusMillis(1));
        assertThat(done).isNotDone();
        bench.loop.advance(Duration.ofMillis(1));
        assertThat(done).isDone();
    }

    @Test
    void closingReturnsOnceTheFarewellIsOverThoughTheServerDoesNotAnswer() {
        bench.loggedIn(lobby(3));
        bench.happen(message("c1", 4, BO, "x"));
        bench.session.markRead("c1", 4);
        bench.loop.settle();
        assertThat(bench.store.allMarkers())
                .as("the server has not confirmed it, but may yet")
                .isEmpty();
        bench.loop.hurry(Duration.ofSeconds(2));
        bench.session.close();
        assertThat(bench.link().isClosed()).as("it was told goodbye").isTrue();
        assertThat(bench.loop.isOver()).isTrue();
        assertThat(bench.store.allMarkers())
                .as("on disk before the files are closed")
                .isEqualTo(Map.of("c1", 4L));
    }

    @Test
    void whoIsInterruptedWhileClosingGoesOnAndStaysInterrupted() {
        bench.loggedIn(lobby(3));
        Thread.currentThread().interrupt();
        bench.session.close();
        assertThat(Thread.interrupted()).isTrue();
        bench.loop.advance(Duration.ofSeconds(2));
        assertThat(bench.loop.isOver())
                .as("the end comes without anybody who waits")
                .isTrue();
    }

    @Test
    void closingWhatHasEndedReturnsAtOnce() {
        bench.loggedIn(lobby(3));
        bench.session.shutDown();
        bench.loop.advance(Duration.ofSeconds(2));
        bench.session.close();
        assertThat(bench.session.shutDown().toCompletableFuture()).isCompleted();
    }

    @Test
    void aCommandThatFailsSaysSoAndTheSessionGoesOn() {
        bench.loggedIn(lobby(3));
        CompletableFuture<PostResult> posted = future(bench.session.post(null, "hi", OptionalLong.empty()));
        bench.loop.settle();
        assertThat(posted).isCompletedExceptionally();
        assertThat(draft()).isEmpty();
    }

    @Test
    void aCommandThatComesTooLateSaysSo() {
        bench.loggedIn(lobby(3));
        bench.session.shutDown();
        bench.loop.advance(Duration.ofSeconds(2));
        assertThat(bench.loop.isOver()).isTrue();
        assertThat(future(bench.session.post(new Target.Conversation("c1"), "hi", OptionalLong.empty())))
                .isCompletedExceptionally();
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

    private String draft() {
        CompletableFuture<String> draft = future(bench.session.draft("c1"));
        bench.loop.settle();
        return draft.join();
    }

    private static <T> CompletableFuture<T> future(CompletionStage<T> stage) {
        return stage.toCompletableFuture();
    }

    private static MemberEntry member(String id, String name) {
        return new MemberEntry(id, name, Role.MEMBER, Status.OFFLINE, Optional.empty());
    }

    private static PresenceEntry online(String id, String name) {
        return new PresenceEntry(id, name, Status.ONLINE, Optional.empty());
    }
}
