package hearth.server;

import hearth.protocol.AnswerKind;
import hearth.protocol.ClientFrame;
import hearth.protocol.FrameCodec;
import hearth.protocol.MalformedFrameException;
import hearth.protocol.ServerFrame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The smallest client that can tell whether a server works. Used by one thread. */
final class SmokeClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FrameCodec codec = new FrameCodec();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    SmokeClient(int port) throws IOException, InterruptedException, TimeoutException {
        socket = await(http.newWebSocketBuilder()
                .subprotocols("hearth.v1")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/chat"), new Listener()));
    }

    void send(ClientFrame frame) throws IOException, InterruptedException, TimeoutException {
        await(socket.sendText(new String(codec.encode(frame).payload(), StandardCharsets.UTF_8), true)
                .toCompletableFuture());
    }

    /** Skips frames up to the first one that is looked for. */
    ServerFrame await(Predicate<ServerFrame> wanted) throws IOException, InterruptedException, TimeoutException {
        while (true) {
            String text = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (text == null) {
                throw new TimeoutException("the server did not answer in time");
            }
            ServerFrame frame = decode(text);
            if (frame instanceof ServerFrame.Error(var re, var code, var message, var retry, var needs)) {
                throw new IOException("the server refused: " + message);
            }
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        http.close();
    }

    private ServerFrame decode(String text) throws IOException {
        try {
            return codec.decodeServer(text, id -> Optional.of(AnswerKind.POSTED));
        } catch (MalformedFrameException e) {
            throw new IOException("the server sent what it must not", e);
        }
    }

    private static <T> T await(CompletableFuture<T> result) throws IOException, InterruptedException, TimeoutException {
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the connection failed", e.getCause());
        }
    }

    /** Puts messages together; called by the HTTP client, one call at a time. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                received.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
