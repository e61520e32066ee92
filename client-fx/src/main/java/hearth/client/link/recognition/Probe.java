package hearth.client.link.recognition;

import hearth.client.link.DialectName;
import hearth.client.link.ServerAddress;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.link.hearth.HearthDialler;
import hearth.client.link.hearth.Recognition;
import hearth.client.transport.Ending;
import hearth.client.transport.Handshake;
import hearth.client.transport.Transport;
import hearth.client.transport.WebAnswer;
import hearth.client.transport.WebRequest;
import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import hearth.protocol.MalformedFrameException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at what is at an address. It asks for a sign-in form first: there are servers behind one that do not survive a visitor who comes without its cookie.
 * Where there is none, it says our ping over a WebSocket and listens: what comes back, or of itself, tells ours, servers that echo, and those with a heartbeat.
 * Where that tells nothing at once, or the form is not told of, it asks for a handshake of Socket.IO meanwhile. Used once; what happens, happens in turns: those
 * of the question for the form, then those of the socket.
 */
final class Probe implements Transport.SocketListener {
    /** Most web servers have answered by then; some answer nothing but what they know, and may be those of Socket.IO. */
    static final Duration FORM = Duration.ofSeconds(2);

    /** So long anybody may take to answer whether there is a form: a web server that is waking up takes its time, and is not to die of it. */
    static final Duration SLOW_FORM = Duration.ofSeconds(5);

    /** Ours has answered by then, and servers with a heartbeat have shown it; only after that an echo is nothing but an echo. */
    static final Duration HEARTBEAT = Duration.ofMillis(1_500);

