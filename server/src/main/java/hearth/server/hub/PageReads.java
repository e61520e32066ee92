package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame;
import hearth.server.history.HistoryReader;
import hearth.server.history.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads that do not hold up the hub: {@code history} and {@code search}. A batch only notes them; once it is committed they go to the reader, and what was read
 * comes back as an input like any other. Owned by the hub thread, but for what it hands to the reader's.
 */
final class PageReads {
    private static final Logger LOG = LoggerFactory.getLogger(PageReads.class);

    private final Workings workings;
    private final Access access;
    private final ReadRoom room;
    private final Limits limits;
    private final List<Runnable> noted = new ArrayList<>();

    /**
     * Where reading happens.
     *
     * @param executor runs one after the other, on the thread that owns the reader
     * @param done takes what was read; called on that thread
     */
    record ReadRoom(HistoryReader reader, Executor executor, Consumer<HubInput> done) {}

    /** Something to read. */
    private interface Read {
        Answer from(HistoryReader reader) throws StorageException;
    }

    PageReads(Workings workings, Access access, ReadRoom room) {
        this.workings = workings;
        this.access = access;
        this.room = room;
        limits = workings.parts().settings().limits();
    }

    void onHistory(Standing standing, ClientFrame.History history) {
        String conversation = standing.conversation().id();
        String user = standing.user().id();
        int limit = limit(history.limit());
        note(
                standing.turn(),
                Optional.of(conversation),
                reader -> reader.page(conversation, user, history.place(), limit, replyBytes()));
    }

    void onSearch(Turn turn, ClientFrame.Search search) throws RefusedException {
        Set<String> conversations = search.conversation().isPresent()
                ? Set.of(access.member(turn, search.conversation().get())
                        .conversation()
                        .id())
                : Set.copyOf(turn.user().conversations());
        int limit = limit(search.limit());
        note(
                turn,
                Optional.empty(),
                reader -> reader.search(
                        search.query(), conversations, search.author(), search.before(), limit, replyBytes()));
    }

    /** Sends the noted reads to the reader, after the commit that they have to show. */
    void start() {
        List<Runnable> started = List.copyOf(noted);
        noted.clear();
        started.forEach(room.executor()::execute);
    }

    /** Forgets the noted reads of a batch that was taken back. */
    void forget() {
        noted.clear();
    }

    /** Something was read: answers, but with nothing that is no longer the user's. */
    void onFinished(HubInput.ReadFinished finished) {
        workings.outgoing().countHandled(finished.connection(), 1);
        Optional<Session> session = workings.sessions().byConnection(finished.connection());
        Optional<User> user = session.flatMap(Session::user);
        if (user.isPresent()) {
            workings.outgoing().send(session.get(), answer(user.get(), finished));
        }
    }

    private ServerFrame answer(User user, HubInput.ReadFinished finished) {
        Optional<ErrorCode> lost = finished.conversation().flatMap(conversation -> access.lost(user, conversation));
        if (lost.isPresent()) {
            return Refusals.frame(finished.re(), lost.get(), "no longer a member");
        }
        return finished.answer()
                .<ServerFrame>map(answer -> new ServerFrame.Ok(finished.re(), visible(user, answer)))
                .orElseGet(() -> Refusals.frame(finished.re(), ErrorCode.INTERNAL, "reading failed"));
    }

    private static Answer visible(User user, Answer answer) {
        if (!(answer instanceof Answer.SearchPage(var hits, var more, var next))) {
            return answer;
        }
        List<Answer.Hit> own = hits.stream()
                .filter(hit -> user.conversations().contains(hit.conversation()))
                .toList();
        return new Answer.SearchPage(own, more, next);
    }

    private void note(Turn turn, Optional<String> conversation, Read read) {
        long connection = turn.session().connection();
        long re = turn.re();
        // Counted as handled when it is answered, so that the bound on a connection's unhandled frames bounds its reads
        // too.
        workings.outgoing().countHandled(connection, -1);
        noted.add(() ->
                room.done().accept(new HubInput.ReadFinished(connection, re, conversation, read(room.reader(), read))));
    }

    private static Optional<Answer> read(HistoryReader reader, Read read) {
        try {
            return Optional.of(read.from(reader));
        } catch (StorageException | RuntimeException | Error e) {
            LOG.error("a page could not be read", e);
            return Optional.empty();
        }
    }

    private int limit(OptionalInt asked) {
        return Page.limit(asked, Limits.DEFAULT_PAGE, limits.historyPage());
    }

    private int replyBytes() {
        return limits.replyBytes() - Space.ENVELOPE_BYTES;
    }
}
