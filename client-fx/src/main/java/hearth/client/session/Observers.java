package hearth.client.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear what happens. Session thread only, but for {@link Entry#close}. */
final class Observers {
    private static final Logger log = LoggerFactory.getLogger(Observers.class);

    private final List<Entry> entries = new ArrayList<>();

    /** One observer; it hears nothing before {@link #add}. */
    static final class Entry implements Subscription {
        private final Consumer<SessionEvent> observer;
        private volatile boolean closed;

        Entry(Consumer<SessionEvent> observer) {
            this.observer = observer;
        }

        void tell(SessionEvent event) {
            if (closed) {
                return;
            }
            try {
                observer.accept(event);
            } catch (RuntimeException e) {
                log.error("an observer failed", e);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    void tell(SessionEvent event) {
        entries.removeIf(entry -> entry.closed);
        for (Entry entry : List.copyOf(entries)) {
            entry.tell(event);
        }
    }
}
