package hearth.client.session;

import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's own read markers on their way to the server: of each conversation only the newest, one request at a time. One that the server has not confirmed
 * is kept on disk: at once without a connection, else as soon as the answer takes longer than usual, so that reading along costs no writing. Session thread
 * only.
 */
final class ReadMarkers {
    private static final Logger log = LoggerFactory.getLogger(ReadMarkers.class);
    private static final Duration USUAL_ANSWER = Duration.ofSeconds(1);
    private static final SessionLoop.Timer NO_TIMER = () -> {};

    /** Hears of markers. */
    interface Owner {

        /** The server answered. */
        void onMarked(String conversation, Answer.Marked marked);

        /** The user has read up to here, and the server does not know it yet. */
        void onUnconfirmed(String conversation, long seq);
    }

    /** The way to the server. */
    record Way(RequestLedger ledger, SessionLoop loop, Backoff backoff) {}

    private static final class Marker {
        private long wanted;
        private long asked;
        private Optional<String> epoch;
        private Optional<KeepStore.Marker> kept = Optional.empty();
        private boolean busy;
        private SessionLoop.Timer keeping = NO_TIMER;

        Marker(Optional<String> epoch) {
            this.epoch = epoch;
        }
    }

    private final Way way;
    private final KeepStore store;
    private final Epoch epoch;
    private final Owner owner;
    private final Map<String, Marker> markers = new HashMap<>();
    private Optional<Account> account = Optional.empty();
    private boolean loaded;

    ReadMarkers(Way way, KeepStore store, Epoch epoch, Owner owner) {
        this.way = way;
        this.store = store;
        this.epoch = epoch;
        this.owner = owner;
    }

    /** Whose markers these are, on disk too; those that an earlier process left are taken up. What could not be read is tried again whenever this is told. */
    void belongTo(Account whose) {
        if (!account.equals(Optional.of(whose))) {
            account = Optional.of(whose);
            loaded = false;
        }
        if (!loaded) {
            load(whose);
            markers.forEach(this::keep);
            markers.forEach((conversation, marker) -> owner.onUnconfirmed(conversation, marker.wanted));
        }
    }

    private void load(Account whose) {
        try {
            store.markers(whose).forEach(this::takeUp);
            loaded = true;
        } catch (StoreException e) {
            log.warn("the markers on disk cannot be read", e);
        }
    }

    private void takeUp(String conversation, KeepStore.Marker left) {
        Marker marker = marker(conversation);
        marker.kept = Optional.of(left);
        if (!epoch.isOther(left.epoch())) {
            marker.epoch = left.epoch().or(epoch::known);
            marker.wanted = Math.max(marker.wanted, left.seq());
        } else if (marker.wanted == 0) {
            forget(conversation);
        }
    }

    /** It is known which epoch the server is in: markers of another one say nothing there. */
    void onMet() {
        for (String conversation : List.copyOf(markers.keySet())) {
            Marker marker = markers.get(conversation);
            if (epoch.isOther(marker.epoch)) {
                forget(conversation);
            } else {
                marker.epoch = epoch.known();
            }
        }
        markers.forEach(this::keep);
    }

    /** Tells the server that the user has read up to here, or with the present marker asks what is unread. */
    void tell(String conversation, long seq) {
        if (seq < 1) {
            return;
        }
        Marker marker = marker(conversation);
        marker.wanted = Math.max(marker.wanted, seq);
        marker.asked = 0;
        if (way.ledger().isOpen()) {
            keepSoon(conversation, marker);
        } else {
            keep(conversation, marker);
        }
        pump(conversation, marker);
    }

    /** The conversation is no longer the user's. */
    void forget(String conversation) {
        Optional.ofNullable(markers.remove(conversation)).ifPresent(marker -> forget(conversation, marker));
    }

    /** A login succeeded, and all conversations of the user's are known. */
    void onLogin() {
        for (String conversation : List.copyOf(markers.keySet())) {
            Marker marker = markers.get(conversation);
            marker.busy = false;
            owner.onUnconfirmed(conversation, marker.wanted);
            pump(conversation, marker);
        }
    }

    /** What is not confirmed yet is for the next process. */
    void shutDown() {
        markers.forEach(this::keep);
    }

    private Marker marker(String conversation) {
        return markers.computeIfAbsent(conversation, _ -> new Marker(epoch.known()));
    }

    private void pump(String conversation, Marker marker) {
        boolean idle = !marker.busy && marker.asked < marker.wanted && markers.get(conversation) == marker;
        if (!idle || !way.ledger().isOpen()) {
            return;
        }
        marker.busy = true;
        marker.asked = marker.wanted;
        long seq = marker.wanted;
        way.ledger()
                .ask(id -> new ClientFrame.Read(id, conversation, seq), reply -> onReply(conversation, marker, reply));
    }

    private void onReply(String conversation, Marker marker, Reply reply) {
        switch (reply) {
            case Reply.Ended _ -> {
                marker.busy = false;
                marker.asked = 0;
            }
            case Reply.Refused refused
            when refused.isPassing() -> {
                marker.asked = 0;
                way.loop().schedule(refused.wait(way.backoff()), () -> {
                    marker.busy = false;
                    pump(conversation, marker);
                });
            }
            case Reply.Refused _ -> confirmed(conversation, marker);
            case Reply.Ok(Answer answer) -> {
                marker.busy = false;
                if (answer instanceof Answer.Marked marked) {
                    owner.onMarked(conversation, marked);
                }
                if (marker.asked >= marker.wanted) {
                    confirmed(conversation, marker);
                } else {
                    pump(conversation, marker);
                }
            }
        }
    }

    private void confirmed(String conversation, Marker marker) {
        if (markers.remove(conversation, marker)) {
            forget(conversation, marker);
        }
    }

    private void keepSoon(String conversation, Marker marker) {
        marker.keeping.cancel();
        marker.keeping = way.loop().schedule(USUAL_ANSWER, () -> keep(conversation, marker));
    }

    private void keep(String conversation, Marker marker) {
        marker.keeping.cancel();
        KeepStore.Marker wanted = new KeepStore.Marker(marker.wanted, marker.epoch);
        if (!loaded || marker.kept.equals(Optional.of(wanted))) {
            return;
        }
        try {
            store.keepMarker(account.orElseThrow(), conversation, wanted);
            marker.kept = Optional.of(wanted);
        } catch (StoreException e) {
            log.warn("the marker cannot be kept", e);
        }
    }

    private void forget(String conversation, Marker marker) {
        marker.keeping.cancel();
        if (account.isEmpty() || marker.kept.isEmpty()) {
            return;
        }
        try {
            store.removeMarker(account.get(), conversation);
        } catch (StoreException e) {
            log.warn("the marker on disk cannot be taken out", e);
        }
    }
}
