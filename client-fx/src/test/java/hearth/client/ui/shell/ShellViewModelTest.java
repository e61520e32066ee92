package hearth.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.composer.Purpose;
import hearth.client.ui.conversations.SidebarRow;
import hearth.client.ui.timeline.TimelineRow;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.GoneReason;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private static final ConversationSummary LOBBY = Workshop.room(Workshop.LOBBY, "lobby", "", 0, 0);
    private static final ConversationSummary PROSPECT = Workshop.direct("@Noor", new UserRef("", "Noor"), 0, 0);

    private final ManualUiThread ui = new ManualUiThread();
    private final FakeChatSession session = new FakeChatSession();
    private final Messages messages = Messages.in(Locale.UK);
    private final ShellViewModel model = new ShellViewModel(new ShellViewModel.Needs(
            messages, new Times(messages, ZoneOffset.UTC), ui, ui, session, "Workshop", "Ada"));

    @Test
    void howLongATextMayBeTheServerSays() {
        tell(changed(LOBBY), new SessionEvent.AbilitiesTold(ForeignChats.SOCKETIO_CHAT));
        model.composer().textProperty().set("字".repeat(21_845));
        assertThat(model.composer().hints().tooLong()).isFalse();
        model.composer().textProperty().set("字".repeat(21_846));
        assertThat(model.composer().hints().countProperty().get()).isEqualTo("2 bytes too long");
        model.composer().send();
        assertThat(session.commands("post")).isEmpty();
    }

    @Test
    void wherePeopleAreNotListedNobodyIsShownAsAway() {
        tell(
                new SessionEvent.StateChanged(new ConnectionState.Online()),
                changed(Workshop.direct("d-mei", Workshop.MEI, 0, 1)));
        assertThat(status(Workshop.MEI.name())).contains(Status.OFFLINE);
        tell(new SessionEvent.AbilitiesTold(ForeignChats.SOCKETIO_CHAT));
        assertThat(status(Workshop.MEI.name())).isEmpty();
    }

    private Optional<Status> status(String title) {
        return model.conversations().rows().stream()
                .flatMap(row -> row instanceof SidebarRow.Conversation conversation
                                && conversation.title().equals(title)
                        ? conversation.status().stream()
                        : Stream.empty())
                .findFirst();
    }

    @Test
    void whatMayNotHaveArrivedWhereNothingShowsItIsSaid() {
        tell(waiting("a", new Target.Conversation("gone")), settled("a", "gone", OutboxState.UNCONFIRMED));
        assertThat(model.noticeProperty().get())
                .hasValueSatisfying(words -> assertThat(words).startsWith("This message may not have arrived: "));
    }

    @Test
    void whatAnEarlierRunLeftIsMarkedInTheSidebar() {
        tell(
                new SessionEvent.StateChanged(new ConnectionState.Offline()),
                changed(LOBBY),
                changed(Workshop.room("c2", "garden", "", 0, 0)),
                changed(PROSPECT),
                new SessionEvent.DraftsKept(Set.of("c2")),
                waiting("a", new Target.Conversation(Workshop.LOBBY)),
                waiting("b", new Target.Person("Noor")));
        assertThat(counts("lobby")).isEqualTo(new SidebarRow.Counts(0, 0, false, true));
        assertThat(counts("garden")).isEqualTo(new SidebarRow.Counts(0, 0, true, false));
        assertThat(counts("Noor")).isEqualTo(new SidebarRow.Counts(0, 0, false, true));

        tell(new SessionEvent.StateChanged(new ConnectionState.Online()));
        assertThat(counts("lobby").queued()).as("on its way").isFalse();
        tell(
                new SessionEvent.StateChanged(new ConnectionState.Offline()),
                settled("a", Workshop.LOBBY, OutboxState.DISCARDED));
        assertThat(counts("lobby").queued()).isFalse();
        assertThat(counts("Noor").queued()).isTrue();
    }

    @Test
    void aProspectThatWasReplacedStaysBeforeTheUserWithWhatIsWrittenThere() {
        tell(
                new SessionEvent.StateChanged(new ConnectionState.Offline()),
                changed(LOBBY),
                changed(PROSPECT),
                new SessionEvent.TimelineChanged("@Noor", new TimelineChange.Reset(List.of(), false)),
                waiting("a", new Target.Person("Noor")));
        model.choose("@Noor");
        model.composer().textProperty().set("half a");
        tell(
                changed(Workshop.direct("d1", Workshop.NOOR, 0, 0)),
                new SessionEvent.ConversationReplaced("@Noor", "d1"),
                new SessionEvent.TimelineChanged(
                        "d1",
                        new TimelineChange.Reset(
                                List.of(Workshop.own("a", "09:00", "first", new Delivery.Sending())), true)));
        assertThat(model.conversations().currentProperty().get().orElseThrow().id())
                .isEqualTo("d1");
        assertThat(model.composer().placeProperty().get().orElseThrow().id()).isEqualTo("d1");
        assertThat(model.composer().textProperty().get()).isEqualTo("half a");
        assertThat(model.timeline().rows())
                .anyMatch(row -> row instanceof TimelineRow.Message message
                        && message.entry().text().equals("first"));
        assertThat(counts("Noor").queued()).isTrue();
        assertThat(model.conversations().find("@Noor")).isEmpty();
        model.composer().send();
        assertThat(session.commands("post")).containsExactly("post d1 half a");
        assertThat(session.commands("keepDraft"))
                .as("no draft is left behind")
                .noneMatch(command -> command.startsWith("keepDraft @Noor half"));
    }

    @Test
    void whatFailsInAConversationThatIsGoneIsSaidWithItsText() {
        tell(changed(LOBBY), changed(Workshop.room("c2", "garden", "", 0, 0)));
        tell(waiting("a", new Target.Conversation("c2")), waiting("b", new Target.Conversation(Workshop.LOBBY)));
        tell(settled("b", Workshop.LOBBY, OutboxState.FAILED));
        assertThat(model.noticeProperty().get()).as("its line says it").isEmpty();
        tell(new SessionEvent.ConversationRemoved("c2", GoneReason.KICKED), settled("a", "c2", OutboxState.FAILED));
        assertThat(model.noticeProperty().get())
                .contains("Not sent, for you are not in that conversation any more: hello");
    }

    @Test
    void whatFailedStandsAtItsMessageOrWhereThatIsNotThereBelowAll() {
        TimelineEntry.Marks refused = new TimelineEntry.Marks(
                false,
                false,
                List.of(),
                List.of(new TimelineEntry.Doing("edit", new Delivery.Failed(ErrorCode.UNKNOWN_MESSAGE))));
        tell(
                changed(LOBBY),
                talk(Workshop.with(Workshop.message(3, "09:00", Workshop.ADA, "good"), Optional.empty(), refused)),
                moved("edit", new Work.Edit(3, "better"), OutboxState.FAILED),
                moved("react", new Work.React(470, "👍", true), OutboxState.FAILED),
                moved("delete", new Work.Delete(471), OutboxState.FAILED),
                moved("post", hello(), OutboxState.FAILED));
        String why = "Not done: this message does not exist any more. ";
        assertThat(undone()).containsExactly(why + "It was a reaction.", why + "It was a deletion.");
        tell(talk());
        assertThat(undone()).contains(why + "It was your edit: better").hasSize(3);
        assertThat(model.timeline().emptyProperty().get()).isFalse();

        model.timeline().actions().discard((TimelineRow.Undone)
                model.timeline().rows().getFirst());
        assertThat(session.commands("discard")).containsExactly("discard edit");
        Stream.of("edit", "react", "delete").forEach(id -> tell(moved(id, new Work.Delete(1), OutboxState.DISCARDED)));
        assertThat(undone()).isEmpty();
        assertThat(model.timeline().emptyProperty().get()).isTrue();
    }

    private static SessionEvent talk(TimelineEntry... entries) {
        return new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(List.of(entries), false));
    }

    private List<String> undone() {
        return model.timeline().rows().stream()
                .flatMap(row -> row instanceof TimelineRow.Undone undone ? Stream.of(undone.words()) : Stream.empty())
                .toList();
    }

    private static SessionEvent moved(String clientId, Work work, OutboxState state) {
        return new SessionEvent.OutboxChanged(
                clientId,
                new Target.Conversation(Workshop.LOBBY),
                work,
                state,
                Optional.of(ErrorCode.UNKNOWN_MESSAGE).filter(_ -> state == OutboxState.FAILED));
    }

    @Test
    void inAnotherLanguageGoesOnWhatWasBegun() {
        tell(
                new SessionEvent.StateChanged(new ConnectionState.Online()),
                changed(LOBBY),
                changed(Workshop.room("c2", "garden", "", 0, 0)));
        model.choose("c2");
        model.composer().reply(7, Workshop.JONAS, "Who has it?");
        model.composer().textProperty().set("I do");
        model.choose(Workshop.LOBBY);
        model.composer().textProperty().set("half a");
        model.composer().edit(5, "old");
        model.composer().textProperty().set("newer");
        model.timeline().actions().react(Workshop.message(5, "09:00", Workshop.MEI, "old"), "🌱");

        Messages chinese = Messages.in(Locale.SIMPLIFIED_CHINESE);
        ShellViewModel again = model.in(chinese, new Times(chinese, ZoneOffset.UTC));
        assertThat(again.composer().textProperty().get()).isEqualTo("newer");
        assertThat(again.composer().purposeProperty().get()).isEqualTo(new Purpose.Edit(5, "old"));
        ui.runAll();
        assertThat(again.composer().textProperty().get()).isEqualTo("newer");
        assertThat(again.timeline().actions().recentReactions()).startsWith("🌱");
        again.composer().cancel();
        assertThat(again.composer().textProperty().get()).isEqualTo("half a");
        again.choose("c2");
        assertThat(again.composer().textProperty().get()).isEqualTo("I do");
        assertThat(again.composer().purposeProperty().get())
                .isEqualTo(new Purpose.Reply(7, Workshop.JONAS, "Who has it?"));
        again.dispose();
    }

    @Test
    void peopleAreWrittenToByIdAndName() {
        tell(Workshop.signedIn(), changed(Workshop.direct("d1", Workshop.NOOR, 0, 0)));
        model.acts().writeTo(Workshop.NOOR.id());
        ui.runAll();
        assertThat(session.commands("openDirect"))
                .containsExactly("openDirect " + new Target.Person("Noor", Optional.of(Workshop.NOOR.id())));
    }

    private void tell(SessionEvent... events) {
        session.tell(events);
        ui.runAll();
    }

    private SidebarRow.Counts counts(String title) {
        return model.conversations().rows().stream()
                .filter(SidebarRow.Conversation.class::isInstance)
                .map(SidebarRow.Conversation.class::cast)
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    private static SessionEvent changed(ConversationSummary summary) {
        return new SessionEvent.ConversationChanged(summary);
    }

    private static SessionEvent waiting(String clientId, Target target) {
        return new SessionEvent.OutboxChanged(clientId, target, hello(), OutboxState.SENDING, Optional.empty());
    }

    private static SessionEvent settled(String clientId, String conversation, OutboxState state) {
        Optional<ErrorCode> reason = state == OutboxState.FAILED ? Optional.of(ErrorCode.NOT_MEMBER) : Optional.empty();
        return new SessionEvent.OutboxChanged(clientId, new Target.Conversation(conversation), hello(), state, reason);
    }

    private static Work hello() {
        return new Work.Post("hello", OptionalLong.empty());
    }
}