    /** So long anybody may take to answer a ping. */
    static final Duration LISTENING = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Probe.class);
    /** What chats behind a sign-in form say to those who did not come through it. */
    private static final Ending NO_COOKIE = new Ending.Closed(4001, "Invalid user");

    private static final Set<String> ROOM_EVENTS = Set.of("heartbeat", "noauth");

    private final URI address;
    private final String pingText;
    private final Recognition recognition;
    private final Transport transport;
    private final ScheduledExecutorService timers;
    private final FrameCodec codec = new FrameCodec();
    private final CompletableFuture<Finding> found = new CompletableFuture<>();

    /** What the WebSocket alone says, where that is nothing certain. */
    private final CompletableFuture<Finding> overWebSocket = new CompletableFuture<>();

    private final CompletableFuture<Optional<Finding.Sign>> overHttp = new CompletableFuture<>();

    private Transport.Socket socket; // null while the form is asked for
    private boolean opened; // in turns only
    private boolean quiet; // in turns only; no heartbeat came when it was time
    private boolean echoed; // in turns only
    private boolean asked; // in turns only, those of the question for the form too; for Socket.IO
    private Finding.Sign sign = Finding.Sign.WEB_SOCKET; // in turns only
    private boolean spoke; // in turns only

    Probe(URI address, String pingText, Transport transport, ScheduledExecutorService timers) {
        this.address = address;
        this.pingText = pingText;
        this.recognition = new Recognition(pingText);
        this.transport = transport;
        this.timers = timers;
    }

    /** Begins. The answer is given once the socket is being closed, or when nobody wants it any more. */
    CompletableFuture<Finding> begin() {
        Transport.Socket web = ask(ServerAddress.web(address, "/signin"), this::onForm);
        var _ = timers.schedule(() -> web.inTurn(() -> onNoForm(web)), FORM.toMillis(), TimeUnit.MILLISECONDS);
        var _ = timers.schedule(web::abort, SLOW_FORM.toMillis(), TimeUnit.MILLISECONDS);
        return found;
    }

    /** In a turn of the question. Who speaks Socket.IO has no form. */
    private void onNoForm(Transport.Socket web) {
        askForSocketIo();
        var _ = overHttp.thenAccept(version -> version.ifPresent(_ -> web.abort()));
    }

    /** Asks the web server at the address; whoever wants no answer any more aborts it. */
    private Transport.Socket ask(URI page, Consumer<Optional<WebAnswer>> answer) {
        Transport.Socket web = new WebQuestion(answer).ask(WebRequest.get(page), transport);
        var _ = found.whenComplete((_, _) -> web.abort());
        return web;
    }

    /** In a turn of the question. */
    private void onForm(Optional<WebAnswer> page) {
        if (page.filter(each -> Guesses.isForm(each, address)).isPresent()) {
            conclude(new Finding.Certain(DialectName.KOA));
        } else if (!found.isDone()) {
            dial();
        }
    }

    private void dial() {
        socket = transport.socket(this);
        var _ = found.whenComplete((_, _) -> socket.abort());
        var _ = overWebSocket.thenAcceptBoth(overHttp, this::weigh);
        after(HEARTBEAT, this::onNothingCertain);
        socket.dial(new Handshake(address, HearthDialler.SUBPROTOCOL, Map.of(), Limits.REPLY_BYTES_CEILING));
    }

    @Override
    public void onOpen() {
        opened = true;
        after(HEARTBEAT, this::onQuiet);
        after(LISTENING, this::onSilent);
        socket.send(new String(codec.encode(recognition.question()).payload(), StandardCharsets.UTF_8));
    }

    private void after(Duration delay, Runnable turn) {
        var _ = timers.schedule(() -> socket.inTurn(turn), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void onQuiet() {
        quiet = true;
        if (echoed) {
            conclude(new Finding.Certain(DialectName.TEXT));
        }
    }

    private void onSilent() {
        settleFor(Guesses.of(sign, address));
    }

    private void onNothingCertain() {
        if (!echoed) {
            askForSocketIo();
            var _ = overHttp.thenAccept(version -> socket.inTurn(() -> onVersion(version)));
        }
    }

    /** There are servers of Socket.IO that leave every other handshake hanging. */
    private void onVersion(Optional<Finding.Sign> version) {
        if (!opened) {
            version.ifPresent(each -> conclude(Guesses.of(each, address)));
        }
    }

    @Override
    public void onHeard() {
        log.trace("{} lives", address);
    }

    @Override
    public void onText(String text) {
        spoke = true;
        if (isOurs(text)) {
            conclude(new Finding.Certain(DialectName.HEARTH));
        } else if (text.contains(pingText)) {
            echoed = true;
            if (quiet) {
                onQuiet();
            }
        } else {
            onWords(text);
        }
    }

    private boolean isOurs(String text) {
        try {
            return recognition.of(codec.decodeServer(text, _ -> Optional.empty()))
                    instanceof Recognition.Verdict.Hearth;
        } catch (MalformedFrameException e) {
            log.trace("no frame of ours", e);
            return false;
        }
    }

    private void onWords(String text) {
        Optional<String> event = ForeignJson.object(text).flatMap(message -> ForeignJson.text(message, "event"));
        if (event.filter(ROOM_EVENTS::contains).isPresent()) {
            conclude(new Finding.Certain(DialectName.JSONROOM));
        } else if (ForeignJson.object(text).isEmpty()) {
            sign = Finding.Sign.PLAIN_TEXT;
        }
    }

    @Override
    public void onEnd(Ending ending) {
        if (found.isDone()) {
            return;
        }
        if (ending.equals(NO_COOKIE)) {
            conclude(new Finding.Certain(DialectName.KOA));
            return;
        }
        Ending meant = Recognition.ofEnding(ending);
        switch (meant) {
            case Ending.NotAChatServer _ -> settleFor(opened ? Guesses.of(sign, address) : new Finding.Nobody(meant));
            // Whoever went away without a word may be anything when it is back.
            case Ending.Lost _ -> settleFor(spoke ? Guesses.of(sign, address) : new Finding.Nobody(meant));
            case Ending.TimedOut _ -> settleFor(new Finding.Nobody(meant));
            case Ending.Refused _,
                    Ending.Unreachable _,
                    Ending.Untrusted _,
                    Ending.Closed _,
                    Ending.Oversized _,
                    Ending.Garbled _,
                    Ending.Cancelled _ -> conclude(new Finding.Nobody(meant));
        }
    }

    /** The WebSocket tells no more than this. */
    private void settleFor(Finding finding) {
        overWebSocket.complete(finding);
        askForSocketIo();
    }

    private void askForSocketIo() {
        if (!asked) {
            asked = true;
            var _ = ask(ServerAddress.web(address, "/socket.io/?EIO=4&transport=polling"), this::onHandshake);
        }
    }

    private void onHandshake(Optional<WebAnswer> answer) {
        overHttp.complete(answer.flatMap(page -> Guesses.handshake(page.body())));
    }

    private void weigh(Finding otherwise, Optional<Finding.Sign> version) {
        conclude(version.<Finding>map(each -> Guesses.of(each, address)).orElse(otherwise));
    }

    private void conclude(Finding finding) {
        log.debug("{}: {}", address, finding);
        found.complete(finding);
    }
}
