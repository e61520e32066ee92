package hearth.client.session;

import static hearth.client.session.SessionBench.AT;
import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.direct;
import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.ConversationReplaced;
import hearth.client.session.SessionEvent.TimelineChanged;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import hearth.protocol.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Direct conversations that are shown before the server knows them. */
class ProspectTest {
    private static final Account ACCOUNT = new Account("server-1", "Ada");
    private static final Target PERSON = new Target.Person("Bo");

    private SessionBench bench = new SessionBench();

    @Test
    void aFirstMessageWrittenOfflineShowsAtOnceAndMovesToTheRealConversation() {
        offline();
        String prospect = begin("Bo").id();
        post(new Target.Conversation(prospect), "one");
        post(PERSON, "two");
        assertThat(shown(prospect)).containsExactly("? one", "? two");
        assertThat(bench.store.outboxOfAll()).extracting(OutboxEntry::target).containsOnly(PERSON);

        bench.session.connect();
        bench.loop.settle();
        bench.logIn(lobby(3));
        bench.answer(bench.sent(ClientFrame.OpenDirect.class), new Answer.Entered(direct("d1", BO, 0)));

        assertThat(bench.heard(ConversationReplaced.class)).containsExactly(new ConversationReplaced(prospect, "d1"));
        assertThat(shown("d1")).containsExactly("? one", "? two");
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        assertThat(one.conversation()).isEqualTo("d1");
        bench.answer(one, new Answer.Posted("d1", 1, AT, false));
        assertThat(bench.sent(ClientFrame.Post.class).text()).isEqualTo("two");
        assertThat(shown("d1")).containsExactly("1 one", "? two");
    }

