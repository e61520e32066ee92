package hearth.client.transport;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dials with the platform's WebSocket. All sockets share one {@link HttpClient}, which this owns; the executor and the timers are the caller's, and outlive
 * it. Safe from any thread.
 */
public final class JdkTransport implements Transport, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JdkTransport.class);
    private static final Duration SHUTDOWN_DEADLINE = Duration.ofSeconds(1);

    /** The longest page that a web server may answer with. */
    private static final int PAGE_BYTES = 262_144;

    private final HttpClient client;
    private final Executor executor;
    private final ScheduledExecutorService timers;
    private final Set<JdkSocket> sockets = ConcurrentHashMap.newKeySet();

    /**
     * Makes a transport with an {@link HttpClient} of its own.
     *
     * @param executor runs the client's work and the listeners' calls; grows as needed, since a listener may keep a thread waiting
     * @param timers for the deadlines; what it runs does not block
     */
    public JdkTransport(Executor executor, ScheduledExecutorService timers) {
        this.executor = executor;
        this.timers = timers;
        this.client = HttpClient.newBuilder()
                .executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(JdkSocket.CONNECT_DEADLINE)
                .build();
    }

    @Override
    public Socket socket(SocketListener listener) {
        JdkSocket socket = new JdkSocket(listener, new ClientWays(), executor, timers, sockets::remove);
        sockets.add(socket);
        return socket;
    }

    /** What a socket needs of the client. */
    private final class ClientWays implements JdkSocket.Ways {

        @Override
        public CompletableFuture<WebSocket> dial(Handshake handshake, WebSocket.Listener wire) {
            WebSocket.Builder builder = client.newWebSocketBuilder();
            if (!handshake.subprotocol().isEmpty()) {
                builder.subprotocols(handshake.subprotocol());
            }
            handshake.headers().forEach(builder::header);
            return builder.buildAsync(handshake.address(), wire);
        }

        @Override
        public CompletableFuture<HttpResponse<String>> ask(WebRequest request) {
            try {
                return client.sendAsync(
                        http(request),
                        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), PAGE_BYTES));
            } catch (IllegalArgumentException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private static HttpRequest http(WebRequest request) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(request.address());
            request.form()
                    .ifPresent(form -> builder.header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
            return builder.build();
        }
    }

    /** Cuts off every socket that is left, and ends the client; waits at most 1 s for it. */
    @Override
    public void close() {
        sockets.forEach(JdkSocket::abort);
        client.shutdownNow();
        try {
            if (!client.awaitTermination(SHUTDOWN_DEADLINE)) {
                log.warn("the HTTP client did not end within {}", SHUTDOWN_DEADLINE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
