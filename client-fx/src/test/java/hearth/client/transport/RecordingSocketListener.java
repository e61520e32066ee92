package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what a socket tells, and what it must not do: overlapping calls, and calls after the end. */
class RecordingSocketListener implements Transport.SocketListener {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final List<String> faults = new ArrayList<>(); // guarded by itself
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean ended;

    sealed interface Call {
        record Opened() implements Call {}

        record Heard() implements Call {}

        record Text(String text) implements Call {}

        record Ended(Ending ending) implements Call {}
    }

    @Override
    public void onOpen() {
        note(new Call.Opened());
    }

    @Override
    public void onText(String text) {
        note(new Call.Text(text));
    }

    @Override
    public void onHeard() {
        note(new Call.Heard());
    }

    @Override
    public void onEnd(Ending ending) {
        note(new Call.Ended(ending));
        ended = true;
    }

    private void note(Call call) {
        if (inside.incrementAndGet() != 1) {
            fault(call + " overlaps another call");
        }
        if (ended) {
            fault(call + " after the end");
        }
        calls.add(call);
        inside.decrementAndGet();
    }

    private void fault(String what) {
        synchronized (faults) {
            faults.add(what);
        }
    }

    /** The next call of all. */
    Call next() throws InterruptedException {
        Call call = calls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(call).as("the next call").isNotNull();
        return call;
    }

    void awaitOpen() throws InterruptedException {
        assertThat(next()).isEqualTo(new Call.Opened());
    }

    /** The next text; what else is heard before is passed over. */
    String awaitText() throws InterruptedException {
        Call call = next();
        while (call instanceof Call.Heard) {
            call = next();
        }
        assertThat(call).isInstanceOf(Call.Text.class);
        return ((Call.Text) call).text();
    }

    /** How it ended; what comes before is passed over. */
    Ending awaitEnd() throws InterruptedException {
        Call call = next();
        while (!(call instanceof Call.Ended)) {
            call = next();
        }
        return ((Call.Ended) call).ending();
    }

    /** What was told so far and not asked for. */
    List<Call> rest() {
        List<Call> rest = new ArrayList<>();
        calls.drainTo(rest);
        return rest;
    }

    /** That no call overlapped another one, and none came after the end. */
    void assertWellBehaved() {
        synchronized (faults) {
            assertThat(faults).isEmpty();
        }
    }
}
