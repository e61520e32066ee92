package hearth.faults;

import hearth.client.app.AppGraph;
import hearth.client.link.ServerSpec;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.PostResult;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent;
import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.ConversationSummary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The product's own client, its session and its files, without a window; all that it is told goes to a {@link Recorder}. Safe from any thread; those that
 * wait must not be the session's.
 */
public final class FaultClient implements AutoCloseable {
    /** How long anything may take that is not measured. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int PAGE = 100;

    private final String observer;
    private final Recorder recorder;
    private final AppGraph graph;
    private final ChatSession session;
    private final List<Consumer<ConnectionState>> stateWatchers = new ArrayList<>();

    // Guarded by this.
    private final Map<String, ConversationSummary> conversations = new HashMap<>();
    private final Map<String, Long> reached = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private boolean pressing;
    private ConnectionState state = new ConnectionState.Offline();
    private Optional<SessionEvent.SignedIn> signedIn = Optional.empty();
    private int logins;
    private int kept;
    private int acknowledged;
    private int failed;
    private int applied;
    private final List<Notice> notices = new ArrayList<>();

    private FaultClient(String observer, String name, URI address, AppGraph graph, Recorder recorder) {
        this.observer = observer;
        this.recorder = recorder;
        this.graph = graph;
        this.session = graph.session(ServerSpec.hearth(address), name, Optional.empty(), Missed.EVERYTHING);
        session.observe(this::onEvent);
    }

    /**
     * Opens what is in a data folder; connects nothing yet.
     *
     * @param observer what the history calls this session; another one for each session
     */
    public static FaultClient open(String observer, String name, Path data, URI address, Recorder recorder)
            throws StoreException {
        AppGraph graph = AppGraph.open(data, "faults 1.0").orElseThrow();
        return new FaultClient(observer, name, address, graph, recorder);
    }

    /** What the history calls this session. */
    public String observer() {
        return observer;
    }

    /** The session itself. */
    public ChatSession session() {
        return session;
    }

    /** Calls this on the session thread at each change of the connection from now on. To be called before {@link #connect}. */
    public void onState(Consumer<ConnectionState> watcher) {
        stateWatchers.add(watcher);
    }

    /** Connects, and returns once it is up to date. */
    public FaultClient connect() {
        session.connect();
        awaitOnline();
        return this;
    }

    /** Presses "Try now", and again whenever it can be pressed, until {@link #isOnline}. */
    public void pressTryNow() {
        synchronized (this) {
            pressing = !isOnline();
        }
        session.retryNow();
    }

    /** Writes to the lobby; it is on disk when the stage completes, and will be sent. */
    public CompletionStage<PostResult> post(String text) {
        return session.post(new Target.Conversation(lobby()), text, OptionalLong.empty());
    }

