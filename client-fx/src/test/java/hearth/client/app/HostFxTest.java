package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.link.ServerSpec;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.settings.Preferences;
import hearth.client.store.StoreException;
import hearth.client.ui.ChatWindow;
import hearth.protocol.Event;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does who hosts a chat: real servers, real sessions, a window on the headless platform. */
class HostFxTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ONE_WAITS = "1 message waits for the connection, kept on this computer.";

    @TempDir
    Path folder;

    private final AtomicReference<ConnectionState> bo = new AtomicReference<>(new ConnectionState.Offline());
    private final Set<String> toldBo = ConcurrentHashMap.newKeySet();
    private AppGraph graph;
    private ChatWindow window;
    private int port;

    @BeforeEach
    void open() throws Exception {
        port = FreePort.find();
        openWindow();
    }

    private void openWindow() throws StoreException {
        graph = AppGraph.open(folder.resolve("Ada"), "test 1.0").orElseThrow();
        window = ChatWindow.open(new ChatWindow.Setting(
                Locale.UK,
                Preferences.FIRST.withScheme(Preferences.Scheme.LIGHT),
                1100,
                720,
                graph::session,
                graph.recogniser(),
                graph.servers(),
                graph.host(),
                InstantSource.system()));
        window.begin(Optional.empty(), Optional.empty());
    }

    @AfterEach
    void close() {
        window.close();
        graph.close();
    }

    private void fill(String selector, String text) {
        window.awaitShown(selector);
        TextField field = window.find(selector, TextField.class);
        window.onFx(() -> {
            field.setText(text);
            return null;
        });
    }

    private void openForm() {
        window.click("#connect-name");
        window.type("Ada");
        window.click("#host-begin");
        window.awaitShown("#host-start");
    }

    private void host() {
        openForm();
        fill("#host-name", "Workshop");
        fill("#host-port", Integer.toString(port));
        window.click("#host-start-button");
        window.awaitShown("#composer");
        window.awaitReads("Online · 1 person");
    }

    /** Somebody else, on this computer so that no network is needed. */
    private AppGraph joinAsBo() throws StoreException {
        AppGraph other = AppGraph.open(folder.resolve("Bo"), "test 1.0").orElseThrow();
        ServerSpec server = ServerSpec.hearth(URI.create("ws://127.0.0.1:" + port + "/chat"));
        ChatSession session = other.session(server, "Bo", Optional.empty());
        var _ = session.observe(event -> {
            if (event instanceof SessionEvent.StateChanged(var state)) {
                bo.set(state);
            } else if (event instanceof SessionEvent.ConversationChanged(var conversation)) {
                conversation.last().map(Event.Message::text).ifPresent(toldBo::add);
            }
        });
        session.connect();
        return other;
    }

    @Test
    void whoeverHostsIsInAtOnceAndSeesWhoJoins() throws StoreException {
        host();
        window.awaitShown("#rail-host-dot");
        window.click("#rail-host");
        window.awaitReads("Hosting “Workshop”");
        window.awaitReads("Nobody else is here yet. Send them an address.");
        assertThat(window.hasFocus("#host-stop"))
                .as("a second press of Space ends nothing")
                .isFalse();
        window.awaitReads("(you)");
        window.awaitReads("The firewall of this computer has to let TCP port " + port + " in.");
        try (AppGraph _ = joinAsBo()) {
            window.awaitReads("2 people connected");
            window.awaitReads("Bo");
        }
        window.awaitReads("1 person connected");
        window.click("#rail-host");
        window.awaitShown("#composer");
    }

    @Test
    void theFormOffersANameAndAPortThatIsFree() {
        openForm();
        assertThat(window.textIn("#host-name")).isEqualTo("Ada’s chat");
        await().atMost(PATIENCE).until(() -> !window.textIn("#host-port").isEmpty());
        window.clickWords("Cancel");
        await().atMost(PATIENCE).until(() -> !window.isShown("#host-start"));
        assertThat(window.hasFocus("#host-begin")).isTrue();
    }

    @Test
    void withoutANameNobodyHosts() {
        window.click("#host-begin");
        window.awaitReads("Others need a name to see you by.");
        assertThat(window.isShown("#host-start")).isFalse();
    }

    @Test
    void aTakenPortIsSaidBesideItAndAnotherOneWorks() throws Exception {
        openForm();
        fill("#host-name", "Workshop");
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
            fill("#host-port", Integer.toString(other.getLocalPort()));
            window.click("#host-start-button");
            window.awaitReads("Another program uses port " + port + ". Choose another one.");
            await().atMost(PATIENCE).until(() -> window.hasFocus("#host-port"));
        }
        window.click("#host-start-button");
        window.awaitReads("Online · 1 person");
    }

    @Test
    void stoppingAsksFirstWhereOthersAreConnected() throws StoreException {
        host();
        window.click("#rail-host");
        try (AppGraph _ = joinAsBo()) {
            window.awaitReads("2 people connected");
            window.click("#host-stop");
            window.awaitReads("Stop hosting under 1 person?");
            window.clickWords("Cancel");
            assertThat(bo.get()).isInstanceOf(ConnectionState.Online.class);
            window.click("#host-stop");
            window.click("#host-end-confirm");
            await().atMost(PATIENCE).until(() -> !(bo.get() instanceof ConnectionState.Online));
        }
        window.awaitReads("You are offline.");
        await().atMost(PATIENCE).until(() -> !window.isShown("#rail-host-dot"));
    }

    @Test
    void aloneOneStopsAtOnceAndWhatWasSaidIsThereTheNextTime() {
        host();
        window.type("remember me");
        window.press(KeyCode.ENTER);
        window.awaitReads("remember me");
        window.click("#rail-host");
        window.click("#host-stop");
        window.awaitReads("You are offline.");
        window.click("#rail-host");
        window.awaitShown("#host-start");
        assertThat(window.textIn("#host-name")).isEqualTo("Workshop");
        window.click("#host-start-button");
        window.awaitReads("Online · 1 person");
        window.awaitReads("remember me");
    }

    @Test
    void leavingAsksFirstWhereOthersAreConnected() throws StoreException {
        host();
        window.click("#rail-host");
        try (AppGraph _ = joinAsBo()) {
            window.awaitReads("2 people connected");
            window.requestClose();
            window.awaitReads("1 person is connected. Stop hosting and leave?");
            window.press(KeyCode.ESCAPE);
            await().atMost(PATIENCE).until(() -> !window.isShown("#host-end-dialog"));
            assertThat(window.isOpen()).isTrue();
            window.requestClose();
            window.click("#host-end-confirm");
            await().atMost(PATIENCE).until(() -> !window.isOpen());
            // As the program does once its window is closed: the window ends before what it works with.
            close();
            await().atMost(PATIENCE).until(() -> !(bo.get() instanceof ConnectionState.Online));
        }
    }

    @Test
    void aloneOneLeavesUnasked() {
        host();
        window.requestClose();
        await().atMost(PATIENCE).until(() -> !window.isOpen());
    }

    @Test
    void itBeginsAgainWithTheProgramWhereThatIsWanted() throws StoreException {
        host();
        window.click("#rail-host");
        window.click("#host-again");
        close();
        openWindow();
        window.awaitReads("Online · 1 person");
        window.awaitShown("#rail-host-dot");
    }

    @Test
    void whatIsWrittenOfflineIsQueuedSurvivesAndIsSent() throws StoreException {
        host();
        try (AppGraph _ = joinAsBo()) {
            window.awaitReads("Online · 2 people");
            window.click("#new-direct");
            window.type("Bo");
            window.press(KeyCode.ENTER);
            window.awaitReads("Only the two of you see what is said here.");
        }
        window.click("#rail-host");
        window.awaitReads("1 person connected");
        window.click("#host-stop");
        window.awaitReads("You are offline.");
        write("for Bo alone");
        window.click(".conversation-title", "lobby");
        write("for everybody");
        assertThat(window.words(".sign")).containsExactly("Queued");

        close();
        openWindow();
        window.awaitReads("No connection to Workshop.");
        window.awaitReads(ONE_WAITS);
        assertThat(window.reads("for everybody")).isTrue();
        window.click(".conversation-title", "Bo");
        window.awaitReads("for Bo alone");
        assertThat(window.reads(ONE_WAITS)).isTrue();

        window.click("#rail-host");
        await().atMost(PATIENCE).until(() -> window.textIn("#host-port").equals(Integer.toString(port)));
        window.click("#host-start-button");
        window.awaitReads("Online · 2 people");
        window.awaitGone(ONE_WAITS);
        try (AppGraph _ = joinAsBo()) {
            await().atMost(PATIENCE).until(() -> toldBo.containsAll(List.of("for Bo alone", "for everybody")));
        }
    }

    private void write(String text) {
        window.type(text);
        window.press(KeyCode.ENTER);
        window.awaitReads(ONE_WAITS);
    }

    @Test
    void otherwiseItDoesNotBeginAgain() throws StoreException {
        host();
        close();
        openWindow();
        window.awaitShown("#composer");
        window.awaitReads("No connection to Workshop.");
        assertThat(window.isShown("#rail-host-dot")).isFalse();
    }

    @Test
    void theFirstScreenLeadsBackIntoItsChat() {
        host();
        window.onFx(() -> {
            window.model().choose();
            return null;
        });
        window.awaitReads("Hosting “Workshop”");
        window.click("#host-join");
        window.awaitReads("Online · 1 person");
    }
}
