package hearth.client.transport;

import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection. Whatever ends it comes to {@link #end}, and what comes there first is what the listener hears. Decides under the lock, acts outside it;
 * the listener is called in turns.
 */
final class JdkSocket implements Transport.Socket {
    /** From dialling to the end of the handshake. */
    static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    /** From the wish to close to the peer's close frame. */
    static final Duration CLOSE_DEADLINE = Duration.ofSeconds(5);

    /** After a send failed: the peer's last words may have arrived already, and say why. */
    static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** One more than the listener works on: the platform notices an end only while it may read, and could lose it later. */
    private static final int AHEAD = 2;

    private static final Logger log = LoggerFactory.getLogger(JdkSocket.class);

    private final Transport.SocketListener listener;
    private final ScheduledExecutorService timers;
    private final Consumer<JdkSocket> onEnded;
    private final Ways ways;
    private final MessageAssembler message = new MessageAssembler(0);
    private final Turns turns;
    private final SendQueue sends;

    private final Object lock = new Object();
    private Phase phase = Phase.DIALLING; // guarded by lock
    private CompletableFuture<?> onTheWay; // guarded by lock; the question or the handshake; null before the first
    private WebSocket webSocket; // guarded by lock; null until it is open
    private Future<?> deadline; // guarded by lock; that of asking or dialling, later that of closing

    private enum Phase {
        DIALLING,
        OPEN,
        CLOSING,
        ENDED
    }

    /**
     * Makes a socket that is not dialled yet.
     *
     * @param ways start what is asked and dialled
     * @param executor runs the listener's calls
     * @param onEnded hears once when the connection is over
     */
    JdkSocket(
            Transport.SocketListener listener,
            Ways ways,
            Executor executor,
            ScheduledExecutorService timers,
            Consumer<JdkSocket> onEnded) {
        this.listener = listener;
        this.timers = timers;
        this.onEnded = onEnded;
        this.ways = ways;
        this.turns = new Turns(executor, this::onListenerFailed);
        this.sends = new SendQueue(executor, timers, this::end, this::onSendFailed);
    }

    @Override
    public void ask(WebRequest request, Consumer<WebAnswer> answer) {
        Future<?> overdue = overdue("no answer");
        CompletableFuture<HttpResponse<String>> asked = ways.ask(request);
        onTheWay(asked, overdue);
        var _ = asked.whenComplete((response, failure) -> {
            overdue.cancel(false);
            if (failure == null) {
                turns.add(() -> answer.accept(words(response)));
            } else {
                end(Endings.ofDialling(failure));
            }
        });
    }

    private static WebAnswer words(HttpResponse<String> response) {
        Map<String, List<String>> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new WebAnswer(response.statusCode(), headers, response.body());
    }

    @Override
    public void dial(Handshake handshake) {
        message.limit(handshake.messageBytes());
        Future<?> overdue = overdue("no connection");
        CompletableFuture<WebSocket> dialled = ways.dial(handshake, new Wire());
        onTheWay(dialled, overdue);
        var _ = dialled.whenComplete((_, failure) -> {
            if (failure != null) {
                end(Endings.ofDialling(failure));
            }
        });
    }

    private Future<?> overdue(String what) {
        return after(
                CONNECT_DEADLINE,
                () -> end(new Ending.TimedOut(what + " after " + CONNECT_DEADLINE.toSeconds() + " s")));
    }

    private void onTheWay(CompletableFuture<?> future, Future<?> overdue) {
        boolean tooLate;
        synchronized (lock) {
            tooLate = phase == Phase.ENDED;
            onTheWay = future;
            if (phase == Phase.DIALLING) {
                deadline = overdue;
            } else {
                overdue.cancel(false);
            }
        }
        if (tooLate) {
            future.cancel(true);
        }
    }

    /** How a socket reaches the network. */
    interface Ways {

        /** Starts the handshake of a socket that calls this listener. */
        CompletableFuture<WebSocket> dial(Handshake handshake, WebSocket.Listener wire);

        /** Asks a web server. */
        CompletableFuture<HttpResponse<String>> ask(WebRequest request);
    }

    @Override
    public void send(String text) {
        sends.text(encodable(text));
    }

    @Override
    public void send(String text, Runnable sent) {
        sends.text(encodable(text), () -> turns.add(sent));
    }

    @Override
    public void ping() {
        sends.ping();
    }

    private static String encodable(String text) {
        if (!Utf8.isEncodable(text)) {
            throw new IllegalArgumentException("a text with an unpaired surrogate cannot be sent");
        }
        return text;
    }

    @Override
    public void takeUpTo(int messageBytes) {
        message.limit(messageBytes);
    }

    @Override
    public void inTurn(Runnable turn) {
        turns.add(turn);
    }

    @Override
    public void close(int code, String reason) {
        boolean open;
        synchronized (lock) {
            if (phase == Phase.CLOSING || phase == Phase.ENDED) {
                return;
            }
            open = phase == Phase.OPEN;
            if (open) {
                phase = Phase.CLOSING;
                deadline = after(CLOSE_DEADLINE, this::abort);
            }
        }
        if (open) {
            sends.close(code, reason);
        } else {
            end(new Ending.Cancelled());
        }
    }

    @Override
    public void abort() {
        end(new Ending.Cancelled());
    }

    private void opened(WebSocket open) {
        boolean tooLate;
        synchronized (lock) {
            tooLate = phase != Phase.DIALLING;
            if (!tooLate) {
                phase = Phase.OPEN;
                webSocket = open;
                cancelDeadline();
            }
        }
        if (tooLate) {
            open.abort();
            return;
        }
        sends.start(open);
        turns.add(() -> {
            listener.onOpen();
            open.request(AHEAD);
        });
    }

    private void onListenerFailed(Throwable failure) {
        log.error("a listener failed, the connection is dropped", failure);
        end(new Ending.Lost("the listener failed"));
    }

    private void onSendFailed(Throwable failure) {
        var _ = after(LAST_WORDS, () -> end(Endings.ofFailure(failure)));
    }

    /** The one way to the end, from whatever side; only the first counts. */
    private void end(Ending cause) {
        Ending said;
        CompletableFuture<?> dialled;
        WebSocket open;
        synchronized (lock) {
            if (phase == Phase.ENDED) {
                return;
            }
            said = phase == Phase.CLOSING ? new Ending.Cancelled() : cause;
            phase = Phase.ENDED;
            dialled = onTheWay;
            open = webSocket;
            cancelDeadline();
        }
        sends.stop();
        turns.addLast(() -> listener.onEnd(said));
        onEnded.accept(this);
        letGo(cause, dialled, open);
    }

    private void letGo(Ending cause, CompletableFuture<?> dialled, WebSocket open) {
        if (open == null) {
            if (dialled != null) {
                dialled.cancel(true);
            }
        } else if (cause instanceof Ending.Closed) {
            // The socket still answers the peer's close frame, for which it needs a peer that reads.
            var _ = after(CLOSE_DEADLINE, open::abort);
        } else {
            open.abort();
        }
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private Future<?> after(Duration delay, Runnable action) {
        try {
            return timers.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Only at the end of the program are there no timers left, and then whatever is open ends with it.
            log.debug("no deadline for a connection any more", e);
            return CompletableFuture.completedFuture(null);
        }
    }

    /**
     * What the platform's socket calls. Nothing is thrown back into it: it would take an exception for a fault of the wire, or lose it. One message
     * more is asked for when the listener is through with one, so a slow listener slows the peer and not the memory.
     */
    private final class Wire implements WebSocket.Listener {

        @Override
        public void onOpen(WebSocket open) {
            guarded(() -> opened(open));
        }

        @Override
        public CompletionStage<?> onText(WebSocket open, CharSequence part, boolean last) {
            guarded(() -> {
                if (!message.add(part)) {
                    end(new Ending.Oversized("a message of more than " + message.limit() + " bytes"));
                } else if (last) {
                    String whole = message.take();
                    heard(open, () -> listener.onText(whole));
                } else {
                    heard(open);
                }
            });
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket open, ByteBuffer part, boolean last) {
            guarded(() -> heard(open));
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket open, ByteBuffer payload) {
            guarded(() -> heard(open));
            return null;
        }

        @Override
        public CompletionStage<?> onPong(WebSocket open, ByteBuffer payload) {
            guarded(() -> heard(open));
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket open, int code, String reason) {
            guarded(() -> end(Endings.ofClose(code, reason)));
            return null;
        }

        @Override
        public void onError(WebSocket open, Throwable failure) {
            guarded(() -> end(Endings.ofFailure(failure)));
        }

        private void heard(WebSocket open) {
            heard(open, () -> {});
        }

        private void heard(WebSocket open, Runnable what) {
            turns.add(() -> {
                listener.onHeard();
                what.run();
                open.request(1);
            });
        }

        private void guarded(Runnable action) {
            try {
                action.run();
            } catch (Throwable e) {
                log.error("a callback of the socket failed, the connection is dropped", e);
                end(new Ending.Lost("a callback of the socket failed"));
            }
        }
    }
}