    /** The id of the lobby; there once the client was online. */
    public synchronized String lobby() {
        return conversations.values().stream()
                .filter(each -> each.title() instanceof ConversationSummary.Room room
                        && room.name().equals("lobby"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Where the connection stands. */
    public synchronized ConnectionState state() {
        return state;
    }

    /** Whether all that was missed is there. */
    public boolean isOnline() {
        return state() instanceof ConnectionState.Online;
    }

    /** The newest login. */
    public synchronized Optional<SessionEvent.SignedIn> signedIn() {
        return signedIn;
    }

    /** How often it was logged in. */
    public synchronized int logins() {
        return logins;
    }

    /** The token of its user; there once it was online. */
    public String token() throws StoreException {
        SessionEvent.SignedIn known = signedIn().orElseThrow();
        return graph.store()
                .token(new KeepStore.Account(known.server().id(), known.self().name()))
                .orElseThrow();
    }

    /** How many messages are in the outbox or were. */
    public synchronized int kept() {
        return kept;
    }

    /** How many messages count as sent. */
    public synchronized int acknowledged() {
        return acknowledged;
    }

    /** How many messages were refused for good. */
    public synchronized int failed() {
        return failed;
    }

    /** How often the user was told this. */
    public synchronized long noticed(Notice notice) {
        return notices.stream().filter(notice::equals).count();
    }

    /** How many events were delivered. */
    public synchronized int applied() {
        return applied;
    }

    /** The number of the newest event of a conversation that was delivered; 0 where none was. */
    public synchronized long reached(String conversation) {
        return reached.getOrDefault(conversation, 0L);
    }

    /** Waits until it is up to date. */
    public void awaitOnline() {
        await("online", FaultClient::isOnline);
    }

    /** Waits for another login than those so many, and until it is up to date. That a connection ends can be too short to be seen. */
    public void awaitOnlineAfter(int before) {
        await("online again", each -> each.logins() > before && each.isOnline());
    }

    /** Waits until all that was written is sent or failed. */
    public void awaitSettled() {
        session.settled()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Waits until this holds; asked at each event of the session. */
    public void await(String what, Predicate<FaultClient> condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (this) {
            while (!condition.test(this)) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(observer + " waited in vain for: " + what + "; it is " + state + ", "
                            + acknowledged + " of " + kept + " sent");
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(observer + " was interrupted", e);
                }
            }
        }
    }

    /** Reads the whole log of the lobby into the history as the final one; for a client that was not there before. Gives its head. */
    public long readLog() {
        String lobby = lobby();
        long head = 0;
        boolean more = true;
        for (long after = 0; more; ) {
            Answer.HistoryPage page = page(lobby, after);
            page.items().forEach(item -> recorder.add(new Observation.Logged(observer, LogEntry.of(item))));
            head = page.asOf();
            more = page.moreAfter();
            after = page.items().isEmpty()
                    ? after
                    : page.items().getLast().event().seq();
        }
        recorder.add(new Observation.LogRead(observer, lobby, head));
        return head;
    }

    private Answer.HistoryPage page(String conversation, long after) {
        var asked = session.history(conversation, new Place.After(after), PAGE).toCompletableFuture();
        Outcome<Answer.HistoryPage> outcome =
                asked.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (outcome instanceof Outcome.Done<Answer.HistoryPage>(Answer.HistoryPage page)) {
            return page;
        }
        throw new AssertionError("no page of the log: " + outcome);
    }

    private void onEvent(SessionEvent event) {
        switch (event) {
            case SessionEvent.StateChanged(ConnectionState next) -> stateWatchers.forEach(each -> each.accept(next));
            case SessionEvent.EventApplied(var each) ->
                recorder.add(new Observation.Applied(observer, LogEntry.of(each)));
            case SessionEvent.OutboxChanged changed when changed.work() instanceof Work.Post -> record(changed);
            case SessionEvent.ConversationChanged(ConversationSummary summary) -> begin(summary);
            default -> {}
        }
        take(event);
    }

    private void begin(ConversationSummary summary) {
        synchronized (this) {
            if (!begun.add(summary.id())) {
                return;
            }
        }
        recorder.add(new Observation.Began(observer, summary.id(), summary.head()));
    }

    private void record(SessionEvent.OutboxChanged changed) {
        recorder.add(
                switch (changed.state()) {
                    case SENDING -> new Observation.Sending(observer, changed.clientId(), changed.text());
                    case SENT -> new Observation.Acknowledged(observer, changed.clientId());
                    case FAILED, UNCONFIRMED, DISCARDED ->
                        new Observation.Failed(
                                observer,
                                changed.clientId(),
                                changed.reason()
                                        .map(Enum::name)
                                        .orElse(changed.state().name()));
                });
    }

    private synchronized void take(SessionEvent event) {
        switch (event) {
            case SessionEvent.StateChanged(ConnectionState next) -> {
                state = next;
                pressing = pressing && !isOnline();
                if (pressing && next instanceof ConnectionState.Waiting) {
                    session.retryNow();
                }
            }
            case SessionEvent.SignedIn welcomed -> {
                boolean otherHistory = signedIn.isPresent()
                        && !signedIn.get()
                                .server()
                                .epoch()
                                .equals(welcomed.server().epoch());
                if (otherHistory) {
                    begun.clear();
                }
                signedIn = Optional.of(welcomed);
                logins++;
            }
            case SessionEvent.ConversationChanged(ConversationSummary summary) ->
                conversations.put(summary.id(), summary);
            case SessionEvent.ConversationRemoved(String conversation, var _) -> {
                conversations.remove(conversation);
                begun.remove(conversation);
            }
            case SessionEvent.EventApplied(var each) -> {
                applied++;
                reached.merge(each.conversation(), each.seq(), Math::max);
            }
            case SessionEvent.OutboxChanged changed when changed.work() instanceof Work.Post -> count(changed.state());
            case SessionEvent.Noticed(Notice notice, var _) -> notices.add(notice);
            default -> {}
        }
        notifyAll();
    }

    private void count(OutboxState outbox) {
        switch (outbox) {
            case SENDING -> kept++;
            case SENT -> acknowledged++;
            case FAILED, UNCONFIRMED, DISCARDED -> failed++;
        }
    }

    /** Says good-bye and lets go of the folder. */
    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
