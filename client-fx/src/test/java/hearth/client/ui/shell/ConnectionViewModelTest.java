package hearth.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ConnectionState;
import hearth.client.transport.Ending;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.RichText;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionViewModelTest {
    private final ManualUiThread ui = new ManualUiThread();
    private final FakeChatSession session = new FakeChatSession();
    private final ConnectionViewModel model =
            new ConnectionViewModel(Messages.in(Locale.UK), ui, ui, session, "Workshop", "Ada");

    private String banner() {
        return model.bannerProperty()
                .get()
                .map(banner -> RichText.plain(banner.words()))
                .orElse("");
    }

    private String line() {
        return model.lineProperty().get().words();
    }

    @Test
    void aQuickReconnectShowsNoBanner() {
        model.onState(new ConnectionState.Connecting());
        ui.advance(Duration.ofMillis(600));
        model.onState(new ConnectionState.LoggingIn());
        ui.advance(Duration.ofMillis(300));
        assertThat(banner()).isEmpty();
        assertThat(line()).isEqualTo("Signing in…");
        model.onState(new ConnectionState.Online());
        ui.advance(Duration.ofSeconds(5));
        assertThat(banner()).isEmpty();
        assertThat(ui.timers()).isZero();
    }

    @Test
    void aSlowReconnectShowsEachStepAfterASecondInAll() {
        model.onState(new ConnectionState.Connecting());
        ui.advance(Duration.ofSeconds(1));
        assertThat(banner()).isEqualTo("Connecting to Workshop…");
        model.onState(new ConnectionState.LoggingIn());
        assertThat(banner()).isEqualTo("Signing in as Ada…");
        model.onState(new ConnectionState.Syncing());
        assertThat(banner()).isEqualTo("Catching up. New messages are on their way.");
        assertThat(model.bannerProperty().get().orElseThrow().action()).isEmpty();
    }

    @Test
    void theWaitCountsDown() {
        model.onState(new ConnectionState.Waiting(
                ui.instant().plusSeconds(61), Duration.ofSeconds(61), new Ending.Refused("")));
        assertThat(line()).isEqualTo("Waiting · 1:01");
        ui.advance(Duration.ofSeconds(60));
        assertThat(line()).isEqualTo("Waiting · 0:01");
        assertThat(banner()).isEqualTo("No connection to Workshop. Next try in 1 second.");
        assertThat(model.lineProperty().get().spoken()).isEqualTo("Connection: waiting, next try in 1 second");
        ui.advance(Duration.ofSeconds(3));
        assertThat(banner()).isEqualTo("No connection to Workshop. Trying again…");
    }

    @Test
    void theSilenceCountsUp() {
        model.onState(new ConnectionState.Stale(ui.instant().minusSeconds(18)));
        ui.advance(Duration.ofSeconds(2));
        assertThat(line()).isEqualTo("No answer · 0:20");
        assertThat(banner()).startsWith("The server has been silent for 20 seconds.");
    }

    @Test
    void nothingCountsOnceItIsDisposed() {
        model.onState(new ConnectionState.Stale(ui.instant()));
        model.dispose();
        assertThat(ui.timers()).isZero();
    }

    @Test
    void theButtonsTellTheSession() {
        model.act(Banner.Act.CONNECT);
        model.act(Banner.Act.DISCONNECT);
        model.act(Banner.Act.RETRY);
        assertThat(session.commands()).containsExactly("connect", "disconnect", "retryNow");
    }

    @Test
    void onlineCountsThePeople() {
        model.onState(new ConnectionState.Online());
        model.onPeople(OptionalInt.of(1));
        assertThat(line()).isEqualTo("Online · 1 person");
        model.onPeople(OptionalInt.of(0));
        assertThat(line()).isEqualTo("Online · 0 people");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyRefusedLoginHasWordsAndANextStep(ErrorCode code) {
        model.onState(new ConnectionState.Refused(
                new ConnectionState.RefusalReason(ConnectionState.Kind.LOGIN, Optional.of(code), "")));
        assertThat(banner()).startsWith("Workshop did not let you in: ");
        assertThat(model.bannerProperty().get().orElseThrow().action()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_TAKEN, Choose a name",
        "UNAUTHORIZED, Choose a name",
        "FULL, Try again",
        "UNSUPPORTED, Try again",
        "BANNED, Choose a chat"
    })
    void theNextStepMendsWhatTheServerRefused(ErrorCode code, String step) {
        model.onState(new ConnectionState.Refused(
                new ConnectionState.RefusalReason(ConnectionState.Kind.LOGIN, Optional.of(code), "")));
        assertThat(model.bannerProperty()
                        .get()
                        .orElseThrow()
                        .action()
                        .orElseThrow()
                        .words())
                .isEqualTo(step);
    }

    @ParameterizedTest
    @EnumSource(ConnectionState.Kind.class)
    void everyKindOfRefusalHasWordsAndANextStep(ConnectionState.Kind kind) {
        model.onState(new ConnectionState.Refused(new ConnectionState.RefusalReason(kind, Optional.empty(), "")));
        assertThat(banner()).startsWith("Workshop did not let you in: ");
        assertThat(model.bannerProperty().get().orElseThrow().action()).isPresent();
    }
}
