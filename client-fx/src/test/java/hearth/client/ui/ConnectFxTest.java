package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.DialectName;
import hearth.client.link.recognition.Finding;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.store.Salvaged;
import hearth.client.transport.Ending;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.protocol.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does at the first screen. */
class ConnectFxTest {
    private static final String SALVAGED =
            "The file keep.db was damaged and set aside as keep.db.damaged-1. Saved from it:"
                    + " servers 1, sign-ins 2, unsent messages and changes 3, drafts 4, read marks 5. Look whether something is"
                    + " missing; if so, keep the old file and ask somebody who knows databases.";

    private final FakeChatSession session = new FakeChatSession();
    private final FakeRecogniser found = new FakeRecogniser();
    private ChatWindow window;

    @BeforeEach
    void open() {
        window = ChatWindow.atFirstScreen(session, found);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void fillIn(String name, String address) {
        window.click("#connect-name");
        window.type(name);
        window.click("#connect-address");
        window.type(address);
    }

    @Test
    void aDamagedFileIsToldUntilTheUserTakesItAway() {
        window.salvaged(
                new Salvaged(Path.of("keep.db"), Path.of("keep.db.damaged-1"), new Salvaged.Counts(1, 2, 3, 4, 5)));
        window.awaitReads(SALVAGED);
        window.click("#window-notice .button");
        window.awaitGone(SALVAGED);
    }

    @Test
    void nobodyListeningIsSaidInWordsWithTheNextStep() {
        fillIn("Ada", "192.168.1.20");
        window.press(KeyCode.ENTER);
        window.awaitReads("Connecting…");
        assertThat(session.commands()).containsExactly("connect");
        session.state(new ConnectionState.Waiting(
                Workshop.NOW.plusSeconds(1), Duration.ofSeconds(1), new Ending.Refused("")));
        window.awaitReads("Nothing answers at 192.168.1.20:7878");
        window.awaitReads("Is the chat still hosted there? Ask whoever hosts it, then try again.");
        assertThat(session.commands()).containsExactly("connect", "shutDown");
        assertThat(window.hasFocus("#connect-address")).isTrue();
    }

    @Test
    void whatIsNoAddressIsSaidBesideTheField() {
        fillIn("Ada", "not an address");
        window.click("#connect-button");
        window.awaitReads("This is not an address. Example: 192.168.1.20:7878");
        assertThat(session.commands()).isEmpty();
    }

    @Test
    void withoutANameNobodyConnects() {
        window.click("#connect-address");
        window.type("10.0.0.5");
        window.press(KeyCode.ENTER);
        window.awaitReads("Others need a name to see you by.");
        assertThat(session.commands()).isEmpty();
    }

    @Test
    void anAttemptCanBeGivenUp() {
        fillIn("Ada", "10.0.0.5");
        window.click("#connect-button");
        window.clickWords("Cancel");
        assertThat(session.commands()).containsExactly("connect", "shutDown");
        window.awaitReads("Connect");
        assertThat(window.hasFocus("#connect-address")).isTrue();
        assertThat(session.observers()).isZero();
    }

    @Test
    void aTakenNameIsMarkedAndAnotherOneJoins() {
        fillIn("Ada", "10.0.0.5");
        window.click("#connect-button");
        session.state(new ConnectionState.Refused(
                new ConnectionState.RefusalReason(ConnectionState.Kind.LOGIN, Optional.of(ErrorCode.NAME_TAKEN), "")));
        window.awaitReads("The name “Ada” is taken on 10.0.0.5:7878");
        window.awaitReads("Taken. Try “Ada B” or “Ada-2”.");
        assertThat(window.hasFocus("#connect-name")).isTrue();
    }

    @Test
    void aSignInOpensTheChat() {
        fillIn("Ada", "10.0.0.5");
        window.click("#connect-button");
        session.tell(Workshop.full().toArray(SessionEvent[]::new));
        window.awaitShown("#composer");
        window.awaitReads("Online · 12 people");
        window.type("hi");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("post")).containsExactly("post c-lobby hi");
    }

    @Test
    void anotherKindOfServerIsShownAndTheUserChoosesHowToSpeakWithIt() {
        found.finding(new Finding.Certain(DialectName.JSONROOM));
        fillIn("Ada", "10.0.0.9:3000");
        window.press(KeyCode.ENTER);
        window.awaitReads("10.0.0.9:3000 is another kind of server: JSON rooms.");
        window.awaitReads("Signed token (JWT)");
        assertThat(session.commands()).isEmpty();
        assertThat(window.hasFocus("#connect-kind")).isTrue();
        window.click("#connect-token");
        window.type("a.b.c");
        window.press(KeyCode.ENTER);
        assertThat(session.commands()).containsExactly("connect");
        window.awaitReads("Connecting…");
        window.awaitGone("Signed token (JWT)");
    }

    @Test
    void aKindWithoutTokensAsksForNone() {
        found.finding(new Finding.Uncertain(
                Finding.Sign.SOCKET_IO_2, List.of(DialectName.SOCKETIO_CHAT, DialectName.JSONROOM)));
        fillIn("Ada", "10.0.0.9:3000");
        window.press(KeyCode.ENTER);
        window.awaitReads("There is a Socket.IO server (version 2) at 10.0.0.9:3000."
                + " It does not tell what kind of chat it is.");
        window.awaitGone("Signed token (JWT)");
        window.click("#connect-join-found");
        assertThat(session.commands()).containsExactly("connect");
    }

    @Test
    void aSearchCanBeGivenUp() {
        var _ = found.searching();
        fillIn("Ada", "10.0.0.9:3000");
        window.press(KeyCode.ENTER);
        window.awaitReads("Looking what is there…");
        window.clickWords("Cancel");
        window.awaitGone("Looking what is there…");
        assertThat(session.commands()).isEmpty();
    }

    @Test
    void inALowWindowWhatWasFoundComesIntoSight() {
        found.finding(new Finding.Certain(DialectName.JSONROOM));
        fillIn("Ada", "10.0.0.9:3000");
        window.resize(640, 400);
        window.press(KeyCode.ENTER);
        window.click("#connect-join-found");
        assertThat(session.commands()).containsExactly("connect");
    }
}
