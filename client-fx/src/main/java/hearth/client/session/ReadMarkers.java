package hearth.client.session;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The user's own read markers on their way to the server: of each conversation only the newest, one request at a time. Session thread only. */
final class ReadMarkers {

    /** Hears what the server answers. */
    interface Owner {
        void onMarked(String conversation, Answer.Marked marked);
    }

    private static final class Marker {
        private long wanted;
        private long asked;
        private boolean busy;
    }

    private final RequestLedger ledger;
    private final SessionLoop loop;
    private final Backoff backoff;
    private final Owner owner;
    private final Map<String, Marker> markers = new HashMap<>();

    ReadMarkers(RequestLedger ledger, SessionLoop loop, Backoff backoff, Owner owner) {
        this.ledger = ledger;
        this.loop = loop;
        this.backoff = backoff;
        this.owner = owner;
    }

    /** Tells the server that the user has read up to here, or with the present marker asks what is unread. */
    void tell(String conversation, long seq) {
        if (seq < 1) {
            return;
        }
        Marker marker = markers.computeIfAbsent(conversation, _ -> new Marker());
        marker.wanted = Math.max(marker.wanted, seq);
        marker.asked = 0;
        pump(conversation, marker);
    }

    /** The conversation is no longer the user's. */
    void forget(String conversation) {
        markers.remove(conversation);
    }

    /** A login succeeded. */
    void onLogin() {
        for (String conversation : List.copyOf(markers.keySet())) {
            Marker marker = markers.get(conversation);
            marker.busy = false;
            pump(conversation, marker);
        }
    }

    private void pump(String conversation, Marker marker) {
        if (marker.busy || marker.asked >= marker.wanted || !ledger.isOpen()) {
            return;
        }
        marker.busy = true;
        marker.asked = marker.wanted;
        long seq = marker.wanted;
        ledger.ask(id -> new ClientFrame.Read(id, conversation, seq), reply -> onReply(conversation, marker, reply));
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
                loop.schedule(refused.wait(backoff), () -> {
                    marker.busy = false;
                    pump(conversation, marker);
                });
            }
            case Reply.Refused _ -> markers.remove(conversation, marker);
            case Reply.Ok(Answer answer) -> {
                marker.busy = false;
                if (answer instanceof Answer.Marked marked) {
                    owner.onMarked(conversation, marked);
                }
                if (marker.asked >= marker.wanted) {
                    markers.remove(conversation, marker);
                } else {
                    pump(conversation, marker);
                }
            }
        }
    }
}
