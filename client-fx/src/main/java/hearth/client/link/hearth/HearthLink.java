package hearth.client.link.hearth;

import hearth.client.link.ChatLink;
import hearth.client.link.LinkEvent;
import hearth.client.transport.Ending;
import hearth.client.transport.Handshake;
import hearth.client.transport.Transport;
import hearth.protocol.AnswerKind;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.EncodedFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import hearth.protocol.MalformedFrameException;
import hearth.protocol.ServerFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a Hearth server. What is received, decided and told happens in the turns of the socket; {@link #send} only hands over.
 *
 * <p>A peer that does not show within 10 s that it is a Hearth server ends as {@link Ending.NotAChatServer}. One that breaks the protocol later is closed
 * with 4000, and the link ends as {@link Ending.Garbled}: no request of ours is to blame for what the server sends. A request that is longer than the server takes is
 * not sent but answered here with {@code too-long}, and one beyond {@link #MAX_UNANSWERED} with {@code rate-limited}.
 */
final class HearthLink implements ChatLink {
    /** From the open socket to the answer that tells who is there. */
    static final Duration RECOGNITION_DEADLINE = Duration.ofSeconds(10);

    /** Most requests that wait for an answer. */
    static final int MAX_UNANSWERED = 1_000;

    private static final Logger log = LoggerFactory.getLogger(HearthLink.class);

    private final FrameCodec codec = new FrameCodec();
    private final Recognition recognition;
    private final ScheduledExecutorService timers;
    private final Listener listener;
    private final Map<Long, AnswerKind> unanswered = new ConcurrentHashMap<>();
    private final Transport.Socket socket;

    private volatile boolean recognised; // written in turns
    private volatile int frameBytes; // written in turns
    private Optional<Ending> verdict = Optional.empty(); // in turns only; why this side ended it
    private Future<?> deadline; // in turns only; null before the socket is open

    HearthLink(Recognition recognition, Transport transport, ScheduledExecutorService timers, Listener listener) {
        this.recognition = recognition;
        this.timers = timers;
        this.listener = listener;
        this.frameBytes = Limits.BYTES_BEFORE_WELCOME
                - codec.encode(recognition.question()).length();
        this.socket = transport.socket(new Wire());
    }

    /** Begins. Called once, before anything else. */
    void dial(URI address) {
        socket.dial(new Handshake(address, HearthDialler.SUBPROTOCOL, Map.of(), Limits.REPLY_BYTES_CEILING));
    }

    @Override
    public void send(ClientFrame frame) {
        if (!recognised) {
            throw new IllegalStateException("nothing is sent before the server is recognised");
        }
        EncodedFrame encoded = codec.encode(frame);
        if (encoded.length() > frameBytes) {
            refuse(frame, ErrorCode.TOO_LONG, encoded.length() + " bytes are more than the server takes");
        } else if (unanswered.size() >= MAX_UNANSWERED) {
            refuse(frame, ErrorCode.RATE_LIMITED, "too many requests wait for an answer");
        } else {
            if (frame instanceof ClientFrame.Request request) {
                unanswered.put(request.id(), AnswerKind.of(request));
            }
            hand(encoded);
        }
    }

    @Override
    public void recall(Supplier<List<Recollection>> known) {
        log.trace("the server knows it better");
    }

    @Override
    public void close() {
        socket.close(CloseCode.NORMAL.code(), "");
    }

    @Override
    public void abort() {
        socket.abort();
    }

    private void hand(EncodedFrame encoded) {
        socket.send(new String(encoded.payload(), StandardCharsets.UTF_8));
    }

    private void refuse(ClientFrame frame, ErrorCode code, String why) {
        if (frame instanceof ClientFrame.Request request) {
            ServerFrame answer = new ServerFrame.Error(
                    OptionalLong.of(request.id()), code, why, OptionalLong.empty(), Optional.empty());
            socket.inTurn(() -> tell(new LinkEvent.Arrived(answer)));
        } else {
            log.debug("not sent: {}", why);
        }
    }

    private void tell(LinkEvent event) {
        listener.onEvent(event);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    /** The peer is not what we look for; there is nothing to say to it. */
    private void turnAway(String detail) {
        verdict = Optional.of(new Ending.NotAChatServer(detail));
        socket.abort();
    }

    private void breakOff(String detail) {
        verdict = Optional.of(new Ending.Garbled(detail));
        socket.close(CloseCode.PROTOCOL_BROKEN.code(), "not a frame of the protocol");
    }

    /** What the socket calls, in turns. */
    private final class Wire implements Transport.SocketListener {

        @Override
        public void onOpen() {
            deadline = timers.schedule(
                    () -> socket.inTurn(this::onRecognitionOverdue),
                    RECOGNITION_DEADLINE.toMillis(),
                    TimeUnit.MILLISECONDS);
            hand(codec.encode(recognition.question()));
        }

        @Override
        public void onHeard() {
            if (recognised && verdict.isEmpty()) {
                tell(new LinkEvent.Heard());
            }
        }

        @Override
        public void onText(String text) {
            if (verdict.isPresent()) {
                return;
            }
            try {
                onFrame(codec.decodeServer(text, id -> Optional.ofNullable(unanswered.get(id))));
            } catch (MalformedFrameException e) {
                onMalformed(e);
            }
        }

        @Override
        public void onEnd(Ending ending) {
            cancelDeadline();
            tell(new LinkEvent.Ended(verdict.orElseGet(() -> recognised ? ending : Recognition.ofEnding(ending))));
        }

        private void onRecognitionOverdue() {
            if (!recognised && verdict.isEmpty()) {
                turnAway("no answer after " + RECOGNITION_DEADLINE.toSeconds() + " s");
            }
        }

        private void onMalformed(MalformedFrameException e) {
            if (recognised) {
                log.warn("the server broke the protocol", e);
                breakOff(e.getMessage());
            } else {
                turnAway(e.getMessage());
            }
        }

        private void onFrame(ServerFrame frame) {
            if (!recognised) {
                judge(frame);
                return;
            }
            settle(frame);
            if (frame instanceof ServerFrame.Ping ping) {
                answer(ping);
            } else {
                tell(new LinkEvent.Arrived(frame));
            }
        }

        private void judge(ServerFrame frame) {
            switch (recognition.of(frame)) {
                case Recognition.Verdict.Hearth(var server) -> {
                    recognised = true;
                    cancelDeadline();
                    tell(new LinkEvent.Recognised(server));
                }
                case Recognition.Verdict.Open _ -> {
                    if (frame instanceof ServerFrame.Ping ping) {
                        answer(ping);
                    }
                }
                case Recognition.Verdict.Foreign(String detail) -> turnAway(detail);
            }
        }

        /** An answered request is forgotten; a welcome tells what may be sent and taken from now on. */
        private void settle(ServerFrame frame) {
            if (frame instanceof ServerFrame.Ok ok) {
                unanswered.remove(ok.re());
            } else if (frame instanceof ServerFrame.Error error) {
                error.re().ifPresent(unanswered::remove);
            } else if (frame instanceof ServerFrame.Welcome welcome) {
                unanswered.remove(welcome.re());
                frameBytes = welcome.limits().frameBytes();
                socket.takeUpTo(Math.min(welcome.limits().replyBytes(), Limits.REPLY_BYTES_CEILING));
            }
        }

        private void answer(ServerFrame.Ping ping) {
            hand(codec.encode(new ClientFrame.Pong(ping.t())));
        }
    }
}
