package hearth.client.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.link.recognition.Finding;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.store.KeepStore;
import hearth.client.transport.Ending;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.FindingWords;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import hearth.protocol.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectViewModelTest {
    private final ManualUiThread ui = new ManualUiThread();
    private final FakeChatSession session = new FakeChatSession();
    private final List<String> made = new ArrayList<>();
    private final List<String> joined = new ArrayList<>();
    private final KeepStore.RememberedServer kitchen = new KeepStore.RememberedServer(
            "s1", ServerSpec.hearth(URI.create("ws://10.0.0.5:7878/chat")), "Kitchen", "Bo", ui.instant());
    private final FakeRecogniser recogniser = new FakeRecogniser();
    private final FakeServerBook book = new FakeServerBook(List.of(kitchen));
    private final ConnectViewModel model = screen(Locale.UK);

    private ConnectViewModel screen(Locale locale) {
        return new ConnectViewModel(needs(locale), (_, where) -> joined.add(where.userName()));
    }

    private ConnectViewModel.Needs needs(Locale locale) {
        return new ConnectViewModel.Needs(
                Messages.in(locale),
                new Times(Messages.in(locale), ZoneOffset.UTC),
                ui,
                ui,
                (server, name, serverId) -> {
                    made.add(server + " " + name + " " + serverId.orElse("any"));
                    return session;
                },
                recogniser,
                book);
    }

    @Test
    void aRememberedServerIsJoinedAsItselfUnderTheNameOfLastTime() {
        ui.runAll();
        assertThat(model.nameProperty().get()).isEqualTo("Bo");
        assertThat(model.servers()).hasSize(1);
        assertThat(model.servers().getFirst().about()).isEqualTo("10.0.0.5 · as Bo · you were here today");
        model.join(model.servers().getFirst());
        assertThat(made).containsExactly("hearth ws://10.0.0.5:7878/chat Bo s1");
        session.tell(Workshop.signedIn());
        ui.runAll();
        assertThat(joined).containsExactly("Bo");
        assertThat(session.commands()).containsExactly("connect");
        assertThat(session.observers()).isZero();
    }

    @Test
    void aForgottenServerIsGone() {
        ui.runAll();
        model.forget(model.servers().getFirst());
        assertThat(model.servers()).isEmpty();
        assertThat(book.servers().toCompletableFuture().join()).isEmpty();
    }

    static Stream<Ending> endings() {
        return Stream.of(
                new Ending.Refused(""),
                new Ending.Unreachable(""),
                new Ending.TimedOut(""),
                new Ending.NotAChatServer(""),
                new Ending.Untrusted(""),
                new Ending.Closed(1001, ""),
                new Ending.Lost(""),
                new Ending.Oversized(""),
                new Ending.Garbled(""),
                new Ending.Cancelled());
    }

    @ParameterizedTest
    @MethodSource("endings")
    void everyEndingHasWordsAndANextStep(Ending ending) {
        attempt();
        session.state(new ConnectionState.Waiting(ui.instant(), Duration.ZERO, ending));
        ui.runAll();
        ConnectFailure failure = model.failureProperty().get().orElseThrow();
        assertThat(failure.what()).contains("192.168.1.20:7878");
        assertThat(failure.next()).isNotBlank();
        assertThat(model.progressProperty().get()).isEmpty();
        assertThat(session.commands()).containsExactly("connect", "shutDown");
    }

    @Test
    void refusedUnreachableTimedOutAndNoChatServerAreToldApart() {
        List<String> sentences = new ArrayList<>();
        for (Ending ending : List.of(
                new Ending.Refused(""),
                new Ending.Unreachable(""),
                new Ending.TimedOut(""),
                new Ending.NotAChatServer(""))) {
            sentences.add(ConnectFailure.of(Messages.in(Locale.UK), ending, "x").what());
        }
        assertThat(sentences).doesNotHaveDuplicates();
    }

    private void attempt() {
        model.nameProperty().set("Ada");
        model.addressProperty().set("192.168.1.20");
        model.connect();
        ui.runAll();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyRefusedLoginHasWordsAndANextStep(ErrorCode code) {
        attempt();
        session.state(new ConnectionState.Refused(
                new ConnectionState.RefusalReason(ConnectionState.Kind.LOGIN, Optional.of(code), "")));
        ui.runAll();
        assertThat(model.failureProperty().get().orElseThrow().next()).isNotBlank();
        assertThat(model.nameErrorProperty().get().isEmpty()).isEqualTo(code != ErrorCode.NAME_TAKEN);
    }

    @ParameterizedTest
    @EnumSource(ConnectionState.Kind.class)
    void everyKindOfRefusalHasWordsAndANextStep(ConnectionState.Kind kind) {
        model.refused(new ConnectionState.RefusalReason(kind, Optional.empty(), ""), "Kitchen", "Ada");
        assertThat(model.failureProperty().get().orElseThrow().what()).isNotBlank();
        assertThat(model.failureProperty().get().orElseThrow().next()).isNotBlank();
    }

    @Test
    void whoWantsATokenOrACookieIsNotJoinedUnderAnotherName() {
        Optional<ErrorCode> code = Optional.of(ErrorCode.UNAUTHORIZED);
        model.refused(new ConnectionState.RefusalReason(ConnectionState.Kind.TOKEN, code, "token"), "Kitchen", "Ada");
        assertThat(model.failureProperty().get().orElseThrow().what())
                .isEqualTo("Kitchen wants a signed token, or another one");
        assertThat(model.failureProperty().get().orElseThrow().next()).contains("give the token");
        model.refused(new ConnectionState.RefusalReason(ConnectionState.Kind.COOKIE, code, "cookie"), "Kitchen", "Ada");
        assertThat(model.failureProperty().get().orElseThrow().what())
                .isEqualTo("Kitchen did not let you through its sign-in form");
    }

    @Test
    void aNewAttemptEndsTheOneBefore() {
        attempt();
        model.connect();
        ui.runAll();
        assertThat(session.commands()).containsExactly("connect", "shutDown", "connect");
        assertThat(session.observers()).isOne();
    }

    @Test
    void whatAnEndedAttemptTellsIsNotHeard() {
        attempt();
        session.tell(new SessionEvent.StateChanged(new ConnectionState.LoggingIn()), Workshop.signedIn());
        model.dispose();
        ui.runAll();
        assertThat(joined).isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsSaidBeforeAnybodyIsAsked() {
        model.nameProperty().set("x".repeat(33));
        model.addressProperty().set("10.0.0.5");
        model.connect();
        assertThat(model.nameErrorProperty().get()).isEqualTo("A name has at most 32 characters.");
        assertThat(made).isEmpty();
    }

    private void search(Finding finding) {
        recogniser.finding(finding);
        attempt();
    }

    @Test
    void whileItIsLookedNobodyIsToldAName() {
        var _ = recogniser.searching();
        attempt();
        assertThat(model.progressProperty().get().orElseThrow().words()).isEqualTo("Looking what is there…");
        assertThat(recogniser.asked).containsExactly(URI.create("ws://192.168.1.20:7878/chat"));
        assertThat(made).isEmpty();
    }

    @Test
    void aServerOfOursIsJoinedWithoutAQuestion() {
        search(new Finding.Certain(DialectName.HEARTH));
        assertThat(made).containsExactly("hearth ws://192.168.1.20:7878/chat Ada any");
        assertThat(model.choiceProperty().get()).isEmpty();
    }

    @Test
    void anotherKindIsShownAndJoinedAsTheUserChooses() {
        search(new Finding.Uncertain(Finding.Sign.SOCKET_IO_4, List.of(DialectName.SOCKETIO_CHAT, DialectName.TEXT)));
        KindChoice choice = model.choiceProperty().get().orElseThrow();
        assertThat(choice.found())
                .isEqualTo("There is a Socket.IO server (version 4) at 192.168.1.20:7878."
                        + " It does not tell what kind of chat it is.");
        assertThat(choice.kinds())
                .extracting(KindChoice.Kind::words)
                .containsExactly("Socket.IO chat rooms", "plain text");
        assertThat(made).isEmpty();
        choice.chosenProperty().set(choice.kinds().getLast());
        model.joinFound();
        assertThat(made).containsExactly("text ws://192.168.1.20:7878/chat Ada any");
        assertThat(model.choiceProperty().get()).isEmpty();
    }

    @Test
    void aTokenGoesOnlyToServersThatTakeOne() {
        search(new Finding.Certain(DialectName.JSONROOM));
        KindChoice choice = model.choiceProperty().get().orElseThrow();
        choice.tokenProperty().set(" a.b.c ");
        assertThat(choice.server().token()).contains("a.b.c");
        assertThat(choice.server().toString()).doesNotContain("a.b.c");
        choice.chosenProperty()
                .set(choice.kinds().stream()
                        .filter(kind -> !kind.takesToken())
                        .findFirst()
                        .orElseThrow());
        assertThat(choice.server().token()).isEmpty();
    }

    @Test
    void anotherAddressTakesBackWhatWasFound() {
        search(new Finding.Certain(DialectName.TEXT));
        model.addressProperty().set("10.0.0.6");
        assertThat(model.choiceProperty().get()).isEmpty();
    }

    @Test
    void whyNobodyIsThereIsSaidInWords() {
        search(new Finding.Nobody(new Ending.Refused("")));
        assertThat(model.failureProperty().get().orElseThrow().what())
                .isEqualTo("Nothing answers at 192.168.1.20:7878");
        assertThat(made).isEmpty();
    }

    @Test
    void whatIsFoundAfterTheUserGaveUpIsNotHeard() {
        CompletableFuture<Finding> search = recogniser.searching();
        attempt();
        model.cancel();
        assertThat(search).isCancelled();
        ui.runAll();
        assertThat(model.choiceProperty().get()).isEmpty();
        assertThat(model.progressProperty().get()).isEmpty();
    }

    @Test
    void aRememberedServerIsSpokenWithAsLastTime() {
        KeepStore.RememberedServer news = new KeepStore.RememberedServer(
                "s2",
                new ServerSpec(URI.create("ws://10.0.0.9:3000/chat"), DialectName.JSONROOM, Optional.of("a.b.c")),
                "News",
                "Bo",
                ui.instant());
        book.remember(news);
        model.dispose();
        ConnectViewModel again = new ConnectViewModel(needs(Locale.UK), (_, _) -> {});
        ui.runAll();
        again.join(again.servers().getLast());
        assertThat(made).containsExactly("jsonroom ws://10.0.0.9:3000/chat Bo s2");
        assertThat(recogniser.asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DialectName.class)
    void everyKindHasAName(DialectName dialect) {
        assertThat(FindingWords.of(Messages.in(Locale.UK), dialect)).isNotBlank();
        assertThat(FindingWords.of(Messages.in(Locale.SIMPLIFIED_CHINESE), dialect))
                .isNotBlank();
    }

    @Test
    void whyItFailedIsSaidInTheOtherLanguageToo() {
        attempt();
        session.state(new ConnectionState.Waiting(ui.instant(), Duration.ZERO, new Ending.Refused("")));
        ui.runAll();
        ConnectViewModel again = screen(Locale.SIMPLIFIED_CHINESE);
        again.continueFrom(model);
        ui.runAll();
        assertThat(again.failureProperty().get().orElseThrow().what()).isEqualTo("192.168.1.20:7878 没有响应");
        assertThat(again.addressProperty().get())
                .isEqualTo(model.addressProperty().get());
        assertThat(session.commands()).containsExactly("connect", "shutDown");
    }

    @Test
    void anAttemptGoesOnInTheOtherLanguage() {
        attempt();
        ConnectViewModel again = screen(Locale.SIMPLIFIED_CHINESE);
        again.continueFrom(model);
        assertThat(again.progressProperty().get()).isPresent();
        assertThat(session.commands()).containsExactly("connect");
        session.tell(Workshop.signedIn());
        ui.runAll();
        assertThat(joined).hasSize(1);
        assertThat(session.observers()).isZero();
    }
}
