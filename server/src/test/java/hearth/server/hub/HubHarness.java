package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame;
import hearth.server.account.Ids;
import hearth.server.account.Tokens;
import hearth.server.account.UnicodeNames;
import hearth.server.history.HistoryReader;
import hearth.server.history.HistoryStore;
import hearth.server.history.StorageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;

/** A hub with everything around it made for tests: a clock that stands, a store and a gateway of lists, a reader that reads when it is told. */
final class HubHarness {
    final VirtualClock clock = new VirtualClock();
    final List<ToGateway> said = new ArrayList<>();
    final Map<Long, Integer> handled = new HashMap<>();
    final List<HubInput> inputs = new ArrayList<>();
    private final Map<Long, TestClient> clients = new LinkedHashMap<>();
    private final Queue<Runnable> reads = new ArrayDeque<>();
    private final List<HubInput> readDone = new ArrayList<>();
    private final SeededRandom random = new SeededRandom(42);
    private final HubParts parts;
    private final Hub hub;
    private long connections;

    HubHarness(HistoryStore store) {
        this(store, Limits.STANDARD);
    }

    HubHarness(HistoryStore store, Limits limits) {
        HubSettings settings = new HubSettings(
                "Kitchen", "1.0.0", Duration.ofSeconds(15), limits, () -> List.of("ws://10.0.0.5:7878/chat"));
        parts = new HubParts(
                store,
                new UnicodeNames(limits.nameChars()),
                new Ids(random),
                new Tokens(random),
                clock.clock(),
                settings);
        try {
            HistoryReader reader = store.openReader();
            hub = Hub.open(
                    parts,
                    messages -> messages.forEach(this::onSaid),
                    new PageReads.ReadRoom(reader, reads::add, readDone::add));
        } catch (StorageException e) {
            throw new AssertionError(e);
        }
    }

    /** A hub on an empty store. */
    static HubHarness empty() {
        return new HubHarness(new FakeHistoryStore());
    }

    HubParts parts() {
        return parts;
    }

    /** A connection that has not said hello. */
    TestClient connect() {
        TestClient client = new TestClient(this, ++connections);
        clients.put(client.connection(), client);
        client.replyBytes = parts.settings().limits().replyBytes();
        process(new FromGateway.Opened(client.connection(), "10.0.0.7"));
        return client;
    }

    /** A connection that is not open yet. */
    TestClient announce() {
        TestClient client = new TestClient(this, ++connections);
        clients.put(client.connection(), client);
        return client;
    }

    /** Handles inputs that were made with another harness. */
    void replay(List<HubInput> batch) {
        for (HubInput input : batch) {
            if (input instanceof FromGateway message) {
                clients.computeIfAbsent(message.connection(), id -> new TestClient(this, id))
                        .expect(message);
            }
        }
        hub.process(batch);
    }

    /** The same, but first with an input whose handling throws when all others are handled, so that all of it is taken back once. */
    void replayShaken(List<HubInput> batch, FakeHistoryStore store) {
        int position = random.position();
        store.onRollback = () -> random.rewind(position);
        List<HubInput> shaken = new ArrayList<>(batch);
        shaken.add(null);
        replay(shaken);
    }

    /** Everything that every connection was ever sent. */
    List<String> transcripts() {
        return clients.values().stream()
                .map(client -> client.connection() + ": " + String.join("\n", client.transcript()))
                .toList();
    }

    /** The token that a user of this name logs in with. */
    static String tokenOf(String name) {
        return (name.replaceAll("[^A-Za-z0-9]", "x") + "-".repeat(43)).substring(0, 43);
    }

    /** A connection of a user of this name, who is made where there is none; all that the login caused is taken. */
    TestClient login(String name) {
        TestClient client = arrive(name);
        settle();
        return client;
    }

    /** The same, but nothing that the login caused is taken. */
    TestClient arrive(String name) {
        TestClient client = connect();
        ServerFrame answer = client.ask(Requests.guest(name, tokenOf(name)));
        assertThat(answer).isInstanceOf(ServerFrame.Welcome.class);
        return client;
    }

    /** The id of the lobby. */
    String lobby() {
        return conversation("lobby");
    }

    private String conversation(String name) {
        return clients.values().stream()
                .flatMap(
                        client -> client.welcome() == null ? Stream.empty() : client.welcome().conversations().stream())
                .filter(c -> c.title() instanceof ConversationSummary.Room room
                        && room.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Makes a room of this owner with these members. */
    String room(String name, TestClient owner, TestClient... members) {
        String id = owner.ok(Answer.Entered.class, Requests.createRoom(name))
                .conversation()
                .id();
        for (TestClient member : members) {
            member.ok(Answer.Entered.class, Requests.join(id));
        }
        settle();
        return id;
    }

    /** Lets a second and a little more pass, and takes all that has come to anybody. */
    void settle() {
        advance(Duration.ofMillis(1_500));
        clients.values().forEach(TestClient::takeAll);
    }

    /** Handles these as one batch, and everything that is read for it. */
    void process(HubInput... batch) {
        inputs.addAll(List.of(batch));
        hub.process(List.of(batch));
        finishReads();
    }

    /** Handles these as one batch; what is to be read waits for {@link #finishReads}. */
    void processWithoutReading(HubInput... batch) {
        hub.process(List.of(batch));
    }

    void finishReads() {
        while (!reads.isEmpty()) {
            reads.remove().run();
        }
        List<HubInput> done = List.copyOf(readDone);
        readDone.clear();
        if (!done.isEmpty()) {
            hub.process(done);
        }
    }

    /** Lets time pass, as the hub's thread would see it pass. */
    void advance(Duration duration) {
        clock.advance(duration);
        hub.tick();
    }

    Hub hub() {
        return hub;
    }

    /** Every request of every client has been answered, and every frame taken. */
    void assertNothingLeft() {
        clients.values().forEach(TestClient::assertNothingLeft);
    }

    private void onSaid(ToGateway message) {
        said.add(message);
        switch (message) {
            case ToGateway.Deliver(var connections, var frame) -> {
                for (long connection : connections) {
                    clients.get(connection).onFrame(frame);
                }
            }
            case ToGateway.Close close -> clients.get(close.connection()).onClose(close.code());
            case ToGateway.Handled(var connection, var frames) -> handled.merge(connection, frames, Integer::sum);
            case ToGateway.Admitted _, ToGateway.TellWhenDrained _ -> {}
        }
    }
}
