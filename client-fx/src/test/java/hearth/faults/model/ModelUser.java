package hearth.faults.model;

import hearth.client.session.ChatSession;
import hearth.client.session.Outcome;
import hearth.client.session.PostResult;
import hearth.client.store.StoreException;
import hearth.faults.FaultClient;
import hearth.faults.Seat;
import hearth.protocol.ServerFrame;
import hearth.protocol.UserRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One of the users: the product's session behind a proxy, another device, and what is still to happen of what was done while offline. The test's thread only. */
final class ModelUser {
    private final Seat seat;
    private final Sight sight;
    private final Device device;
    private final UserRef self;
    private final Deque<Later> waiting = new ArrayDeque<>();
    private boolean isOffline;

    /** Offline since before the server was set back: what this one sees is not there any more. */
    private boolean isBehind;

    /**
     * What happens when it is sent.
     *
     * @param what two of the same are not done while offline: the outbox may make one of them, or none
     */
    private record Later(String what, Effects effects) {}

    /**
     * What something does.
     *
     * @param here in the history in which it was done
     * @param restored where the server was set back since then
     */
    record Effects(Runnable here, Runnable restored) {}

    private ModelUser(Seat seat, Sight sight, Device device, UserRef self) {
        this.seat = seat;
        this.sight = sight;
        this.device = device;
        this.self = self;
    }

    /** Logs somebody in for the first time. */
    static ModelUser arrive(Seat seat, String name, Function<String, Device> devices) throws StoreException {
        Sight sight = new Sight(name);
        seat.client().session().observe(sight::onEvent);
        seat.client().connect();
        ServerFrame.Self self = seat.client().signedIn().orElseThrow().self();
        Device device = devices.apply(seat.client().token());
        return new ModelUser(seat, sight, device, new UserRef(self.id(), self.name()));
    }

    UserRef self() {
        return self;
    }

    String lobby() {
        return seat.client().lobby();
    }

    Sight sight() {
        return sight;
    }

    Device device() {
        return device;
    }

    ChatSession session() {
        return seat.client().session();
    }

    boolean isOffline() {
        return isOffline;
    }

    /** Does something that goes through the outbox: it happens now, or when the user is back. */
    void act(String what, Function<ChatSession, CompletionStage<PostResult>> act, Effects effects) {
        if (isOffline) {
            if (waiting.stream().noneMatch(later -> later.what().equals(what))) {
                keep(act);
                waiting.add(new Later(what, effects));
            }
        } else {
            keep(act);
            settle();
            effects.here().run();
        }
    }

    /** The server was set back. */
    void onRestored() {
        isBehind = isOffline;
    }

    /** Puts something into the outbox, and does not wait for what comes of it. */
    void keep(Function<ChatSession, CompletionStage<PostResult>> act) {
        PostResult result = join(act.apply(session()));
        if (!(result instanceof PostResult.Kept)) {
            throw new AssertionError(self + " could not keep what he did: " + result);
        }
    }

    /** Returns when all in the outbox is sent or refused. */
    void settle() {
        join(session().settled());
    }

    /** Asks for something that goes through no outbox; refused or not. */
    <T> Outcome<T> ask(Function<ChatSession, CompletionStage<Outcome<T>>> request) {
        Outcome<T> outcome = join(request.apply(session()));
        if (outcome instanceof Outcome.NotConnected<T>) {
            throw new AssertionError(self + " is not connected");
        }
        return outcome;
    }

    void goOffline() {
        isOffline = true;
        session().disconnect();
        seat.client().await("offline", client -> !client.isOnline());
    }

    /** Comes back, if offline; what was done meanwhile happens now. */
    void comeBack() {
        if (isOffline) {
            isOffline = false;
            seat.client().connect();
            settle();
            for (Later later : waiting) {
                Effects effects = later.effects();
                (isBehind ? effects.restored() : effects.here()).run();
            }
            waiting.clear();
            isBehind = false;
        }
    }

    /** Loses the connection, and has another one when this returns. */
    void loseConnection() {
        seat.loseConnection();
    }

    /** How often the user has been logged in. */
    int logins() {
        return seat.client().logins();
    }

    /** Waits for the connection to a server that was started anew. */
    void awaitOnlineAfter(int logins) {
        if (!isOffline) {
            seat.client().awaitOnlineAfter(logins);
        }
    }

    /** Gives up what was refused. */
    void forgetFailed() {
        sight.takeFailed().forEach(session()::discard);
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(FaultClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
