package hearth.client.session;

import java.time.Duration;

/**
 * Watches over a connection that is logged in: shows the server that this side lives, and notices when nothing is heard of it any more. Session thread only.
 */
final class LinkWatch {
    private static final SessionLoop.Timer NO_TIMER = () -> {};

    private final SessionLoop loop;
    private final ConnectionMachine machine;
    private final Owner owner;
    private Liveness liveness; // null while there is nothing to watch over
    private SessionLoop.Timer pulse = NO_TIMER;

    /** Whose connection it is. */
    interface Owner {

        /** It is time that something is sent, and be it to be answered. */
        void sendPing();

        /** Whether nothing is left to catch up with. */
        boolean isCaughtUp();

        /**
         * Nothing was heard for so long that the connection is given up.
         *
         * @param hurried whether the world around had changed, and the server did not answer to who asked it then
         */
        void onDead(Duration silence, boolean hurried);
    }

    LinkWatch(SessionLoop loop, ConnectionMachine machine, Owner owner) {
        this.loop = loop;
        this.machine = machine;
        this.owner = owner;
    }

    /** A login succeeded, on a server that beats so often. */
    void begin(long heartbeatMs) {
        liveness = new Liveness(heartbeatMs, loop.nanoTime());
        look();
    }

    /** The connection is over. */
    void end() {
        liveness = null;
        pulse.cancel();
    }

    /** Something was sent. */
    void sent() {
        if (liveness != null) {
            liveness.sent(loop.nanoTime());
        }
    }

    /** Something was heard. */
    void heard() {
        if (liveness == null) {
            return;
        }
        liveness.heard(loop.nanoTime());
        if (machine.phase() == ConnectionMachine.Phase.STALE) {
            machine.to(owner.isCaughtUp() ? new ConnectionState.Online() : new ConnectionState.Syncing());
            look();
        }
    }

    /** The world around changed: the server is asked whether it is still there. Only while it is watched. */
    void probe() {
        owner.sendPing();
        liveness.probe(loop.nanoTime());
        look();
    }

    private void look() {
        pulse.cancel();
        long now = loop.nanoTime();
        if (liveness.isPingDue(now)) {
            owner.sendPing();
        }
        switch (liveness.at(now)) {
            case DEAD -> {
                showStale(now);
                owner.onDead(liveness.silence(now), liveness.isProbed());
            }
            case STALE -> {
                showStale(now);
                lookLater(now);
            }
            case LIVELY -> lookLater(now);
        }
    }

    private void lookLater(long now) {
        pulse = loop.schedule(liveness.untilNext(now), this::look);
    }

    /** Before a link is given up as well: who looks late may find it dead that was never seen stale. */
    private void showStale(long now) {
        if (machine.phase() != ConnectionMachine.Phase.STALE) {
            machine.to(new ConnectionState.Stale(loop.now().minus(liveness.silence(now))));
        }
    }
}
