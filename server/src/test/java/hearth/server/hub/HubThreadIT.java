package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.Limits;
import hearth.protocol.Status;
import hearth.server.account.Ids;
import hearth.server.account.Tokens;
import hearth.server.account.UnicodeNames;
import hearth.server.history.StorageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HubThreadIT {
    private final FakeHistoryStore store = new FakeHistoryStore();
    private final List<ToGateway> said = new CopyOnWriteArrayList<>();
    private final AtomicLong nanosAhead = new AtomicLong();

    @Test
    void whatIsPostedIsAnsweredOnTheHubsThread() throws StorageException {
        List<String> threads = new CopyOnWriteArrayList<>();
        HubThread hub = HubThread.start(parts(), messages -> {
            said.addAll(messages);
            threads.add(Thread.currentThread().getName());
        });

        hub.post(new FromGateway.Opened(1, "10.0.0.7"));
        hub.post(received(new ClientFrame.Ping(Optional.of("hello?"))));

        await().atMost(Duration.ofMinutes(1)).until(() -> texts().anyMatch(text -> text.contains("hello?")));
        hub.close();
        assertThat(threads).containsOnly("hearth-hub");
    }

    @Test
    void closingFinishesTheQueueSaysGoodByeAndEndsBothThreads() throws StorageException {
        HubThread hub = HubThread.start(parts(), said::addAll);
        hub.post(new FromGateway.Opened(1, "10.0.0.7"));
        hub.post(received(hello()));
        for (int i = 0; i < 3_000; i++) {
            hub.post(received(new ClientFrame.Ping(Optional.of("ping " + i))));
        }

        hub.close();
        hub.post(received(new ClientFrame.Ping(Optional.of("too late"))));

        assertThat(texts()).anyMatch(text -> text.contains("ping 2999"));
        assertThat(texts()).noneMatch(text -> text.contains("too late"));
        assertThat(texts()).last().asString().contains("\"bye\"");
        assertThat(said.getLast()).isEqualTo(new ToGateway.Close(1, CloseCode.GOING_AWAY, "shutting down"));
        assertThat(store.reader.closed).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("hearth-hub", "hearth-reader");
    }

    @Test
    void pagesAreReadBesideTheHub() throws StorageException {
        HubThread hub = HubThread.start(parts(), said::addAll);
        hub.post(new FromGateway.Opened(1, "10.0.0.7"));
        hub.post(received(hello()));
        hub.post(received(new ClientFrame.Search(
                2, "x", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty())));

        await().atMost(Duration.ofMinutes(1)).until(() -> texts().anyMatch(text -> text.contains("\"hits\"")));
        hub.close();
    }

    @Test
    void timersRunWhileNothingIsPosted() throws StorageException {
        nanosAhead.set(0);
        HubThread hub = HubThread.start(parts(), said::addAll);
        hub.post(new FromGateway.Opened(1, "10.0.0.7"));
        hub.post(received(new ClientFrame.Ping(Optional.of("opened"))));
        await().atMost(Duration.ofMinutes(1)).until(() -> texts().anyMatch(text -> text.contains("opened")));
        nanosAhead.addAndGet(Duration.ofSeconds(10).toNanos());
        hub.post(new FromGateway.Drained(99));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> said.contains(new ToGateway.Close(1, CloseCode.LOGIN_FAILED, "no hello in time")));
        hub.close();
    }

    @Test
    void presenceIsToldWithoutAnybodyAsking() throws StorageException {
        HubThread hub = HubThread.start(parts(), said::addAll);
        hub.post(new FromGateway.Opened(1, "10.0.0.7"));
        hub.post(received(hello()));
        hub.post(received(new ClientFrame.SetStatus(2, Status.AWAY, Optional.of("tea"))));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> texts().anyMatch(text -> text.contains("\"presence\"") && text.contains("tea")));
        hub.close();
    }

    @Test
    void aGatewayThatThrowsDoesNotEndTheHub() throws StorageException {
        HubThread hub = HubThread.start(parts(), messages -> {
            boolean isFirst = said.isEmpty();
            said.addAll(messages);
            if (isFirst) {
                throw new IllegalStateException("told to throw");
            }
        });
        hub.post(new FromGateway.Opened(1, "10.0.0.7"));
        hub.post(received(new ClientFrame.Ping(Optional.of("first"))));
        await().atMost(Duration.ofMinutes(1)).until(() -> !said.isEmpty());
        hub.post(received(new ClientFrame.Ping(Optional.of("second"))));

        await().atMost(Duration.ofMinutes(1)).until(() -> texts().anyMatch(text -> text.contains("second")));
        hub.close();
        assertThat(texts().filter(text -> text.contains("first")))
                .as("said once")
                .hasSize(1);
    }

    @Test
    void aHubThatCannotStartLeavesNothingOpen() {
        store.failing.add(FakeHistoryStore.Call.REPLAY);

        assertThatThrownBy(() -> HubThread.start(parts(), said::addAll)).isInstanceOf(StorageException.class);

        assertThat(store.reader.closed).isTrue();
    }

    private Stream<String> texts() {
        return said.stream()
                .filter(ToGateway.Deliver.class::isInstance)
                .map(message -> new String(((ToGateway.Deliver) message).frame().payload(), StandardCharsets.UTF_8));
    }

    private static FromGateway received(ClientFrame frame) {
        return new FromGateway.Received(1, frame, false);
    }

    private static ClientFrame hello() {
        return new ClientFrame.Hello(1, 1, "test", new Auth.Guest("Ada", Optional.empty()), Optional.empty());
    }

    private HubParts parts() {
        SeededRandom random = new SeededRandom(7);
        HubSettings settings = new HubSettings("Kitchen", "1.0.0", Duration.ofSeconds(15), Limits.STANDARD, List::of);
        HubClock clock = HubClock.start(InstantSource.system(), () -> System.nanoTime() + nanosAhead.get());
        return new HubParts(store, new UnicodeNames(32), new Ids(random), new Tokens(random), clock, settings);
    }
}
