package hearth.client.console;

import hearth.client.link.Abilities;
import hearth.client.link.TextLimit;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.session.SessionLoop;
import hearth.client.transport.Ending;
import hearth.protocol.ErrorCode;
import hearth.protocol.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chat on standard input and output. {@link #start} once, then {@link #read} on a thread of its own; everything else happens on the session thread. Ends
 * the session when it is done.
 *
 * <p>Exit codes: 0 when all that was written is sent, or dismissed; 1 when a message failed, had no conversation to go to, may not have arrived, or was not
 * confirmed within the timeout; 2 when the server refused the login. A command that is refused, or that there is not, gives a notice and changes no exit code.
 */
public final class Console {
    private static final Logger log = LoggerFactory.getLogger(Console.class);

    /** Lines that are read before the reading waits; most are in the outbox long before. */
    private static final int LINES_AHEAD = 2_000;

    /** Longer than a text of any server with a command before it, so that as a rule it can be said how long it is. */
    private static final int MOST_CHARS = 100_000;

    private static final int EXIT_DONE = 0;
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_REFUSED = 2;

    private final ChatSession session;
    private final SessionLoop loop;
    private final PrintStream out;
    private final LineFormat format;
    private final Optional<Duration> timeout;
    private final KnownNames names = new KnownNames();
    private final EventLines lines;
    private final CommandRunner commands;
    private final Semaphore room = new Semaphore(LINES_AHEAD);
    private final ArrayDeque<String> input = new ArrayDeque<>();
    private final Set<String> sending = new HashSet<>();
    private final Set<String> undone = new HashSet<>();
    private final Unsent unsent = new Unsent();
    private final Whys whys;
    private final Set<Class<? extends Ending>> toldWhy = new HashSet<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private TextLimit limit = Abilities.HEARTH.texts();
    private boolean signedIn;
    private boolean busy;
    private boolean inputEnded;
    private boolean failed;
    private boolean finished;
    private boolean toldWhatToDo;

    /**
     * Makes a console over a session that is not connected yet.
     *
     * @param loop the session's own
     * @param out written in whole lines, and flushed after each
     * @param whys sentences about a connection that never came to be, or ended
     */
    public Console(ChatSession session, SessionLoop loop, PrintStream out, ConsoleOptions options, Whys whys) {
        this.session = session;
        this.loop = loop;
        this.out = out;
        this.whys = whys;
        this.format = options.json() ? new JsonLines() : new PlainLines();
        this.timeout = options.timeout();
        this.lines = new EventLines(names);
        this.commands = new CommandRunner(session, loop, names, lines, unsent, this::print);
    }

    /** Connects; the stage gives the exit code once all is done and the session has ended. */
    public CompletionStage<Integer> start() {
        session.observe(this::onEvent);
        session.connect();
        return exit;
    }

    /** Reads lines to the end of input. Blocks, also while many lines are not yet taken. */
    public void read(Reader in) {
        BoundedLines source = new BoundedLines(in, MOST_CHARS);
        try {
            for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
                room.acquire();
                enter(line.get());
            }
        } catch (IOException e) {
            log.warn("the input cannot be read on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loop.execute(this::onEndOfInput);
    }

    /** One line of input. */
    void enter(String line) {
        loop.execute(() -> onLine(line));
    }

    private void onLine(String line) {
        if (inputEnded) {
            room.release();
            return;
        }
        input.add(line);
        pump();
    }

    private void onEndOfInput() {
        if (inputEnded) {
            return;
        }
        inputEnded = true;
        timeout.ifPresent(time -> loop.schedule(time, this::onTimeout));
        pump();
    }

    private void onTimeout() {
        if (!finished) {
            print(new OutputLine.Notice(
                    "Time is up: " + (sending.size() + input.size()) + " lines are not confirmed."));
            finish(EXIT_FAILED);
        }
    }

    private void pump() {
        if (busy || !signedIn || finished) {
            return;
        }
        busy = true;
        String line = input.poll();
        if (line != null) {
            room.release();
            commands.run(parse(line)).whenComplete((_, failure) -> loop.execute(() -> onDone(failure)));
        } else if (inputEnded) {
            session.settled().thenRun(() -> finish(hasFailed() ? EXIT_FAILED : EXIT_DONE));
        } else {
            busy = false;
        }
    }

    private boolean hasFailed() {
        return failed || !undone.isEmpty() || commands.hasFailed();
    }

    private void onDone(Throwable failure) {
        if (failure != null) {
            log.error("a line could not be done", failure);
            failed = true;
        }
        busy = false;
        pump();
    }

    private InputLine parse(String line) {
        if (line.length() > MOST_CHARS) {
            failed = true;
            return new InputLine.Bad("Not sent, for the line is longer than " + MOST_CHARS + " characters.");
        }
        InputLine parsed = InputParser.parse(line, names.rooms(), names.people());
        if (parsed instanceof InputLine.Quit) {
            room.release(input.size());
            input.clear();
            onEndOfInput();
        }
        return parsed;
    }

    private void onEvent(SessionEvent event) {
        names.learn(event);
        if (event instanceof SessionEvent.SignedIn known) {
            lines.become(known.self().id());
        }
        lines.of(event).ifPresent(this::print);
        if (event instanceof SessionEvent.AbilitiesTold(Abilities abilities)) {
            limit = abilities.texts();
            commands.onAbilities(abilities);
        } else if (event instanceof SessionEvent.OutboxChanged changed) {
            onOutbox(changed);
        } else if (event instanceof SessionEvent.StateChanged(ConnectionState state)) {
            onState(state);
        }
    }

    private void onOutbox(SessionEvent.OutboxChanged changed) {
        String id = changed.clientId();
        unsent.learn(changed);
        switch (changed.state()) {
            case SENDING -> {
                sending.add(id);
                undone.remove(id);
            }
            case SENT, DISCARDED -> {
                sending.remove(id);
                undone.remove(id);
            }
            case FAILED, UNCONFIRMED -> {
                if (sending.remove(id)) {
                    undone.add(id);
                }
                tellWhatToDo();
            }
        }
        if (changed.state() == OutboxState.FAILED) {
            tellWhyNotSent(changed.text());
        }
    }

    private void tellWhyNotSent(String text) {
        if (!Texts.isWellFormed(text)) {
            print(new OutputLine.Notice("Not sent: it has characters that cannot be sent."));
        } else if (!limit.takes(text)) {
            print(new OutputLine.Notice(tooLong(text)));
        }
    }

    private String tooLong(String text) {
        String unit = limit.unit().name().toLowerCase(Locale.ROOT);
        return "Not sent: it has " + limit.length(text) + " " + unit + ", and the server takes " + limit.most() + ".";
    }

    private void tellWhatToDo() {
        if (!toldWhatToDo) {
            toldWhatToDo = true;
            print(new OutputLine.Notice(
                    "/unsent lists what failed or may not have arrived; /help tells what to do then."));
        }
    }

    /** Each kind of reason once, until it is online again. */
    private void tellWhy(Ending cause) {
        if (toldWhy.add(cause.getClass())) {
            print(new OutputLine.Notice(whys.of(cause)));
        }
    }

    private void onState(ConnectionState state) {
        if (state instanceof ConnectionState.Waiting(Instant _, Duration _, Ending cause)) {
            tellWhy(cause);
        } else if (state instanceof ConnectionState.Online) {
            toldWhy.clear();
        }
        if (state instanceof ConnectionState.Online && !signedIn) {
            signedIn = true;
            commands.begin();
            pump();
        } else if (state instanceof ConnectionState.Refused(ConnectionState.RefusalReason reason)) {
            String code = reason.code().map(ErrorCode::wire).orElse(reason.detail());
            print(new OutputLine.Notice("The server refuses: " + reason.kind() + " " + code + ". " + whys.of(reason)));
            finish(EXIT_REFUSED);
        }
    }

    private void finish(int code) {
        if (!finished) {
            finished = true;
            session.shutDown().thenRun(() -> exit.complete(code));
        }
    }

    private void print(OutputLine line) {
        out.print(format.write(line) + "\n");
        out.flush();
    }
}
