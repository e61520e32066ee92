package hearth.client.session;

import hearth.client.link.TextLimit;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Texts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the user did in one conversation, in order: one request unanswered at a time, the next after the answer to the last. What goes to a person waits until
 * the direct conversation with that person is open. Session thread only.
 */
final class OutboxLane {

    /** Hears what became of it. */
    interface Owner {

        /** A message is in the log. */
        void onPosted(OutboxEntry entry, Answer.Posted posted);

        /** A change is in the log, by the event of this number where it made one. */
        void onApplied(OutboxEntry entry, OptionalLong seq);

        void onRefused(OutboxEntry entry, ErrorCode code);

        /** A message is about to be sent that must not be sent twice. Gives whether that may be done: not before the disk knows of it. */
        boolean onAttempt(OutboxEntry entry);

        /** Such a message did not get to the server: it waits as before. */
        void onHeldBack(OutboxEntry entry);

        /** Such a message was sent, and nothing was heard of it. */
        void onCutOff(OutboxEntry entry);

        void onOpened(Target.Person person, Answer.Entered entered);

        void onPassingRefusal(ErrorCode code);
    }

    /**
     * The way to the server.
     *
     * @param texts how long a text may be there, as far as anybody knows
     * @param repeatable whether a message that is sent twice with the same client id counts once
     */
    record Way(RequestLedger ledger, Supplier<TextLimit> texts, boolean repeatable, Backoff backoff) {}

    private final Target target;
    private final Way way;
    private final SessionLoop loop;
    private final Owner owner;
    private final ArrayDeque<OutboxEntry> queue = new ArrayDeque<>();

    /** Client ids of what the server may have done already, although nobody heard an answer. */
    private final Set<String> maybeDone = new HashSet<>();

    private Optional<String> unanswered = Optional.empty();
    private SessionLoop.Timer retry = () -> {};
    private boolean pausing;
    private boolean closed;

    OutboxLane(Target target, Way way, SessionLoop loop, Owner owner) {
        this.target = target;
        this.way = way;
        this.loop = loop;
        this.owner = owner;
    }

    /** Takes an entry that was never sent. */
    void add(OutboxEntry entry) {
        queue.add(entry);
        pump();
    }

    /** Takes an entry of which nobody knows whether it was sent: another process wrote it. */
    void addMaybeDone(OutboxEntry entry) {
        maybeDone.add(entry.clientId());
        add(entry);
    }

    /** Takes an entry out; not while it is unanswered, for nobody can call it back. */
    boolean drop(OutboxEntry entry) {
        if (unanswered.equals(Optional.of(entry.clientId()))) {
            return false;
        }
        remove(entry.clientId());
        return true;
    }

    /** An entry is another than before, in its place; one that failed is not sent. */
    void replace(OutboxEntry entry) {
        List<OutboxEntry> before = List.copyOf(queue);
        queue.clear();
        for (OutboxEntry each : before) {
            if (!each.clientId().equals(entry.clientId())) {
                queue.add(each);
            } else if (entry.isWaiting()) {
                queue.add(entry);
            }
        }
    }

    /** An entry is known to be done, whether it was answered or not. */
    void remove(String clientId) {
        queue.removeIf(each -> each.clientId().equals(clientId));
        maybeDone.remove(clientId);
    }

    /** The opposite toggle of this reaction, if it is the newest one of it here and was never sent. */
    Optional<OutboxEntry> unsentOpposite(Work.React wanted) {
        Optional<OutboxEntry> newest = queue.stream()
                .filter(each -> each.work() instanceof Work.React react
                        && react.target() == wanted.target()
                        && react.emoji().equals(wanted.emoji()))
                .reduce((_, later) -> later);
        return newest.filter(each -> each.work() instanceof Work.React react && react.on() != wanted.on())
                .filter(each -> !maybeDone.contains(each.clientId()))
                .filter(each -> !unanswered.equals(Optional.of(each.clientId())));
    }

    /** Nothing is sent from here any more, and what was queued goes another way: a refusal that is still to come is about none of it. */
    void close() {
        closed = true;
        retry.cancel();
        queue.clear();
    }

    /** Sends what can be sent, and waits for nothing that was asked for before. */
    void hurry() {
        onEnd();
        pump();
    }

    /** The connection is over, and what it asked us to wait for. */
    void onEnd() {
        retry.cancel();
        pausing = false;
    }

