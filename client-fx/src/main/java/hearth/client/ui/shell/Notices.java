package hearth.client.ui.shell;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.SessionEvent;
import hearth.protocol.GoneReason;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** What the user should know, one sentence at a time, for some seconds. Lives on the JavaFX thread. */
final class Notices {
    private static final Duration STANDS = Duration.ofSeconds(8);

    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Messages messages;
    private final UiThread ui;
    private Subscription ends = Subscription.EMPTY;

    Notices(Messages messages, UiThread ui) {
        this.messages = messages;
        this.ui = ui;
    }

    /** Says this. */
    void say(String words) {
        ends.unsubscribe();
        notice.set(Optional.of(words));
        ends = ui.after(STANDS, this::dismiss);
    }

    /** Says what the session noticed. */
    void say(SessionEvent.Notice what) {
        say(messages.text(
                switch (what) {
                    case STORE_FAILED -> "notice.store-failed";
                    case SERVER_READ_ONLY -> "notice.read-only";
                    case RATE_LIMITED -> "notice.rate-limited";
                    case MUTED -> "notice.muted";
                    case HISTORY_REPLACED -> "notice.history-replaced";
                    case CACHE_REBUILT -> "notice.cache-rebuilt";
                    case CACHE_FAILED -> "notice.cache-failed";
                    case PROTOCOL_BROKEN -> "notice.protocol-broken";
                }));
    }

    /** Says that the user is not in a conversation any more. */
    void sayGone(String title, GoneReason reason) {
        say(messages.text(
                switch (reason) {
                    case LEFT -> "notice.removed.left";
                    case KICKED -> "notice.removed.kicked";
                    case BANNED -> "notice.removed.banned";
                    case DELETED -> "notice.removed.deleted";
                },
                title));
    }

    /** Takes the notice away. */
    void dismiss() {
        ends.unsubscribe();
        notice.set(Optional.empty());
    }

    /** What is said now. */
    ReadOnlyObjectProperty<Optional<String>> property() {
        return notice.getReadOnlyProperty();
    }

    /** Says nothing any more. */
    void dispose() {
        ends.unsubscribe();
    }
}
