package hearth.conformance;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One WebSocket, and the frames that came over it. A check sends and awaits from one thread; frames arrive on others.
 *
 * <p>What came is kept twice: all of it in order, and as pending what no check has awaited yet.
 */
final class Wire implements AutoCloseable {
    private static final int NO_CODE = 1006;

    private final String who;
    private final Transcript transcript;
    private final WebSocket socket;

    private final List<Frame> received = new ArrayList<>(); // guarded by this
    private final List<Frame> pending = new ArrayList<>(); // guarded by this
    private OptionalInt closeCode = OptionalInt.empty(); // guarded by this
    private boolean answersPings = true; // guarded by this
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null); // guarded by this

    /** Connects; fails with a {@code CompletionException} where the server does not want to. */
    Wire(String who, Transcript transcript, WebSocket.Builder builder, URI address) {
        this.who = who;
        this.transcript = transcript;
        this.socket = builder.buildAsync(address, new Listener()).join();
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Sends a text message as it is. */
    synchronized void send(String text) {
        transcript.sent(who, text);
        queue(() -> socket.sendText(text, true));
    }

    synchronized void sendBinary(byte[] bytes) {
        transcript.sent(who, bytes.length + " bytes");
        queue(() -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    /** Sends one message in as many fragments as it has characters. */
    synchronized void sendInFragments(String text) {
        transcript.sent(who, text + " in " + text.length() + " fragments");
        for (int i = 0; i < text.length(); i++) {
            String part = text.substring(i, i + 1);
            boolean end = i == text.length() - 1;
            queue(() -> socket.sendText(part, end));
        }
    }

    /** Sends a ping of the WebSocket, below the protocol. */
    synchronized void sendControlPing() {
        queue(() -> socket.sendPing(ByteBuffer.allocate(0)));
    }

    /** From now on the server's pings stay unanswered. */
    synchronized void answerNoPings() {
        answersPings = false;
    }

    /** All that came, in order. */
    synchronized List<Frame> received() {
        return List.copyOf(received);
    }

    /** Takes the first pending frame that is wanted; waits for it. */
    synchronized Frame await(String what, Duration patience, Predicate<Frame> wanted) {
        boolean inTime = waitFor(patience, () -> pending.stream().anyMatch(wanted) || closeCode.isPresent());
        for (int i = 0; i < pending.size(); i++) {
            if (wanted.test(pending.get(i))) {
                return pending.remove(i);
            }
        }
        throw new AssertionError(who + " should get " + what + "; "
                + (inTime ? "the connection ended with code " + closeCode.orElseThrow() : "it did not come"));
    }

    /** Awaits the end of the connection, and gives its code. */
    synchronized int closeCode(Duration patience) {
        if (!waitFor(patience, () -> closeCode.isPresent())) {
            throw new AssertionError("the connection of " + who + " should end; it did not");
        }
        return closeCode.getAsInt();
    }

    /** Waits so long for a wanted frame, and says whether it came. */
    synchronized boolean comes(Duration patience, Predicate<Frame> wanted) {
        return waitFor(patience, () -> pending.stream().anyMatch(wanted));
    }

    /** Waits so long for a wanted frame or the end of the connection. */
    synchronized void comesOrCloses(Duration patience, Predicate<Frame> wanted) {
        waitFor(patience, () -> closeCode.isPresent() || pending.stream().anyMatch(wanted));
    }

    synchronized boolean isClosed() {
        return closeCode.isPresent();
    }

    private synchronized boolean waitFor(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (millis <= 0) {
                return false;
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }
        return true;
    }

    private void queue(Supplier<CompletableFuture<WebSocket>> send) {
        // What cannot be sent any more is no failure by itself: the check sees the end of the connection.
        sending = sending.handle((done, failure) -> null).thenCompose(ready -> send.get());
    }

    /** Drops what has come, awaited or not. */
    synchronized void forget() {
        received.clear();
        pending.clear();
    }

    /** The frames that nobody has awaited yet. */
    synchronized List<Frame> pending() {
        return List.copyOf(pending);
    }

    /** Says that the connection ends. */
    synchronized void hangUp() {
        queue(() -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    /** Ends the connection as a client does, and waits for nothing. */
    @Override
    public synchronized void close() {
        queue(() -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        sending = sending.whenComplete((done, failure) -> socket.abort());
    }

    private synchronized void ended(int code, String how) {
        if (closeCode.isEmpty()) {
            transcript.received(who, how);
            closeCode = OptionalInt.of(code);
            notifyAll();
        }
    }

    private synchronized void came(String text) {
        transcript.received(who, text);
        Frame frame = Frame.parse(text);
        received.add(frame);
        pending.add(frame);
        notifyAll();
        if (answersPings && frame.is("type", "ping")) {
            send("{\"type\":\"pong\"}");
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                String text = message.toString();
                message.setLength(0);
                came(text);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended(code, "close " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended(NO_CODE, "the end of the connection: " + error);
        }
    }
}