    private void pump() {
        if (pausing
                || unanswered.isPresent()
                || queue.isEmpty()
                || !way.ledger().isOpen()) {
            return;
        }
        OutboxEntry head = queue.peek();
        Optional<ErrorCode> objection = objection(head.work());
        if (objection.isPresent()) {
            queue.remove();
            owner.onRefused(head, objection.get());
            pump();
            return;
        }
        if (isOnceOnly(head) && !owner.onAttempt(head)) {
            pause(way.backoff().next(Reply.SHORTEST_WAIT));
            return;
        }
        unanswered = Optional.of(head.clientId());
        switch (target) {
            case Target.Conversation(String id) ->
                way.ledger().ask(re -> request(re, id, head), reply -> onReply(head, reply));
            case Target.Person person ->
                way.ledger().ask(re -> new ClientFrame.OpenDirect(re, key(person)), reply -> onReply(head, reply));
        }
    }

    private boolean isOnceOnly(OutboxEntry entry) {
        return !way.repeatable() && target instanceof Target.Conversation && entry.work() instanceof Work.Post;
    }

    private void pause(Duration time) {
        pausing = true;
        retry = loop.schedule(time, this::hurry);
    }

    /** Whom the server is asked for. */
    static ClientFrame.UserKey key(Target.Person person) {
        return person.id()
                .<ClientFrame.UserKey>map(ClientFrame.UserKey.ById::new)
                .orElseGet(() -> new ClientFrame.UserKey.ByName(person.name()));
    }

    /** Why this cannot be sent to any server, or to this one. */
    private Optional<ErrorCode> objection(Work work) {
        if (target instanceof Target.Person person && !Texts.isWellFormed(person.name())) {
            return Optional.of(ErrorCode.UNKNOWN_USER);
        }
        return switch (work) {
            case Work.Post(String text, OptionalLong _) -> objection(text);
            case Work.Edit(long _, String text) -> objection(text);
            case Work.React(long _, String emoji, boolean _)
            when !Texts.isWellFormed(emoji) -> Optional.of(ErrorCode.BAD_FRAME);
            case Work.Delete _, Work.React _ -> Optional.empty();
        };
    }

    private Optional<ErrorCode> objection(String text) {
        if (!Texts.isWellFormed(text)) {
            return Optional.of(ErrorCode.BAD_FRAME);
        }
        return way.texts().get().takes(text) ? Optional.empty() : Optional.of(ErrorCode.TOO_LONG);
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
            case Reply.Refused _
            when closed -> {
                return;
            }
            case Reply.Ended(boolean sent) -> {
                onEnded(head, sent);
                pump();
                return;
            }
            case Reply.Refused refused
            when refused.isPassing() -> {
                if (isOnceOnly(head)) {
                    owner.onHeldBack(head);
                }
                owner.onPassingRefusal(refused.code());
                pause(refused.wait(way.backoff()));
                return;
            }
            case Reply.Refused(ErrorCode code, OptionalLong _) -> onRefused(head, code);
            case Reply.Ok(Answer answer) -> onAnswer(head, answer);
        }
        way.backoff().reset();
        pump();
    }

    private void onEnded(OutboxEntry head, boolean sent) {
        if (!isOnceOnly(head)) {
            maybeDone.add(head.clientId());
        } else if (sent) {
            remove(head.clientId());
            owner.onCutOff(head);
        } else {
            owner.onHeldBack(head);
        }
    }

    /** What is to be deleted and is not there was deleted by the request whose answer was lost, as far as anybody can tell. */
    private void onRefused(OutboxEntry head, ErrorCode code) {
        boolean doneBefore = head.work() instanceof Work.Delete
                && code == ErrorCode.UNKNOWN_MESSAGE
                && maybeDone.contains(head.clientId());
        remove(head.clientId());
        if (doneBefore) {
            owner.onApplied(head, OptionalLong.empty());
        } else {
            owner.onRefused(head, code);
        }
    }

    private void onAnswer(OutboxEntry head, Answer answer) {
        if (target instanceof Target.Person person && answer instanceof Answer.Entered entered) {
            owner.onOpened(person, entered);
            return;
        }
        remove(head.clientId());
        boolean post = head.work() instanceof Work.Post;
        if (post && answer instanceof Answer.Posted posted) {
            owner.onPosted(head, posted);
        } else if (!post && answer instanceof Answer.Applied(OptionalLong seq)) {
            owner.onApplied(head, seq);
        } else {
            owner.onRefused(head, ErrorCode.INTERNAL);
        }
    }
}
