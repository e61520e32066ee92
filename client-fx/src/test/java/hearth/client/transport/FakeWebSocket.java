package hearth.client.transport;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The platform's socket as far as the transport uses it; sends complete when the test says so. For one thread. */
final class FakeWebSocket implements WebSocket {
    final List<String> sent = new ArrayList<>();
    final Deque<CompletableFuture<WebSocket>> underWay = new ArrayDeque<>();
    long requested;
    boolean aborted;

    /** Whether sends complete at once instead. */
    boolean instant;

    /** The send that has been under way for longest succeeds. */
    void completeSend() {
        underWay.remove().complete(this);
    }

    /** The send that has been under way for longest fails. */
    void failSend(Throwable failure) {
        underWay.remove().completeExceptionally(failure);
    }

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
        return send("text " + data);
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
        return send("close " + statusCode + " " + reason);
    }

    private CompletableFuture<WebSocket> send(String what) {
        if (!underWay.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("Send pending"));
        }
        sent.add(what);
        if (instant) {
            return CompletableFuture.completedFuture(this);
        }
        CompletableFuture<WebSocket> future = new CompletableFuture<>();
        underWay.add(future);
        return future;
    }

    @Override
    public void request(long n) {
        requested += n;
    }

    @Override
    public void abort() {
        aborted = true;
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
        throw new UnsupportedOperationException("nobody needs it");
    }

    @Override
    public String getSubprotocol() {
        return "";
    }

    @Override
    public boolean isOutputClosed() {
        return aborted;
    }

    @Override
    public boolean isInputClosed() {
        return aborted;
    }
}
