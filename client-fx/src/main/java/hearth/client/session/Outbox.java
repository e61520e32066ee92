package hearth.client.session;

import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's own messages until the server has stored them. Each is on disk before anybody hears of it, and leaves the disk once it is known to be stored; so
 * whatever is cut off is sent again with the same client id, which the server stores once. Session thread only.
 */
final class Outbox implements OutboxLane.Owner {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST = 10_000;
    private static final int CLIENT_ID_BYTES = 16;

    /** Hears how messages move on. */
    interface Owner {

        /** A message is in this state now. */
        void onOutbox(OutboxEntry entry, OutboxState state, Optional<ErrorCode> reason);

        /** A message has its place in the log. */
        void onStored(OutboxEntry entry, long seq, Instant at);

        /** The conversation that a message goes to is known now. */
        void onAddressed(OutboxEntry entry);

        /** The user gave a message up. */
        void onDiscarded(OutboxEntry entry);

        /** A direct conversation was opened. */
        void onOpened(Answer.Entered entered);

        /** The conversation with this person, if there is one. */
        Optional<String> directWith(String name);

        /** Something the user should know. */
        void onNotice(Notice notice, String detail);
    }

    private record Held(Target target, Work work, CompletableFuture<PostResult> result) {}

    private final KeepStore store;
    private final SessionLoop loop;
    private final RandomGenerator secrets;
    private final OutboxLane.Post post;
    private final Owner owner;
    private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
    private final Map<Target, OutboxLane> lanes = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private Optional<Account> account = Optional.empty();

    Outbox(KeepStore store, SessionLoop loop, RandomGenerator secrets, OutboxLane.Post post, Owner owner) {
        this.store = store;
        this.loop = loop;
        this.secrets = secrets;
        this.post = post;
        this.owner = owner;
    }

    /** Whose messages these are; what an earlier process left, and what was written before anybody knew, is taken up. */
    void belongTo(Account whose) {
        if (account.equals(Optional.of(whose))) {
            return;
        }
        account = Optional.of(whose);
        try {
            store.outbox(whose).forEach(this::takeUp);
        } catch (StoreException e) {
            storeFailed(e);
        }
        List<Held> early = List.copyOf(held);
        held.clear();
        early.forEach(each -> keep(each.target(), each.work(), each.result()));
        settle();
    }

    CompletionStage<PostResult> write(Target target, Work work) {
        CompletableFuture<PostResult> result = new CompletableFuture<>();
        if (entries.size() + held.size() >= MOST) {
            result.complete(new PostResult.NotKept(PostResult.Why.OUTBOX_FULL));
        } else if (account.isEmpty()) {
            held.add(new Held(target, work, result));
        } else {
            keep(target, work, result);
        }
        return result;
    }

    /** The log has this message of ours. */
    void seen(String clientId, long seq, Instant at) {
        OutboxEntry entry = entries.get(clientId);
        if (entry != null) {
            onStored(entry, seq, at);
        }
    }

    void resend(String clientId) {
        OutboxEntry entry = entries.get(clientId);
        if (entry == null || entry.failure().isEmpty()) {
            return;
        }
        OutboxEntry again = rewritten(entry, entry.target(), Optional.empty());
        put(again);
        owner.onOutbox(again, OutboxState.SENDING, Optional.empty());
        lane(again.target()).add(again);
    }

    void discard(String clientId) {
        OutboxEntry entry = entries.get(clientId);
        if (entry == null || !lane(entry.target()).drop(entry)) {
            return;
        }
        forget(entry);
        owner.onDiscarded(entry);
        settle();
    }

    /** All that is not stored, in the order of writing. */
    List<OutboxEntry> entries() {
        return List.copyOf(entries.values());
    }

    CompletionStage<Void> settled() {
        CompletableFuture<Void> result = new CompletableFuture<>();
        waiting.add(result);
        settle();
        return result;
    }

    /** A login succeeded. */
    void onLogin() {
        List.copyOf(lanes.values()).forEach(OutboxLane::onLogin);
    }

    /** The connection is over. */
    void onEnd() {
        lanes.values().forEach(OutboxLane::onEnd);
    }

    /** Nothing more is written or sent by this process. */
    void shutDown() {
        held.forEach(each -> each.result().complete(new PostResult.NotKept(PostResult.Why.SHUT_DOWN)));
        held.clear();
    }

