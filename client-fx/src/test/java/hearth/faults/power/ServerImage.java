package hearth.faults.power;

import hearth.protocol.Event;
import hearth.server.history.Change;
import hearth.server.history.HistoryStore;
import hearth.server.history.SqliteHistoryStore;
import hearth.server.history.StorageException;
import hearth.server.history.UnusableDatabaseException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a server finds when it opens what a power cut left: all messages, by author and client id. */
final class ServerImage {
    private final Map<String, Event.Message> messages = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    private ServerImage() {}

    /** Opens it as the product does, with its checks; fails where it is damaged, has holes, or has a message twice. */
    static ServerImage open(Path folder) throws UnusableDatabaseException, StorageException {
        ServerImage image = new ServerImage();
        try (HistoryStore store = SqliteHistoryStore.open(folder, new SecureRandom())) {
            Map<String, Long> heads = new HashMap<>();
            store.replay(change -> {
                if (change instanceof Change.HeadKnown(String conversation, long head)) {
                    heads.put(conversation, head);
                }
            });
            for (Map.Entry<String, Long> head : heads.entrySet()) {
                image.read(store, head.getKey(), head.getValue());
            }
        }
        return image;
    }

    private void read(HistoryStore store, String conversation, long head) throws StorageException {
        long[] last = {0};
        boolean isWhole = store.events(conversation, 0, head, event -> {
            take(event, last[0]);
            last[0] = event.seq();
            return true;
        });
        if (!isWhole || last[0] != head) {
            throw new AssertionError("the log of " + conversation + " ends at " + last[0] + ", not at " + head);
        }
    }

    private void take(Event event, long before) {
        if (event.seq() != before + 1) {
            throw new AssertionError(event.seq() + " comes behind " + before);
        }
        if (!(event instanceof Event.Message message)) {
            return;
        }
        if (messages.put(message.author().id() + message.clientId(), message) != null) {
            throw new AssertionError(message.clientId() + " is there twice");
        }
        if (message.deleted()) {
            deleted.add(place(message.conversation(), message.seq()));
        }
    }

    /** Whether it is so: the message is in it, with its text or deleted; or it is deleted. */
    boolean has(Told told) {
        return switch (told) {
            case Told.Sent sent -> {
                Event.Message message = messages.get(sent.author() + sent.clientId());
                yield message != null && (message.deleted() || message.text().equals(sent.text()));
            }
            case Told.Deleted gone -> deleted.contains(place(gone.conversation(), gone.seq()));
        };
    }

    private static String place(String conversation, long seq) {
        return conversation + " " + seq;
    }
}
