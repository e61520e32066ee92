package hearth.client.session;

import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The messages to one conversation: one unanswered at a time, the next after the answer to the last. Those to a person wait until the direct conversation
 * with that person is open. Session thread only.
 */
final class OutboxLane {

    /** Hears what became of messages. */
    interface Owner {

        void onStored(OutboxEntry entry, long seq, Instant at);

        void onRefused(OutboxEntry entry, ErrorCode code);

        void onOpened(Target.Person person, List<OutboxEntry> waitingForIt, Answer.Entered entered);

        void onPassingRefusal(ErrorCode code);
    }

    /** The way to the server. */
    record Post(RequestLedger ledger, TextLimit limit, Backoff backoff) {}

    /** How many code points a text may have here. */
    interface TextLimit {
        int textChars();
    }

    private final Target target;
    private final Post post;
    private final SessionLoop loop;
    private final Owner owner;
    private final ArrayDeque<OutboxEntry> queue = new ArrayDeque<>();
    private Optional<String> unanswered = Optional.empty();
    private SessionLoop.Timer retry = () -> {};
    private boolean pausing;

    OutboxLane(Target target, Post post, SessionLoop loop, Owner owner) {
        this.target = target;
        this.post = post;
        this.loop = loop;
        this.owner = owner;
    }

    void add(OutboxEntry entry) {
        queue.add(entry);
        pump();
    }

    /** Takes a message out; not while it is unanswered, for nobody can call it back. */
    boolean drop(OutboxEntry entry) {
        if (unanswered.equals(Optional.of(entry.clientId()))) {
            return false;
        }
        stored(entry.clientId());
        return true;
    }

    /** A message is known to be stored, whether it was answered or not. */
    void stored(String clientId) {
        queue.removeIf(each -> each.clientId().equals(clientId));
    }

    void onLogin() {
        pump();
    }

    void onEnd() {
        retry.cancel();
        pausing = false;
    }

    private void pump() {
        if (pausing
                || unanswered.isPresent()
                || queue.isEmpty()
                || !post.ledger().isOpen()) {
            return;
        }
        OutboxEntry head = queue.peek();
        if (isTooLong(head.work())) {
            queue.remove();
            owner.onRefused(head, ErrorCode.TOO_LONG);
            pump();
            return;
        }
        unanswered = Optional.of(head.clientId());
        switch (target) {
            case Target.Conversation(String id) ->
                post.ledger().ask(re -> request(re, id, head), reply -> onReply(head, reply));
            case Target.Person(String name) ->
                post.ledger()
                        .ask(
                                re -> new ClientFrame.OpenDirect(re, new ClientFrame.UserKey.ByName(name)),
                                reply -> onReply(head, reply));
        }
    }

    private boolean isTooLong(Work work) {
        return switch (work) {
            case Work.Post(String text, OptionalLong _) -> isTooLong(text);
            case Work.Edit(long _, String text) -> isTooLong(text);
            case Work.Delete _, Work.React _ -> false;
        };
    }

    private boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > post.limit().textChars();
    }

    private static ClientFrame.Request request(long re, String conversation, OutboxEntry entry) {
        return switch (entry.work()) {
            case Work.Post(String text, OptionalLong replyTo) ->
                new ClientFrame.Post(re, conversation, entry.clientId(), text, replyTo);
            case Work.Edit(long message, String text) -> new ClientFrame.Edit(re, conversation, message, text);
            case Work.Delete(long message) -> new ClientFrame.Delete(re, conversation, message);
            case Work.React(long message, String emoji, boolean on) ->
                new ClientFrame.React(re, conversation, message, emoji, on);
        };
    }

    private void onReply(OutboxEntry head, Reply reply) {
        unanswered = Optional.empty();
        switch (reply) {
            case Reply.Ended _ -> {
                return;
            }
            case Reply.Ok(Answer.Posted posted) -> {
                queue.remove(head);
                owner.onStored(head, posted.seq(), posted.at());
            }
            case Reply.Ok(Answer.Entered entered)
            when target instanceof Target.Person person -> {
                List<OutboxEntry> all = List.copyOf(queue);
                queue.clear();
                owner.onOpened(person, all, entered);
            }
            case Reply.Refused refused
            when refused.isPassing() -> {
                pausing = true;
                owner.onPassingRefusal(refused.code());
                retry = loop.schedule(refused.wait(post.backoff()), () -> {
                    pausing = false;
                    pump();
                });
                return;
            }
            case Reply.Refused(ErrorCode code, OptionalLong _) -> {
                queue.remove(head);
                owner.onRefused(head, code);
            }
            case Reply.Ok _ -> {
                queue.remove(head);
                owner.onRefused(head, ErrorCode.INTERNAL);
            }
        }
        post.backoff().reset();
        pump();
    }
}
