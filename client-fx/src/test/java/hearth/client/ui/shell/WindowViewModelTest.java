package hearth.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.ServerSpec;
import hearth.client.session.ConnectionState;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import hearth.client.ui.host.FakeChatHost;
import hearth.client.ui.shell.WindowViewModel.Screen;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowViewModelTest {
    private static final Account KITCHEN = new Account("s1", "Ada");
    private static final Account ATTIC = new Account("s2", "Ada");

    private final ManualUiThread ui = new ManualUiThread();
    private final Messages messages = Messages.in(Locale.UK);
    private final FakeChatSession session = new FakeChatSession();
    private final List<String> made = new ArrayList<>();
    private final FakeServerBook book = new FakeServerBook(List.of(
            new RememberedServer(
                    "s1", ServerSpec.hearth(URI.create("ws://10.0.0.5:7878/chat")), "Kitchen", "Ada", ui.instant()),
            new RememberedServer(
                    "s2", ServerSpec.hearth(URI.create("ws://10.0.0.6:7878/chat")), "Attic", "Ada", ui.instant())));
    private final FakeChatHost host = new FakeChatHost();
    private final WindowViewModel model = new WindowViewModel(new WindowViewModel.Needs(
            messages,
            new Times(messages, ZoneOffset.UTC),
            ui,
            ui,
            (server, name, serverId) -> {
                made.add(server + " " + name + " " + serverId.orElse("any"));
                return session;
            },
            new FakeRecogniser(),
            book,
            host));

    @Test
    void theChatThatWasOpenIsThereAtOnceWithoutNetwork() {
        book.open(Optional.of(ATTIC));
        begin(Optional.empty(), Optional.empty());
        assertThat(made).containsExactly("hearth ws://10.0.0.6:7878/chat Ada s2");
        assertThat(session.commands()).containsExactly("connect");
        assertThat(chat().serverNameProperty().get()).isEqualTo("Attic");
        session.tell(Workshop.full().toArray(hearth.client.session.SessionEvent[]::new));
        session.state(new ConnectionState.Offline());
        ui.runAll();
        assertThat(chat().conversations().find(Workshop.LOBBY)).isPresent();
    }

    @Test
    void whoWasInNoChatBeginsWithTheFirstScreen() {
        begin(Optional.empty(), Optional.empty());
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Connect.class);
        assertThat(made).isEmpty();
    }

    @Test
    void whoLeavesBeginsWithTheFirstScreenNextTime() {
        book.open(Optional.of(KITCHEN));
        begin(Optional.empty(), Optional.empty());
        model.choose();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Connect.class);
        assertThat(book.opened()).isEmpty();
    }

    @Test
    void whoClosesTheWindowDoesNot() {
        book.open(Optional.of(KITCHEN));
        begin(Optional.empty(), Optional.empty());
        model.dispose();
        assertThat(book.opened()).contains(KITCHEN);
    }

    @Test
    void aKnownServerOnTheCommandLineIsMeantAsItself() {
        begin(Optional.of("10.0.0.5"), Optional.of(" ada "));
        assertThat(made).containsExactly("hearth ws://10.0.0.5:7878/chat Ada s1");
        assertThat(book.opened()).contains(KITCHEN);
    }

    @Test
    void anotherNameThereIsSomebodyNew() {
        begin(Optional.of("10.0.0.5"), Optional.of("Bo"));
        assertThat(made).containsExactly("hearth ws://10.0.0.5:7878/chat Bo any");
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Connect.class);
        session.tell(Workshop.signedIn());
        ui.runAll();
        assertThat(chat().userName()).isEqualTo("Ada");
        assertThat(book.opened()).contains(new Account("s1", "Ada"));
    }

    @Test
    void anAddressAloneIsFilledIn() {
        begin(Optional.of("10.0.0.5"), Optional.empty());
        assertThat(made).isEmpty();
        assertThat(((Screen.Connect) model.screenProperty().get())
                        .model()
                        .addressProperty()
                        .get())
                .isEqualTo("10.0.0.5");
    }

    @Test
    void aWindowThatWasClosedMeanwhileOpensNothing() {
        book.open(Optional.of(KITCHEN));
        model.begin(Optional.empty(), Optional.empty());
        model.dispose();
        ui.runAll();
        assertThat(made).isEmpty();
    }

    private void begin(Optional<String> address, Optional<String> name) {
        model.begin(address, name);
        ui.runAll();
    }

    private ShellViewModel chat() {
        return ((Screen.Chat) model.screenProperty().get()).model();
    }
}
