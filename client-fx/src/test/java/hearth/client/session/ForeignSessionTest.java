package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.TextLimit;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.jsonroom.JsonRoomDialect;
import hearth.client.link.koa.KoaDialect;
import hearth.client.link.socketio.ChatDialect;
import hearth.client.link.text.TextDialect;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.protocol.ClientFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A session on servers of foreign dialects, some of whose connections end between a message and its echo. */
class ForeignSessionTest {
    private static final String LOBBY = "lobby";
    private static final String HANDSHAKE =
            "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";
    private static final Dialect.Kind CHAT = ChatDialect.KIND;
    private static final Dialect.Kind ROOMS = JsonRoomDialect.kind(Optional.empty());

    private final MemoryKeepStore disk = new MemoryKeepStore();
    private final MemoryCacheShelf caches = new MemoryCacheShelf();
    private ForeignProcess process;

    private ForeignProcess start(Dialect.Kind kind, Optional<String> serverId) {
        return start(kind, serverId, "Ada");
    }

    private ForeignProcess start(Dialect.Kind kind, Optional<String> serverId, String name) {
        return new ForeignProcess(disk, caches, new ForeignProcess.Login(kind, serverId, name));
    }

    @Test
    void aLineCutOffBetweenSendAndEchoIsNotSentAgainAndTheNextOnesAre() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        process.post("one");
        process.post("two");
        assertThat(process.sent()).containsExactly(toRoom("one"));
        process.cut();
        assertThat(process.states()).containsExactly(OutboxState.SENDING, OutboxState.SENDING, OutboxState.UNCONFIRMED);
        assertThat(enterRoom()).containsExactly(toRoom("two"));
        process.receive(fromRoom("two"));
        assertThat(process.states()).endsWith(OutboxState.SENT);
        assertThat(disk.outboxOfAll()).extracting(OutboxEntry::progress).containsExactly(new Progress.Unconfirmed());
    }

    @Test
    void whatWaitsUnderTheNameThatTheUserTypedIsSentUnderTheServersForm() {
        process = start(KoaDialect.KIND, Optional.of("koa kitchen:3000/chat"));
        for (String text : List.of("one", "two")) {
            process.post(text);
            signInAtForm("Ad");
            assertThat(process.sent()).containsExactly(text);
            process.receive("{\"type\":\"chat\",\"user\":{\"name\":\"Ad\"},\"data\":\"" + text + "\"}");
            assertThat(process.states()).endsWith(OutboxState.SENT);
            process.cut();
        }
        process.session.open(LOBBY);
        assertThat(process.shown()).containsSubsequence("Ad one Sent", "Ad two Sent");
        process.loop.advance(Duration.ofSeconds(5));
        process = start(KoaDialect.KIND, Optional.of("koa kitchen:3000/chat"), "Ad");
        process.session.open(LOBBY);
        assertThat(process.shown())
                .as("found again under the server's form")
                .containsExactly("Ad one Sent", "Ad two Sent");
    }

    @Test
    void allThatIsKeptCanBeReadAfterARestartAndNotOnlyWhatTheServerIsRecalled() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        IntStream.rangeClosed(1, 250).forEach(number -> process.receive(fromRoom("line " + number)));
        process.loop.advance(Duration.ofSeconds(5));
        process = start(ROOMS, Optional.of("jsonroom kitchen:3000/chat"));
        enterRoom();
        assertThat(process.history(LOBBY, 100))
                .isEqualTo(IntStream.rangeClosed(1, 250)
                        .mapToObj(number -> "line " + number)
                        .toList());
    }

    @Test
    void whoWasThereBeforeIsListedToo() {
        process = start(KoaDialect.KIND, Optional.empty());
        process.answer(405);
        process.answer(302);
        process.open();
        process.receive(
                "{\"type\":\"list\",\"user\":{\"name\":\"Ada\"},\"data\":[{\"name\":\"Bo\"},{\"name\":\"Ada\"}]}");
        process.session.open(LOBBY);
        assertThat(process.members()).containsExactly("Bo ONLINE", "Ada ONLINE");
    }

    /** Ada is let in, under a name that the server made of hers. */
    private void signInAtForm(String name) {
        process.answer(405);
        process.answer(302);
        process.open();
        process.receive(
                "{\"type\":\"list\",\"user\":{\"name\":\"" + name + "\"},\"data\":[{\"name\":\"" + name + "\"}]}");
    }

    @Test
    void aKillBetweenSendAndEchoLeavesItUnconfirmed() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        process.post("one");
        assertThat(process.sent()).containsExactly(toRoom("one"));
        process = start(ROOMS, Optional.of("jsonroom kitchen:3000/chat"));
        assertThat(process.states()).containsExactly(OutboxState.UNCONFIRMED);
        assertThat(enterRoom()).isEmpty();
    }

    @Test
    void whatTheServerKeptForTheUserShowsThatItArrived() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        process.session.open(LOBBY);
        process.post("one");
        process.cut();
        enterRoom();
        process.receive("{\"roomId\":\"lobby\",\"event\":\"message\",\"message\":\"one\",\"name\":\"Ada\",\"num\":1}");
        assertThat(process.states()).endsWith(OutboxState.UNCONFIRMED, OutboxState.SENT);
        assertThat(process.shown()).containsExactly("Ada one Sent");
        assertThat(disk.outboxOfAll()).isEmpty();
    }

    @Test
    void whatTheServerChangesIsUnconfirmedAloneAndTheConnectionStays() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        process.session.open(LOBBY);
        process.post("<b>");
        process.post("two");
        assertThat(process.sent()).containsExactly(toRoom("<b>"));
        process.receive(fromRoom("&lt;b&gt;"));
        process.pass(Duration.ofSeconds(19));
        assertThat(process.states()).containsExactly(OutboxState.SENDING, OutboxState.SENDING);
        process.pass(Duration.ofSeconds(1));
        assertThat(process.states()).endsWith(OutboxState.UNCONFIRMED);
        assertThat(process.sent()).containsExactly(toRoom("two"));
        process.receive(fromRoom("two"));
        assertThat(process.states()).endsWith(OutboxState.UNCONFIRMED, OutboxState.SENT);
        process.pass(Duration.ofMinutes(2));
        assertThat(process.isAlive()).isTrue();
        assertThat(process.shown())
                .contains("Ada &lt;b&gt; Sent", "Ada two Sent")
                .filteredOn(line -> line.contains("<b>"))
                .containsExactly("Ada <b> Unconfirmed");
    }

    @Test
    void anEchoThatComesLateStillConfirms() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        process.session.open(LOBBY);
        process.post("slow");
        process.pass(Duration.ofSeconds(20));
        assertThat(process.states()).endsWith(OutboxState.UNCONFIRMED);
        process.receive(fromRoom("slow"));
        assertThat(process.states()).endsWith(OutboxState.UNCONFIRMED, OutboxState.SENT);
        assertThat(process.shown()).filteredOn(line -> line.contains("slow")).containsExactly("Ada slow Sent");
        assertThat(disk.outboxOfAll()).isEmpty();
    }

    @Test
    void whoComesBackToARoomSeesWhatWasSaidThere() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        enterRoom("kitchen");
        process.receive("{\"event\":\"message\",\"message\":\"soup?\",\"name\":\"Bo\",\"num\":2}");
        enterRoom("lobby");
        process.heard.clear();
        enterRoom("kitchen");
        process.session.open("#kitchen");
        assertThat(process.shown()).contains("Bo soup? Sent");
    }

    @Test
    void whoComesBackToARoomSeesWhatAnEarlierProcessHeardThere() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        process.session.open(LOBBY);
        enterRoom("kitchen");
        process.receive("{\"event\":\"message\",\"message\":\"soup?\",\"name\":\"Bo\",\"num\":2}");
        enterRoom("lobby");
        process.loop.advance(Duration.ofSeconds(5));
        process = start(ROOMS, Optional.of("jsonroom kitchen:3000/chat"));
        assertThat(process.rooms()).containsExactly(LOBBY);
        enterRoom();
        assertThat(process.rooms()).containsExactly(LOBBY);
        process.heard.clear();
        enterRoom("kitchen");
        process.session.open("#kitchen");
        process.receive("{\"event\":\"message\",\"message\":\"still?\",\"name\":\"Bo\",\"num\":2}");
        assertThat(process.shown()).containsExactly("Bo soup? Sent", "Bo still? Sent");
    }

    private void enterRoom(String name) {
        process.session.join(new ClientFrame.RoomKey.ByName(name));
        process.loop.settle();
        process.receive("{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"" + name + "\",\"name\":\"Ada\"}");
    }

    @Test
    void historyShowsThatItArrivedAndItStandsThereOnce() {
        process = start(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "hi") + "]");
        process.session.open(LOBBY);
        process.post("perhaps");
        process.cut();
        assertThat(process.shown()).containsExactly("Bo hi Sent", "Ada perhaps Unconfirmed");
        enterChat("[" + line("Bo", "hi") + "," + line("Ada", "perhaps") + "," + line("Bo", "yes") + "]");
        assertThat(process.states()).containsExactly(OutboxState.SENDING, OutboxState.UNCONFIRMED, OutboxState.SENT);
        assertThat(process.shown()).containsExactly("Bo hi Sent", "Ada perhaps Sent", "Bo yes Sent");
    }

    @Test
    void historyShowsItToTheNextProcessToo() {
        process = start(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "hi") + "]");
        process.loop.advance(Duration.ofSeconds(5));
        process.post("perhaps");
        process = start(CHAT, Optional.of("socketio-chat kitchen:3000/chat"));
        assertThat(process.states()).containsExactly(OutboxState.UNCONFIRMED);
        enterChat("[" + line("Bo", "hi") + "," + line("Ada", "perhaps") + "]");
        assertThat(process.states()).containsExactly(OutboxState.UNCONFIRMED, OutboxState.SENT);
    }

    @Test
    void whoTypesTheAddressAnewGoesOnWhereTheLastProcessEnded() {
        process = start(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "one") + "]");
        process.session.open(LOBBY);
        process.receive("42[\"message\"," + line("Bo", "two") + "]", "42[\"message\"," + line("Bo", "three") + "]");
        process.loop.advance(Duration.ofSeconds(5));
        process = start(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "three") + "," + line("Bo", "four") + "]");
        process.session.open(LOBBY);
        process.receive("42[\"message\"," + line("Bo", "five") + "]");
        assertThat(process.shown())
                .containsExactly("Bo one Sent", "Bo two Sent", "Bo three Sent", "Bo four Sent", "Bo five Sent");
    }

    /** The server speaks before the session has read what it has of the conversations. */
    @Test
    void whatIsToldTooEarlyTakesNothingAwayOfWhatWasKept() {
        process = start(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "one") + "," + line("Bo", "two") + "]");
        process.session.open(LOBBY);
        process.loop.advance(Duration.ofSeconds(5));
        process = start(CHAT, Optional.of("socketio-chat kitchen:3000/chat"));
        process.open();
        process.transport.receive(HANDSHAKE);
        process.transport.receive("40{\"sid\":\"b\"}");
        process.transport.receive("42[\"message\"," + line("系统", "Bo加入了聊天！") + "]");
        process.transport.receive("42[\"history\",[" + line("Bo", "two") + "," + line("Bo", "three") + "]]");
        process.transport.receive("42[\"message\"," + line("Bo", "four") + "]");
        process.loop.settle();
        process.receive("42[\"history\",[" + line("Bo", "three") + "," + line("Bo", "four") + "]]");
        process.session.open(LOBBY);
        assertThat(process.shown()).containsExactly("Bo one Sent", "Bo two Sent", "Bo three Sent", "Bo four Sent");
    }

    @Test
    void aLongAbsenceIsToldWholeAndReplacesNothing() {
        process = start(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "one") + "]");
        process.session.open(LOBBY);
        process.cut();
        String missed = IntStream.range(0, 1_300)
                .mapToObj(i -> line("Bo", "missed " + i))
                .collect(Collectors.joining(","));
        enterChat("[" + line("Bo", "one") + "," + missed + "]");
        assertThat(process.shown()).hasSize(1_301).startsWith("Bo one Sent", "Bo missed 0 Sent");
    }

    @Test
    void aTimeThatMakesNoSenseStopsNothing() {
        process = start(CHAT, Optional.empty());
        enterChat("[]");
        process.session.open(LOBBY);
        for (String at : List.of(
                "+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "2100-01-01T00:00:00Z")) {
            process.receive("42[\"message\",{\"user\":\"Bo\",\"content\":\"" + at + "\",\"createAt\":\"" + at + "\"}]");
        }
        assertThat(process.shown()).hasSize(3);
        assertThat(process.heard)
                .filteredOn(SessionEvent.EventApplied.class::isInstance)
                .extracting(event ->
                        ((SessionEvent.EventApplied) event).event().stamp().at())
                .containsOnly(SessionBench.AT);
        process.loop.advance(Duration.ofSeconds(5));
        process = start(CHAT, Optional.of("socketio-chat kitchen:3000/chat"));
        process.session.open(LOBBY);
        assertThat(process.shown()).hasSize(3);
    }

    @Test
    void theSameWordsThatWereKnownBeforeShowNothing() {
        process = start(CHAT, Optional.empty());
        String before = line("Ada", "ok") + "," + line("Bo", "hi");
        enterChat("[" + before + "]");
        process.post("ok");
        process.cut();
        enterChat("[" + before + "]");
        assertThat(process.states()).endsWith(OutboxState.UNCONFIRMED);
        assertThat(process.sent()).noneMatch(text -> text.contains("\"ok\""));
    }

    @Test
    void whereNothingIsEchoedHavingLeftIsAllThereIsToKnow() {
        process = start(TextDialect.KIND, Optional.empty());
        process.transport.listener.onOpen();
        process.loop.settle();
        process.post("one");
        process.cut();
        assertThat(process.states()).containsExactly(OutboxState.SENDING, OutboxState.SENT);
        process.transport.hold();
        process.open();
        process.post("two");
        process.cut();
        assertThat(process.states()).endsWith(OutboxState.SENDING, OutboxState.UNCONFIRMED);
    }

    @Test
    void howLongATextMayBeIsTheDialectsOwnLiveAndFromTheCache() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        assertThat(process.textChars()).containsExactly(TextLimit.UNTOLD.most());
        process.loop.advance(Duration.ofSeconds(5));
        process = start(ROOMS, Optional.of("jsonroom kitchen:3000/chat"));
        assertThat(process.textChars()).containsExactly(TextLimit.UNTOLD.most());
    }

    @Test
    void textsAreTakenUpToTheDialectsLimitAndNoFurther() {
        process = start(ROOMS, Optional.empty());
        enterRoom();
        String most = "😀".repeat(TextLimit.UNTOLD.most() / 4);
        process.post(most);
        assertThat(process.sent()).containsExactly(toRoom(most));
        process.receive(fromRoom(most));
        assertThat(process.states()).endsWith(OutboxState.SENT);
        process.post(most + "x");
        assertThat(process.sent()).isEmpty();
        assertThat(process.states()).endsWith(OutboxState.FAILED);
    }

    /** Gives what is sent then. */
    private List<String> enterRoom() {
        process.open();
        process.transport.sent.clear();
        process.receive("{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"lobby\",\"name\":\"Ada\",\"num\":1}");
        return process.sent();
    }

    private void enterChat(String history) {
        process.open();
        process.receive(HANDSHAKE, "40{\"sid\":\"b\"}", "42[\"history\"," + history + "]");
        process.sent();
    }

    private static String line(String user, String text) {
        return "{\"user\":\"" + user + "\",\"content\":\"" + text + "\",\"createAt\":\"x\"}";
    }

    private static String toRoom(String text) {
        return "{\"event\":\"message\",\"message\":\"" + text + "\"}";
    }

    private static String fromRoom(String text) {
        return "{\"event\":\"message\",\"message\":\"" + text + "\",\"name\":\"Ada\",\"num\":1}";
    }
}
