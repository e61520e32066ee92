package hearth.client.session;

import hearth.protocol.ClientFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The bulk reads, of which the protocol lets a client have one unanswered at a time: in order, each until it is done or refused for good. */
final class BulkQueue {

    /**
     * One bulk read.
     *
     * @param lasting whether it is sent again after the next login; else its asker asks anew, and hears {@link Reply.Ended}
     */
    record Read(LongFunction<ClientFrame.Request> request, Consumer<Reply> to, boolean lasting) {}

    private final RequestLedger ledger;
    private final SessionLoop loop;
    private final Backoff backoff;
    private final ArrayDeque<Read> queue = new ArrayDeque<>();
    private boolean busy;
    private SessionLoop.Timer retry = () -> {};

    BulkQueue(RequestLedger ledger, SessionLoop loop, Backoff backoff) {
        this.ledger = ledger;
        this.loop = loop;
        this.backoff = backoff;
    }

    void add(Read read) {
        queue.add(read);
        pump();
    }

    /** A login succeeded. */
    void onLogin() {
        pump();
    }

    /** The connection is over, and the ledger's replies were given. */
    void onEnd() {
        retry.cancel();
        busy = false;
        take(read -> !read.lasting(), new Reply.Ended(false));
    }

    /** Nothing will be sent any more. */
    void abandon() {
        take(_ -> true, new Reply.Ended(false));
    }

    private void take(Predicate<Read> which, Reply reply) {
        ArrayDeque<Read> taken = new ArrayDeque<>();
        for (Iterator<Read> each = queue.iterator(); each.hasNext(); ) {
            Read read = each.next();
            if (which.test(read)) {
                each.remove();
                taken.add(read);
            }
        }
        taken.forEach(read -> read.to().accept(reply));
    }

    private void pump() {
        if (busy || queue.isEmpty() || !ledger.isOpen()) {
            return;
        }
        busy = true;
        Read read = queue.peek();
        ledger.ask(read.request(), reply -> onReply(read, reply));
    }

    private void onReply(Read read, Reply reply) {
        switch (reply) {
            case Reply.Ended _ -> busy = false;
            case Reply.Refused refused
            when refused.isPassing() -> {
                Duration wait = refused.wait(backoff);
                retry = loop.schedule(wait, () -> {
                    busy = false;
                    pump();
                });
            }
            case Reply.Refused _, Reply.Ok _ -> {
                backoff.reset();
                queue.remove(read);
                busy = false;
                read.to().accept(reply);
                pump();
            }
        }
    }
}