    @Test
    void aProspectSurvivesARestartWhileOffline() {
        offline();
        post(PERSON, "one");
        bench = new SessionBench(bench.store.copy(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        assertThat(shown("@Bo")).containsExactly("? one");
        assertThat(bench.summary("@Bo").title()).isInstanceOf(ConversationSummary.Direct.class);
        assertThat(author("@Bo").name()).isEqualTo("Ada");
    }

    @Test
    void anUnfinishedTextKeepsItsProspectAndGoesWithIt() {
        offline();
        begin("Bo");
        bench.session.keepDraft("@Bo", "half");
        bench.loop.settle();
        bench = new SessionBench(bench.store.copy(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        assertThat(bench.heard(SessionEvent.DraftsKept.class).getLast().conversations())
                .containsExactly("@Bo");
        assertThat(bench.summary("@Bo").id()).isEqualTo("@Bo");
        bench.logIn(lobby(3), direct("d1", BO, 0));
        assertThat(join(bench.session.draft("d1"))).isEqualTo("half");
        assertThat(join(bench.session.draft("@Bo"))).isEmpty();
    }

    @Test
    void whereTheOtherSideBeganMeanwhileNothingIsOpened() {
        offline();
        post(PERSON, "one");
        bench.session.connect();
        bench.loop.settle();
        bench.logIn(lobby(3), direct("d1", BO, 0));
        assertThat(bench.heard(ConversationReplaced.class)).containsExactly(new ConversationReplaced("@Bo", "d1"));
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("d1");
    }

    @Test
    void aConversationThatComesIntoBeingLaterReplacesTheProspect() {
        offline();
        begin("bo");
        bench.session.connect();
        bench.loop.settle();
        bench.logIn(lobby(3));
        bench.arrive(new ServerFrame.Gained(direct("d1", BO, 0), false));
        assertThat(bench.heard(ConversationReplaced.class)).containsExactly(new ConversationReplaced("@bo", "d1"));
        post(new Target.Person("BO"), "one");
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("d1");
    }

    @Test
    void whatFailedBecauseNobodyIsCalledSoStaysInTheProspect() {
        offline();
        post(PERSON, "one");
        bench.session.connect();
        bench.loop.settle();
        bench.logIn(lobby(3));
        bench.refuse(bench.sent(ClientFrame.OpenDirect.class), ErrorCode.UNKNOWN_USER, OptionalLong.empty());
        assertThat(shown("@Bo")).containsExactly("? one");
        String clientId = bench.store.outboxOfAll().getFirst().clientId();
        bench.session.resend(clientId);
        bench.answer(bench.sent(ClientFrame.OpenDirect.class), new Answer.Entered(direct("d1", BO, 0)));
        assertThat(bench.sent(ClientFrame.Post.class).clientId()).isEqualTo(clientId);
    }

    @Test
    void whatFailedGoesAlongAsItIs() {
        offline();
        post(PERSON, "one");
        bench.session.connect();
        bench.loop.settle();
        bench.logIn(lobby(3));
        bench.refuse(bench.sent(ClientFrame.OpenDirect.class), ErrorCode.UNKNOWN_USER, OptionalLong.empty());
        bench.arrive(new ServerFrame.Gained(direct("d1", BO, 0), false));
        assertThat(shown("d1")).containsExactly("? one");
        assertThat(bench.store.outboxOfAll().getFirst().target()).isEqualTo(new Target.Conversation("d1"));
        assertThat(bench.store.outboxOfAll().getFirst().failure()).contains("unknown-user");
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
    }

    @Test
    void oneWhomEarlierProcessesWroteDifferentlyIsOnePerson() {
        MemoryKeepStore left = new MemoryKeepStore();
        for (String name : List.of("Bo", "bo")) {
            left.add(new OutboxEntry(
                    ACCOUNT,
                    "to " + name,
                    new Target.Person(name),
                    new Work.Post(name, OptionalLong.empty()),
                    AT,
                    Optional.empty(),
                    new Progress.Waiting()));
        }
        bench = new SessionBench(left, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        assertThat(shown("@Bo")).containsExactly("? Bo", "? bo");
        bench.logIn(lobby(3));
        bench.answer(bench.sent(ClientFrame.OpenDirect.class), new Answer.Entered(direct("d1", BO, 0)));
        assertThat(shown("d1")).containsExactly("? Bo", "? bo");
    }

    @Test
    void withoutAConnectionKnownConversationsAreFound() {
        assertThat(join(bench.session.openDirect(new Target.Person("Bo"))))
                .as("nobody knows whose it would be")
                .isInstanceOf(Outcome.NotConnected.class);
        bench.loggedIn(lobby(3), direct("d1", BO, 0));
        bench.end(new Ending.Lost(""));
        Outcome<ConversationSummary> known = new Outcome.Done<>(direct("d1", BO, 0));
        assertThat(join(bench.session.openDirect(new Target.Person("Robert", Optional.of(BO.id())))))
                .isEqualTo(known);
        assertThat(join(bench.session.openDirect(new Target.Person("bo")))).isEqualTo(known);
        assertThat(join(bench.session.openDirect(new Target.Person(" ")))).isInstanceOf(Outcome.NotConnected.class);
        assertThat(begin("Cy").id()).isEqualTo("@Cy");
        assertThat(begin("cy").id()).as("one for each person").isEqualTo("@Cy");
    }

    @Test
    void whoeverHasTheNameByThenIsNotWhoWasMeant() {
        offline();
        Target.Person met = new Target.Person("Bo", Optional.of(BO.id()));
        String prospect = opened(met).id();
        post(new Target.Conversation(prospect), "for you alone");
        bench.session.keepDraft(prospect, "half");
        bench.loop.settle();
        bench = new SessionBench(bench.store.copy(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        assertThat(shown(prospect)).containsExactly("? for you alone");
        bench.logIn(lobby(3), direct("d2", new UserRef("u-other", "Bo"), 0));
        ClientFrame.OpenDirect open = bench.sent(ClientFrame.OpenDirect.class);
        assertThat(open.with()).isEqualTo(new ClientFrame.UserKey.ById(BO.id()));
        bench.refuse(open, ErrorCode.UNKNOWN_USER, OptionalLong.empty());
        assertThat(bench.store.outboxOfAll().getFirst().target()).isEqualTo(met);
        assertThat(bench.store.outboxOfAll().getFirst().failure()).contains("unknown-user");
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(join(bench.session.draft(prospect))).isEqualTo("half");
    }

    @Test
    void twoOfOneNameAreTwo() {
        offline();
        String one = opened(new Target.Person("Bo", Optional.of(BO.id()))).id();
        String other = opened(new Target.Person("Bo", Optional.of("u-other"))).id();
        assertThat(other).isNotEqualTo(one);
        assertThat(begin("bo").id()).as("the one who is known").isEqualTo(one);
        post(new Target.Conversation(other), "for the other");
        bench.session.connect();
        bench.loop.settle();
        bench.logIn(lobby(3), direct("d1", BO, 0));
        ClientFrame.OpenDirect open = bench.sent(ClientFrame.OpenDirect.class);
        assertThat(open.with()).isEqualTo(new ClientFrame.UserKey.ById("u-other"));
        bench.answer(open, new Answer.Entered(direct("d2", new UserRef("u-other", "Bo"), 0)));
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("d2");
    }

    @Test
    void whoComesLaterHearsOfProspects() {
        offline();
        post(PERSON, "one");
        bench.session.keepDraft("c1", "half");
        List<SessionEvent> heard = new ArrayList<>();
        bench.session.observe(heard::add);
        bench.loop.settle();
        assertThat(heard)
                .anyMatch(event -> event instanceof SessionEvent.ConversationChanged(var summary)
                        && summary.id().equals("@Bo"))
                .anyMatch(event -> event instanceof TimelineChanged(var id, var _) && id.equals("@Bo"))
                .anyMatch(event -> event instanceof SessionEvent.OutboxChanged changed
                        && changed.conversation().equals("@Bo"))
                .anyMatch(event -> event instanceof SessionEvent.DraftsKept(var ids) && ids.contains("c1"));
    }

    /** The account is known, as of a remembered server, and nobody answers there. */
    private void offline() {
        bench = new SessionBench(new MemoryKeepStore(), Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
        bench.session.disconnect();
        bench.loop.settle();
    }

    private ConversationSummary begin(String name) {
        return opened(new Target.Person(name));
    }

    private ConversationSummary opened(Target.Person person) {
        return ((Outcome.Done<ConversationSummary>) join(bench.session.openDirect(person))).value();
    }

    private void post(Target target, String text) {
        assertThat(join(bench.session.post(target, text, OptionalLong.empty()))).isInstanceOf(PostResult.Kept.class);
    }

    private <T> T join(CompletionStage<T> stage) {
        bench.loop.settle();
        return stage.toCompletableFuture().join();
    }

    private List<String> shown(String conversation) {
        return entries(conversation).stream()
                .map(TimelineEntry.Message.class::cast)
                .map(message -> (message.seq().isPresent() ? message.seq().getAsLong() : "?") + " " + message.text())
                .toList();
    }

    private UserRef author(String conversation) {
        return ((TimelineEntry.Message) entries(conversation).getFirst()).author();
    }

    private List<TimelineEntry> entries(String conversation) {
        ShownTimeline shown = new ShownTimeline();
        bench.heard(TimelineChanged.class).stream()
                .filter(event -> event.conversation().equals(conversation))
                .forEach(event -> shown.apply(event.change()));
        return shown.entries();
    }
}
