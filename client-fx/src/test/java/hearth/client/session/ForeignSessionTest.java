package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.ServerSpec;
import hearth.client.link.TextLimit;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.ForeignDialler;
import hearth.client.link.foreign.Hints;
import hearth.client.link.jsonroom.JsonRoomDialect;
import hearth.client.link.koa.KoaDialect;
import hearth.client.link.socketio.ChatDialect;
import hearth.client.link.text.TextDialect;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.Target;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.client.transport.FakeTransport;
import hearth.client.transport.ManualTimers;
import hearth.client.transport.WebAnswer;
import hearth.protocol.ClientFrame;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
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
    private Process process;

    /** One run of the program: what its memory has goes with it. */
    private final class Process {
        private final VirtualLoop loop = new VirtualLoop();
        private final FakeTransport transport = new FakeTransport();
        private final ManualTimers timers = new ManualTimers();
        private final List<SessionEvent> heard = new ArrayList<>();
        private final LiveSession session;

        Process(Dialect.Kind kind, Optional<String> serverId) {
            this(kind, serverId, "Ada");
        }

        Process(Dialect.Kind kind, Optional<String> serverId, String name) {
            Random random = new Random(disk.outboxOfAll().size());
            SessionPorts ports = new SessionPorts(
                    loop,
                    new ForeignDialler(kind, transport, timers, InstantSource.fixed(SessionBench.AT), new Hints()),
                    disk,
                    Optional.of(caches),
                    () -> Set.of("eth0"),
                    random,
                    random);
            SessionConfig config = new SessionConfig(
                    ServerSpec.hearth(URI.create("ws://kitchen:3000/chat")),
                    name,
                    serverId,
                    "test",
                    Missed.NEWEST_PAGE);
            session = new LiveSession(ports, config);
            session.observe(heard::add);
            session.connect();
            loop.settle();
        }

        void receive(String... texts) {
            for (String text : texts) {
                transport.receive(text);
                loop.settle();
            }
        }

        List<String> sent() {
            loop.settle();
            List<String> taken = List.copyOf(transport.sent);
            transport.sent.clear();
            return taken;
        }

        void post(String text) {
            session.post(new Target.Conversation(LOBBY), text, OptionalLong.empty());
            loop.settle();
        }

        /** The web server answers what it is asked next, with a cookie. */
        void answer(int status) {
            for (int i = 0; transport.questions.isEmpty() && i < 60; i++) {
                loop.advance(Duration.ofSeconds(1));
            }
            transport.questions.clear();
            transport.answer(new WebAnswer(status, Map.of("set-cookie", List.of("name=x; path=/")), ""));
            loop.settle();
        }

        /** Time passes, and the server answers pings. */
        void pass(Duration time) {
            for (long second = 0; second < time.toSeconds(); second++) {
                timers.advance(Duration.ofSeconds(1));
                transport.listener.onHeard();
                loop.advance(Duration.ofSeconds(1));
            }
        }

        boolean isAlive() {
            return transport.asked.stream().allMatch("ping"::equals);
        }

        void cut() {
            transport.dialled = "";
            transport.end(new Ending.Lost("cut"));
            loop.settle();
        }

        void open() {
            for (int i = 0; transport.dialled.isEmpty() && i < 60; i++) {
                loop.advance(Duration.ofSeconds(1));
            }
            transport.listener.onOpen();
            loop.settle();
        }

        List<OutboxState> states() {
            loop.settle();
            return heard.stream()
                    .filter(SessionEvent.OutboxChanged.class::isInstance)
                    .map(event -> ((SessionEvent.OutboxChanged) event).state())
                    .toList();
        }

        /** How long a text may be, as often as the window is told. */
        List<Integer> textChars() {
            loop.settle();
            return heard.stream()
                    .filter(SessionEvent.SignedIn.class::isInstance)
                    .map(event -> ((SessionEvent.SignedIn) event).limits().textChars())
                    .toList();
        }

        /** The messages as the timeline shows them. */
        List<String> shown() {
            loop.settle();
            ShownTimeline shown = new ShownTimeline();
            for (SessionEvent event : heard) {
                if (event instanceof SessionEvent.TimelineChanged(String _, var change)) {
                    shown.apply(change);
                }
            }
            return shown.entries().stream()
                    .filter(TimelineEntry.Message.class::isInstance)
                    .map(TimelineEntry.Message.class::cast)
                    .map(message -> message.author().name() + " " + message.text() + " "
                            + message.delivery().getClass().getSimpleName())
                    .toList();
        }
    }

    @Test
    void aLineCutOffBetweenSendAndEchoIsNotSentAgainAndTheNextOnesAre() {
        process = new Process(ROOMS, Optional.empty());
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
        process = new Process(KoaDialect.KIND, Optional.of("koa kitchen:3000/chat"));
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
        process = new Process(KoaDialect.KIND, Optional.of("koa kitchen:3000/chat"), "Ad");
        process.session.open(LOBBY);
        assertThat(process.shown())
                .as("found again under the server's form")
                .containsExactly("Ad one Sent", "Ad two Sent");
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
        process = new Process(ROOMS, Optional.empty());
        enterRoom();
        process.post("one");
        assertThat(process.sent()).containsExactly(toRoom("one"));
        process = new Process(ROOMS, Optional.of("jsonroom kitchen:3000/chat"));
        assertThat(process.states()).containsExactly(OutboxState.UNCONFIRMED);
        assertThat(enterRoom()).isEmpty();
    }

    @Test
    void whatTheServerKeptForTheUserShowsThatItArrived() {
        process = new Process(ROOMS, Optional.empty());
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
        process = new Process(ROOMS, Optional.empty());
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
        process = new Process(ROOMS, Optional.empty());
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
        process = new Process(ROOMS, Optional.empty());
        enterRoom();
        enterRoom("kitchen");
        process.receive("{\"event\":\"message\",\"message\":\"soup?\",\"name\":\"Bo\",\"num\":2}");
        enterRoom("lobby");
        process.heard.clear();
        enterRoom("kitchen");
        process.session.open("#kitchen");
        assertThat(process.shown()).contains("Bo soup? Sent");
    }

    private void enterRoom(String name) {
        process.session.join(new ClientFrame.RoomKey.ByName(name));
        process.loop.settle();
        process.receive("{\"event\":\"enter\",\"message\":\"Ada\",\"roomId\":\"" + name + "\",\"name\":\"Ada\"}");
    }

    @Test
    void historyShowsThatItArrivedAndItStandsThereOnce() {
        process = new Process(CHAT, Optional.empty());
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
        process = new Process(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "hi") + "]");
        process.loop.advance(Duration.ofSeconds(5));
        process.post("perhaps");
        process = new Process(CHAT, Optional.of("socketio-chat kitchen:3000/chat"));
        assertThat(process.states()).containsExactly(OutboxState.UNCONFIRMED);
        enterChat("[" + line("Bo", "hi") + "," + line("Ada", "perhaps") + "]");
        assertThat(process.states()).containsExactly(OutboxState.UNCONFIRMED, OutboxState.SENT);
    }

    @Test
    void whoTypesTheAddressAnewGoesOnWhereTheLastProcessEnded() {
        process = new Process(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "one") + "]");
        process.session.open(LOBBY);
        process.receive("42[\"message\"," + line("Bo", "two") + "]", "42[\"message\"," + line("Bo", "three") + "]");
        process.loop.advance(Duration.ofSeconds(5));
        process = new Process(CHAT, Optional.empty());
        enterChat("[" + line("Bo", "three") + "," + line("Bo", "four") + "]");
        process.session.open(LOBBY);
        process.receive("42[\"message\"," + line("Bo", "five") + "]");
        assertThat(process.shown())
                .containsExactly("Bo one Sent", "Bo two Sent", "Bo three Sent", "Bo four Sent", "Bo five Sent");
    }

    @Test
    void theSameWordsThatWereKnownBeforeShowNothing() {
        process = new Process(CHAT, Optional.empty());
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
        process = new Process(TextDialect.KIND, Optional.empty());
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
        process = new Process(ROOMS, Optional.empty());
        enterRoom();
        assertThat(process.textChars()).containsExactly(TextLimit.UNTOLD.most());
        process.loop.advance(Duration.ofSeconds(5));
        process = new Process(ROOMS, Optional.of("jsonroom kitchen:3000/chat"));
        assertThat(process.textChars()).containsExactly(TextLimit.UNTOLD.most());
    }

    @Test
    void textsAreTakenUpToTheDialectsLimitAndNoFurther() {
        process = new Process(ROOMS, Optional.empty());
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
