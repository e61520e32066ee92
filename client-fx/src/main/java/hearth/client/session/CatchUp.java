package hearth.client.session;

import hearth.client.session.BulkQueue.Read;
import hearth.protocol.Answer;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.Limits;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Closes gaps: takes events as they arrive, applies those whose turn it is, and fetches what is missing with {@code sync}, or by pages where that is not
 * possible any more. One bulk read at a time. Session thread only.
 */
final class CatchUp {
    private static final int MOST_AT_ONCE = 200;
    private static final Duration BREATH = Duration.ofSeconds(1);

    /** Hears how far it is. */
    interface Owner {

        /** Nothing is missing any more. */
        void onCaughtUp();

        /** A conversation was loaded anew, and this was the last page of it. */
        void onReloaded(Conversation conversation, HistoryPage page);

        /** A conversation goes on from this number, for what came before it cannot be had. */
        void onSkipped(Conversation conversation, long head);
    }

    private final Conversations conversations;
    private final BulkQueue bulk;
    private final SessionLoop loop;
    private final boolean everything;
    private final Owner owner;
    private final Set<String> behind = new LinkedHashSet<>();
    private final Set<String> reloading = new HashSet<>();
    private boolean asking;
    private int pageLimit = 1;
    private int frameBytes = Limits.STANDARD.frameBytes();
    private int atOnce = MOST_AT_ONCE;
    private SessionLoop.Timer breath = () -> {};

    CatchUp(Conversations conversations, BulkQueue bulk, SessionLoop loop, boolean everything, Owner owner) {
        this.conversations = conversations;
        this.bulk = bulk;
        this.loop = loop;
        this.everything = everything;
        this.owner = owner;
    }

    /** A login succeeded, and these conversations may have gone on, or are no longer ours. */
    void begin(Set<String> unsure, Limits limits) {
        pageLimit = Math.max(1, limits.historyPage());
        frameBytes = limits.frameBytes();
        behind.addAll(unsure);
        proceed();
    }

    /** The connection is over. What is missing shows at the next login. */
    void onEnd(boolean tooSlow) {
        behind.clear();
        reloading.clear();
        asking = false;
        breath.cancel();
        atOnce = tooSlow ? 1 : MOST_AT_ONCE;
        conversations.all().forEach(Conversation::endReload);
    }

    boolean isDone() {
        return behind.isEmpty() && reloading.isEmpty();
    }

    /** An event arrived. */
    void arrived(Event event) {
        conversations.find(event.conversation()).ifPresent(conversation -> {
            if (conversation.reload().isPresent()) {
                conversation.cursor().told(event.seq());
                conversation.reload().get().keep(event);
            } else {
                offer(conversation, event);
                lookForGap(conversation);
            }
        });
    }

    /** The conversation is no longer the user's. */
    void forget(String conversation) {
        behind.remove(conversation);
        reloading.remove(conversation);
        proceed();
    }

    private void offer(Conversation conversation, Event event) {
        if (conversation.cursor().advance(event.seq())) {
            conversations.apply(conversation, event);
        }
    }

    private void lookForGap(Conversation conversation) {
        if (conversation.cursor().isBehind() && behind.add(conversation.id())) {
            proceed();
        }
    }

    private void proceed() {
        if (asking) {
            return;
        }
        if (behind.isEmpty()) {
            if (reloading.isEmpty()) {
                owner.onCaughtUp();
            }
            return;
        }
        asking = true;
        Map<String, Long> cursors = SyncShare.fitting(cursors(), frameBytes);
        List<String> asked = List.copyOf(cursors.keySet());
        bulk.add(new Read(id -> new ClientFrame.Sync(id, cursors), reply -> onReply(asked, reply), false));
    }

    private Map<String, Long> cursors() {
        Map<String, Long> cursors = new LinkedHashMap<>();
        behind.stream()
                .limit(atOnce)
                .flatMap(id -> conversations.find(id).stream())
                .forEach(each -> cursors.put(each.id(), each.cursor().position()));
        return cursors;
    }

    private void onReply(List<String> asked, Reply reply) {
        switch (reply) {
            case Reply.Ended _ -> asking = false;
            case Reply.Refused _ -> {
                asked.forEach(this::reload);
                askAgain();
            }
            case Reply.Ok(Answer answer) -> {
                if (answer instanceof Answer.Synced(var results) && takeAll(results)) {
                    askAgain();
                } else {
                    breath = loop.schedule(BREATH, this::askAgain);
                }
            }
        }
    }

    private void askAgain() {
        asking = false;
        proceed();
    }

    private boolean takeAll(Map<String, SyncResult> results) {
        boolean progress = false;
        for (Map.Entry<String, SyncResult> each : results.entrySet()) {
            progress |= conversations
                    .find(each.getKey())
                    .map(known -> take(known, each.getValue()))
                    .orElse(false);
        }
        return progress;
    }

    private boolean take(Conversation conversation, SyncResult result) {
        switch (result) {
            case SyncResult.Recovered(List<Event> events, long head) -> {
                long before = conversation.cursor().position();
                events.forEach(event -> offer(conversation, event));
                conversation.cursor().told(head);
                if (!conversation.cursor().isBehind()) {
                    behind.remove(conversation.id());
                    return true;
                }
                return conversation.cursor().position() > before;
            }
            case SyncResult.Reload _ -> reload(conversation.id());
            case SyncResult.Lost(ErrorCode code) -> {
                behind.remove(conversation.id());
                conversations.remove(
                        conversation.id(), code == ErrorCode.NOT_MEMBER ? GoneReason.LEFT : GoneReason.DELETED);
            }
        }
        return true;
    }

    private void reload(String id) {
        behind.remove(id);
        conversations.find(id).ifPresent(conversation -> {
            reloading.add(id);
            conversation.cursor().restart();
            conversation.beginReload(new Reload(conversation.cursor().position(), everything));
            loadPage(conversation);
        });
    }

    private void loadPage(Conversation conversation) {
        Reload reload = conversation.reload().orElseThrow();
        bulk.add(new Read(
                id -> new ClientFrame.History(id, conversation.id(), reload.place(), OptionalInt.of(pageLimit)),
                reply -> onPage(conversation, reload, reply),
                false));
    }

    private void onPage(Conversation conversation, Reload reload, Reply reply) {
        if (conversation.reload().filter(present -> present == reload).isEmpty()) {
            return;
        }
        if (reply instanceof Reply.Ok(HistoryPage page)) {
            onPage(conversation, reload, page);
        } else if (!(reply instanceof Reply.Ended)) {
            // Neither its events nor its pages can be had: it goes on from where it is now.
            long head = conversation.summary().head();
            owner.onSkipped(conversation, head);
            finish(conversation, reload, head);
        }
    }

    private void onPage(Conversation conversation, Reload reload, HistoryPage page) {
        for (Event event : reload.take(page)) {
            conversations.tellApplied(conversation, event);
            conversation.cursor().skip(event.seq());
        }
        if (reload.isMoreAfter(page)) {
            loadPage(conversation);
            return;
        }
        owner.onReloaded(conversation, page);
        finish(conversation, reload, page.asOf());
    }

    private void finish(Conversation conversation, Reload reload, long asOf) {
        conversation.cursor().jump(asOf);
        conversation.endReload();
        reloading.remove(conversation.id());
        for (Event event : reload.kept()) {
            if (event.seq() > asOf) {
                offer(conversation, event);
            } else if (reload.isNews(event)) {
                conversations.apply(conversation, event);
            }
        }
        lookForGap(conversation);
        proceed();
    }
}
