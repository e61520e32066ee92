package hearth.server.hub;

import hearth.protocol.UserRef;
import hearth.server.history.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of the server, without its thread: takes batches of inputs, makes each batch one transaction, and says what follows from it once that is on disk.
 * Not safe from more than one thread; {@link HubThread} owns it.
 */
final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    /** How long the timers rest after one of them failed, so that a fault that stays does not take the whole processor. */
    private static final Duration TIMER_REST = Duration.ofSeconds(1);

    private final HubClock clock;
    private final UndoJournal journal = new UndoJournal();
    private final ChatState chat = new ChatState(journal);
    private final Sessions sessions = new Sessions(journal);
    private final Outgoing outgoing = new Outgoing();
    private final Consumer<List<ToGateway>> gateway;
    private final Ledger ledger;
    private final PresenceBoard presence;
    private final TypingRelay typing;
    private final PageReads pages;
    private final Reception reception;
    private volatile List<UserRef> people = List.of();
    private long peopleKnown;
    private OptionalLong timersRestUntil = OptionalLong.empty();
    private boolean isStorageFailing;

    private Hub(HubParts parts, Consumer<List<ToGateway>> gateway, PageReads.ReadRoom readRoom)
            throws StorageException {
        this.gateway = gateway;
        clock = parts.clock();
        ledger = new Ledger(parts.store(), chat, journal);
        Workings workings = new Workings(parts, chat, ledger, sessions, outgoing);
        Lobby lobby = new Lobby(workings);
        Access access = new Access(workings, lobby);
        Publisher publisher = new Publisher(workings);
        Summaries summaries = new Summaries(workings);
        Memberships memberships = new Memberships(workings, publisher, summaries, lobby);
        presence = new PresenceBoard(workings, journal);
        typing = new TypingRelay(workings, journal);
        pages = new PageReads(workings, access, readRoom);
        Welcomes welcomes = new Welcomes(workings, summaries, presence, journal);
        RequestTable requests = new RequestTable(
                workings,
                access,
                new RequestTable.Handlers(
                        new PostHandlers(workings, access, publisher),
                        new ReadMarkers(workings),
                        new SyncHandler(workings, access),
                        pages,
                        new ListHandlers(workings, presence),
                        new RoomHandlers(workings, memberships, publisher, lobby),
                        new DirectHandlers(workings, memberships),
                        new ModerationHandlers(workings, access, memberships, lobby),
                        presence,
                        new LogOutHandler(workings, memberships, presence)));
        LoginHandler login = new LoginHandler(workings, memberships, lobby, presence, welcomes);
        reception = new Reception(
                workings, journal, new Reception.Desks(login, welcomes, requests, pages, typing, presence));
        restore(parts, lobby);
    }

    /**
     * Brings back what the store holds; makes the lobby where there is none.
     *
     * @param gateway takes what the hub says, in order, on the thread that calls the hub; all that follows from one batch as one list
     */
    static Hub open(HubParts parts, Consumer<List<ToGateway>> gateway, PageReads.ReadRoom readRoom)
            throws StorageException {
        return new Hub(parts, gateway, readRoom);
    }

    private void restore(HubParts parts, Lobby lobby) throws StorageException {
        parts.store().replay(chat::apply);
        lobby.ensure();
        ledger.commit();
    }

    /** Handles a batch: what follows is said when all of it is on disk. Never throws for what was sent. */
    void process(List<? extends HubInput> batch) {
        BatchRun run = new BatchRun(batch);
        boolean done = false;
        while (!done) {
            done = attempt(run);
        }
        outgoing.flush(gateway);
        pages.start();
        notePeople();
    }

    private void notePeople() {
        if (presence.changes() != peopleKnown) {
            peopleKnown = presence.changes();
            people = presence.people();
        }
    }

    /** Who is signed in, in the order of their ids. Safe from any thread. */
    List<UserRef> people() {
        return people;
    }

    private boolean attempt(BatchRun run) {
        try {
            run.through(reception);
            boolean written = ledger.commit();
            noteStorage(written);
            return true;
        } catch (StorageException e) {
            noteStorageFailed(e);
            run.onStorageFailed();
        } catch (RuntimeException | Error e) {
            LOG.error("a request could not be handled; it is taken out", e);
            run.onHandlingFailed();
        }
        takeBack();
        return false;
    }

    /** Said once, not for each batch of a full disk. */
    private void noteStorageFailed(StorageException e) {
        if (!isStorageFailing) {
            LOG.error("a batch could not be stored; requests are answered read-only until one can", e);
        }
        isStorageFailing = true;
    }

    private void noteStorage(boolean written) {
        if (written && isStorageFailing) {
            LOG.info("the storage works again");
            isStorageFailing = false;
        }
    }

    /** When {@link #tick} has something to do, in the nanoseconds of the monotonic clock; nothing where nothing is waited for. */
    OptionalLong nextTickNanos() {
        if (timersRestUntil.isPresent()) {
            return timersRestUntil;
        }
        long now = clock.nanos();
        return Stream.of(reception.nextNanos(), presence.nextNanos(now), typing.nextNanos())
                .flatMapToLong(OptionalLong::stream)
                .reduce((one, other) -> one - other <= 0 ? one : other);
    }

    /** Does what is due: presence, typing, and connections without a hello. */
    void tick() {
        long now = clock.nanos();
        if (timersRestUntil.orElse(now) - now > 0) {
            return;
        }
        timersRestUntil = OptionalLong.empty();
        try {
            reception.tick(now);
            presence.tick(now);
            typing.tick(now);
            ledger.commit();
        } catch (StorageException | RuntimeException | Error e) {
            LOG.error("a timer failed", e);
            takeBack();
            timersRestUntil = OptionalLong.of(now + TIMER_REST.toNanos());
        }
        outgoing.flush(gateway);
    }

    /** Says good-bye to everybody. Nothing is handled after that. */
    void shutDown() {
        reception.shutDown();
        outgoing.flush(gateway);
    }

    private void takeBack() {
        ledger.rollBack();
        outgoing.clear();
        pages.forget();
    }
}
