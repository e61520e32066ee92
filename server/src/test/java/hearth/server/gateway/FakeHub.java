package hearth.server.gateway;

import static org.awaitility.Awaitility.await;

import hearth.protocol.ClientFrame;
import hearth.protocol.FrameCodec;
import hearth.protocol.ServerFrame;
import hearth.server.hub.FromGateway;
import hearth.server.hub.ToGateway;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A hub that keeps what it is told, and answers pings at once unless it is told not to. */
final class FakeHub implements Consumer<FromGateway> {
    private final List<FromGateway> news = new CopyOnWriteArrayList<>();
    private volatile Consumer<List<ToGateway>> gateway = batch -> {};
    private volatile boolean handling = true;
    private volatile Throwable failure;

    void attach(Consumer<List<ToGateway>> newGateway) {
        gateway = newGateway;
    }

    /** From now on frames are taken but never handled. */
    void stopHandling() {
        handling = false;
    }

    /** The next frame makes the hub throw this. */
    void failOnce(Throwable newFailure) {
        failure = newFailure;
    }

    @Override
    public void accept(FromGateway each) {
        news.add(each);
        if (each instanceof FromGateway.Received(long id, ClientFrame frame, boolean backlogged)) {
            received(id, frame);
        } else if (each instanceof FromGateway.Malformed malformed) {
            say(new ToGateway.Handled(malformed.connection(), 1));
        }
    }

    private void received(long id, ClientFrame frame) {
        Throwable now = failure;
        failure = null;
        if (now instanceof Error error) {
            throw error;
        }
        if (handling) {
            say(new ToGateway.Handled(id, 1));
            if (frame instanceof ClientFrame.Ping(Optional<String> t)) {
                say(new ToGateway.Deliver(
                        new long[] {id}, new FrameCodec().encode(new ServerFrame.Pong(t, Optional.empty()))));
            }
        }
    }

    void say(ToGateway... what) {
        gateway.accept(List.of(what));
    }

    <T extends FromGateway> List<T> all(Class<T> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits for so many of a kind, and gives the last of them. */
    <T extends FromGateway> T awaitNth(Class<T> kind, int count) {
        await().atMost(Duration.ofMinutes(1)).until(() -> all(kind).size() >= count);
        return all(kind).get(count - 1);
    }
}
