package hearth.client.ui.composer;

import hearth.client.fx.UiThread;
import hearth.client.session.ChatSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;

/** The unfinished texts of all conversations, as they are on disk or on their way there. Lives on the JavaFX thread. */
final class KeptDrafts {
    /** A draft is kept once nothing was typed for so long. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Map<String, String> drafts = new HashMap<>();
    private final UiThread ui;
    private final ChatSession session;
    private final BiConsumer<String, Boolean> onDraft;
    private Subscription pending = Subscription.EMPTY;

    /** {@code onDraft} hears whether a conversation has one, whenever it is another. */
    KeptDrafts(UiThread ui, ChatSession session, BiConsumer<String, Boolean> onDraft) {
        this.ui = ui;
        this.session = session;
        this.onDraft = onDraft;
    }

    String of(String conversation) {
        return drafts.getOrDefault(conversation, "");
    }

    /** Reads a draft from the disk where that was not done; {@code then} hears one that there was nothing newer than. */
    void load(String conversation, Consumer<String> then) {
        if (!drafts.containsKey(conversation)) {
            session.draft(conversation).thenAccept(kept -> ui.later(() -> offer(conversation, kept, then)));
        }
    }

    private void offer(String conversation, String kept, Consumer<String> then) {
        if (drafts.putIfAbsent(conversation, kept) == null && !kept.isEmpty()) {
            onDraft.accept(conversation, true);
            then.accept(kept);
        }
    }

    /** Keeps this now. */
    void keep(String conversation, String draft) {
        if (!draft.equals(of(conversation))) {
            drafts.put(conversation, draft);
            session.keepDraft(conversation, draft);
            onDraft.accept(conversation, !draft.isBlank());
        }
    }

    /** Keeps what is there after a pause, unless this is called again before. */
    void keepSoon(String conversation, Supplier<String> draft) {
        stop();
        pending = ui.after(PAUSE, () -> keep(conversation, draft.get()));
    }

    /** What was to be kept soon is not. */
    void stop() {
        pending.unsubscribe();
    }

    /** A conversation is gone. */
    void forget(String conversation) {
        drafts.remove(conversation);
    }

    /** Knows what others knew, who keep nothing any more. */
    void continueFrom(KeptDrafts before) {
        before.drafts.forEach((conversation, draft) -> {
            drafts.put(conversation, draft);
            onDraft.accept(conversation, !draft.isBlank());
        });
    }

    /** A conversation has another id now. */
    void move(String before, String now) {
        Optional.ofNullable(drafts.remove(before)).ifPresent(draft -> drafts.put(now, draft));
    }
}
