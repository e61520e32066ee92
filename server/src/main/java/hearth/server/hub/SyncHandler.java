package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.Limits;
import hearth.server.history.HistoryStore;
import hearth.server.history.StorageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a client up to date: {@code sync}. */
final class SyncHandler {
    private final ChatState chat;
    private final HistoryStore store;
    private final Access access;
    private final FrameCodec codec;
    private final int replyBytes;

    SyncHandler(Workings workings, Access access) {
        this.access = access;
        chat = workings.chat();
        store = workings.parts().store();
        codec = workings.outgoing().codec();
        replyBytes = workings.parts().settings().limits().replyBytes();
    }

    /** Conversations with events come first, so that an answer that is full holds at least one. */
    Answer onSync(Turn turn, ClientFrame.Sync sync) throws StorageException {
        Map<String, SyncResult> results = new LinkedHashMap<>();
        Space space = new Space(replyBytes - Space.ENVELOPE_BYTES);
        for (Map.Entry<String, Long> cursor : sync.conversations().entrySet()) {
            if (isBehind(turn.user(), cursor)) {
                addEvents(results, space, cursor);
            }
        }
        for (Map.Entry<String, Long> cursor : sync.conversations().entrySet()) {
            if (!isBehind(turn.user(), cursor)) {
                add(results, space, cursor.getKey(), withoutEvents(turn.user(), cursor));
            }
        }
        return new Answer.Synced(results);
    }

    /** Whether there are events after the cursor, and few enough. */
    private boolean isBehind(User user, Map.Entry<String, Long> cursor) {
        return access.lost(user, cursor.getKey()).isEmpty()
                && missing(cursor) > 0
                && missing(cursor) <= Limits.SYNC_EVENTS;
    }

    private long missing(Map.Entry<String, Long> cursor) {
        return chat.conversations().existing(cursor.getKey()).head() - cursor.getValue();
    }

    private SyncResult withoutEvents(User user, Map.Entry<String, Long> cursor) {
        Optional<ErrorCode> lost = access.lost(user, cursor.getKey());
        if (lost.isPresent()) {
            return new SyncResult.Lost(lost.get());
        }
        long head = chat.conversations().existing(cursor.getKey()).head();
        return missing(cursor) == 0 ? new SyncResult.Recovered(List.of(), head) : new SyncResult.Reload(head);
    }

    private void addEvents(Map<String, SyncResult> results, Space space, Map.Entry<String, Long> cursor)
            throws StorageException {
        String id = cursor.getKey();
        long head = chat.conversations().existing(id).head();
        if (!space.take(codec.encodedLength(id, new SyncResult.Recovered(List.of(), head)))) {
            return;
        }
        List<Event> events = new ArrayList<>();
        boolean whole = store.events(id, cursor.getValue(), head, event -> {
            boolean fits = space.take(codec.encodedLength(event));
            if (fits) {
                events.add(event);
            }
            return fits;
        });
        if (!whole) {
            results.put(id, new SyncResult.Reload(head));
        } else if (!events.isEmpty()) {
            results.put(id, new SyncResult.Recovered(events, head));
        }
    }

    private void add(Map<String, SyncResult> results, Space space, String id, SyncResult result) {
        if (space.take(codec.encodedLength(id, result))) {
            results.put(id, result);
        }
    }
}
