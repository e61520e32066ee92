package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.faults.Violation.Kind;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a server which breaks a promise is caught, with the product's session, through the proxy, the recorder and the checker; and that an honest one is not. */
class BrokenServerIT {
    private static final int MESSAGES = 10;

    @TempDir
    Path folder;

    private BrokenServer server;
    private Crowd crowd;
    private Seat ada;
    private Seat bo;

    @AfterEach
    void close() throws Exception {
        crowd.close();
        server.close();
    }

    @Test
    void anHonestServerIsFoundHonest() throws Exception {
        begin(Lie.NONE);
        chat();
        cutLinks();
        chat();
        awaitAllSent();

        Verdict verdict = crowd.verdict();

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.messages()).isEqualTo(2 * (MESSAGES + 1));
    }

    @Test
    void aDroppedMessageIsLost() throws Exception {
        begin(Lie.DROPS);
        chat();
        awaitAllSent();

        assertThat(crowd.verdict().count(Kind.LOST)).isOne();
    }

    @Test
    void aMessageThatIsStoredAgainWhenItIsSentAgainIsDoubled() throws Exception {
        AtomicBoolean cut = new AtomicBoolean();
        begin(
                Lie.DOUBLES,
                piece -> piece.text().contains("\"type\":\"ok\"") && cut.compareAndSet(false, true)
                        ? OptionalInt.of(3)
                        : OptionalInt.empty());
        chat();
        awaitAllSent();

        Verdict verdict = crowd.verdict();

        assertThat(cut).isTrue();
        assertThat(verdict.count(Kind.STORED_TWICE)).isOne();
        assertThat(verdict.count(Kind.DELIVERED_TWICE)).isPositive();
    }

    @Test
    void anotherOrderForOneObserverIsDifferent() throws Exception {
        begin(Lie.REORDERS);
        chat();
        awaitAllSent();

        assertThat(crowd.verdict().violations())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.kind()).isEqualTo(Kind.DIFFERENT))
                .allSatisfy(each -> assertThat(each.observer()).isEqualTo(BrokenServer.VICTIM));
    }

    @Test
    void whatWasAcknowledgedBeforeItWasOnDiskIsLostInACrash() throws Exception {
        begin(Lie.ACKNOWLEDGES_BEFORE_COMMIT);
        chat();
        awaitAllSent();
        server.commit();
        say("not on disk");
        ada.client().awaitSettled();
        int before = ada.client().logins();
        server.crash();
        ada.client().awaitOnlineAfter(before);

        assertThat(crowd.verdictAsItIs().count(Kind.LOST)).isOne();
    }

    @Test
    void aMessageThatIsLeftOutIsAHole() throws Exception {
        begin(Lie.LEAVES_OUT);
        chat();
        awaitAllSent();
        cutLinks();

        Verdict verdict = crowd.verdict();

        assertThat(verdict.count(Kind.HOLE)).isOne();
        assertThat(verdict.violations()).hasSize(1);
    }

    @Test
    void anotherTextIsDifferent() throws Exception {
        begin(Lie.CHANGES_TEXT);
        chat();
        awaitAllSent();

        Verdict verdict = crowd.verdict();

        assertThat(verdict.count(Kind.DIFFERENT)).isPositive();
        assertThat(verdict.violations())
                .allSatisfy(each -> assertThat(each.kind()).isEqualTo(Kind.DIFFERENT));
    }

    private void begin(Lie lie) throws Exception {
        begin(lie, piece -> OptionalInt.empty());
    }

    private void begin(Lie lie, FrameWatch ofAda) throws Exception {
        server = new BrokenServer(lie);
        crowd = new Crowd(folder, server.port());
        ada = crowd.impatient("Ada", ofAda);
        bo = crowd.impatient(BrokenServer.VICTIM);
        ada.client().connect();
        bo.client().connect();
    }

    /** Ten messages and a marked one between them. */
    private void chat() {
        for (int i = 0; i < MESSAGES; i++) {
            say(i == MESSAGES / 2 ? BrokenServer.MARK : "message " + i);
        }
        say("the last one");
    }

    private void say(String text) {
        ada.client().post(text);
    }

    private void awaitAllSent() {
        ada.client().awaitSettled();
    }

    private void cutLinks() {
        for (Seat seat : new Seat[] {ada, bo}) {
            seat.client().awaitSettled();
            seat.loseConnection();
        }
    }
}
