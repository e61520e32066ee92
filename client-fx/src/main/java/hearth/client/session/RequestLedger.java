package hearth.client.session;

import hearth.client.transport.Ending;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The requests of one connection after another: gives them their ids and brings the answers back. Where a connection was closed as broken while several
 * requests were unanswered, as many are sent one by one afterwards, so that the one that breaks it shows itself. Where a server lives but leaves the oldest
 * request unanswered for {@link #PATIENCE}, the connection is of no use. Session thread only.
 */
final class RequestLedger {
    /** The id of {@code hello}, which is not ours. */
    static final long HELLO = 1;

    /** How long the oldest request may be unanswered; those behind it wait for it, since answers come in order. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final SessionLoop.Timer NO_TIMER = () -> {};

    private record Call(LongFunction<ClientFrame.Request> request, Consumer<Reply> to) {}

    private final SessionLoop loop;
    private final Runnable onOverdue;
    private final Map<Long, Call> unanswered = new LinkedHashMap<>();
    private final ArrayDeque<Call> held = new ArrayDeque<>();
    private Consumer<ClientFrame> wire = _ -> {
        throw new IllegalStateException("not logged in");
    };
    private boolean open;
    private long lastId = HELLO;
    private int alone;
    private SessionLoop.Timer patience = NO_TIMER;

    /**
     * Begins without a connection.
     *
     * @param onOverdue hears that a request is not answered; ends the connection
     */
    RequestLedger(SessionLoop loop, Runnable onOverdue) {
        this.loop = loop;
        this.onOverdue = onOverdue;
    }

    /** A login succeeded: requests can be made. */
    void open(Consumer<ClientFrame> connection) {
        wire = connection;
        open = true;
        lastId = HELLO;
    }

    boolean isOpen() {
        return open;
    }

    /** Makes a request; the reply comes exactly once, never before this returns. Only while open. */
    void ask(LongFunction<ClientFrame.Request> request, Consumer<Reply> to) {
        if (!open) {
            throw new IllegalStateException("not logged in");
        }
        held.add(new Call(request, to));
        pump();
    }

    /** Takes an answer; ignored where nothing was asked. */
    void answered(long re, Reply reply) {
        boolean oldest = isOldest(re);
        Call call = unanswered.remove(re);
        if (call == null) {
            return;
        }
        if (oldest) {
            awaitOldest();
        }
        if (alone > 0) {
            alone--;
        }
        call.to().accept(reply);
        if (open) {
            pump();
        }
    }

    /**
     * The connection is over; all that is unanswered hears of it.
     *
     * @return whether a request was unanswered that may have broken the connection
     */
    boolean end(Ending ending) {
        open = false;
        patience.cancel();
        List<Call> cut = List.copyOf(unanswered.values());
        List<Call> unsent = List.copyOf(held);
        unanswered.clear();
        held.clear();
        Reply reply = new Reply.Ended(true);
        boolean broken = isBroken(ending) && !cut.isEmpty();
        if (broken && cut.size() == 1) {
            alone = Math.max(0, alone - 1);
            reply = new Reply.Refused(blame(ending), OptionalLong.empty());
        } else if (broken) {
            alone += cut.size();
        }
        for (Call call : cut) {
            call.to().accept(reply);
        }
        for (Call call : unsent) {
            call.to().accept(new Reply.Ended(false));
        }
        return broken;
    }

    private void pump() {
        while (!held.isEmpty() && (alone == 0 || unanswered.isEmpty())) {
            Call call = held.remove();
            lastId++;
            unanswered.put(lastId, call);
            if (unanswered.size() == 1) {
                awaitOldest();
            }
            wire.accept(call.request().apply(lastId));
        }
    }

    private boolean isOldest(long id) {
        return !unanswered.isEmpty() && unanswered.keySet().iterator().next() == id;
    }

    private void awaitOldest() {
        patience.cancel();
        patience = unanswered.isEmpty() ? NO_TIMER : loop.schedule(PATIENCE, onOverdue);
    }

    private static boolean isBroken(Ending ending) {
        return ending instanceof Ending.Closed(int code, String _)
                && (code == 1003 || code == 1007 || code == 1009 || code == 4000);
    }

    private static ErrorCode blame(Ending ending) {
        return ending instanceof Ending.Closed(int code, String _) && code == 1009
                ? ErrorCode.TOO_LARGE
                : ErrorCode.BAD_FRAME;
    }
}