    @Override
    public void onStored(OutboxEntry entry, long seq, Instant at) {
        OutboxEntry known = entries.get(entry.clientId());
        if (known != null) {
            lane(known.target()).stored(entry.clientId());
            forget(known);
            owner.onStored(entry, seq, at);
            owner.onOutbox(entry, OutboxState.SENT, Optional.empty());
        }
        settle();
    }

    @Override
    public void onRefused(OutboxEntry entry, ErrorCode code) {
        if (entries.containsKey(entry.clientId())) {
            OutboxEntry failed = rewritten(entry, entry.target(), Optional.of(code.wire()));
            put(failed);
            owner.onOutbox(failed, OutboxState.FAILED, Optional.of(code));
        }
        settle();
    }

    @Override
    public void onOpened(Target.Person person, List<OutboxEntry> waitingForIt, Answer.Entered entered) {
        lanes.remove(person);
        owner.onOpened(entered);
        Target.Conversation target =
                new Target.Conversation(entered.conversation().id());
        for (OutboxEntry entry : waitingForIt) {
            OutboxEntry addressed = rewritten(entry, target, Optional.empty());
            put(addressed);
            owner.onAddressed(addressed);
            lane(target).add(addressed);
        }
    }

    @Override
    public void onPassingRefusal(ErrorCode code) {
        owner.onNotice(
                code == ErrorCode.READ_ONLY || code == ErrorCode.INTERNAL
                        ? Notice.SERVER_READ_ONLY
                        : Notice.RATE_LIMITED,
                code.wire());
    }

    private void keep(Target written, Work work, CompletableFuture<PostResult> result) {
        Target target = resolved(written);
        OutboxEntry entry =
                new OutboxEntry(account.orElseThrow(), newClientId(), target, work, loop.now(), Optional.empty());
        try {
            store.putOutbox(entry);
        } catch (StoreException e) {
            storeFailed(e);
            result.complete(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
            return;
        }
        takeUp(entry);
        result.complete(new PostResult.Kept(entry.clientId()));
    }

    private void takeUp(OutboxEntry entry) {
        entries.put(entry.clientId(), entry);
        Optional<ErrorCode> failure = failure(entry);
        owner.onOutbox(entry, failure.isPresent() ? OutboxState.FAILED : OutboxState.SENDING, failure);
        if (failure.isEmpty()) {
            lane(entry.target()).add(entry);
        }
    }

    /** Why a message failed, where it did. */
    static Optional<ErrorCode> failure(OutboxEntry entry) {
        return entry.failure().map(wire -> ErrorCode.ofWire(wire).orElse(ErrorCode.INTERNAL));
    }

    private Target resolved(Target target) {
        return switch (target) {
            case Target.Conversation conversation -> conversation;
            case Target.Person(String name) ->
                owner.directWith(name).<Target>map(Target.Conversation::new).orElse(target);
        };
    }

    private OutboxLane lane(Target target) {
        return lanes.computeIfAbsent(target, key -> new OutboxLane(key, post, loop, this));
    }

    /** Changes an entry, on disk too: if that fails, the older form there does no harm, for its client id is the same. */
    private void put(OutboxEntry entry) {
        entries.put(entry.clientId(), entry);
        try {
            store.putOutbox(entry);
        } catch (StoreException e) {
            storeFailed(e);
        }
    }

    private void forget(OutboxEntry entry) {
        entries.remove(entry.clientId());
        try {
            store.removeOutbox(entry.account(), entry.clientId());
        } catch (StoreException e) {
            storeFailed(e);
        }
    }

    private void settle() {
        boolean unsettled = account.isEmpty()
                || entries.values().stream().anyMatch(entry -> entry.failure().isEmpty());
        if (!unsettled) {
            List<CompletableFuture<Void>> done = List.copyOf(waiting);
            waiting.clear();
            done.forEach(each -> each.complete(null));
        }
    }

    private void storeFailed(StoreException e) {
        log.warn("the outbox on disk cannot be used", e);
        owner.onNotice(Notice.STORE_FAILED, String.valueOf(e.getMessage()));
    }

    private String newClientId() {
        byte[] bytes = new byte[CLIENT_ID_BYTES];
        secrets.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static OutboxEntry rewritten(OutboxEntry entry, Target target, Optional<String> failure) {
        return new OutboxEntry(entry.account(), entry.clientId(), target, entry.work(), entry.writtenAt(), failure);
    }
}
