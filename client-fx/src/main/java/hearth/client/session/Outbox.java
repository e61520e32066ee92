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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user did until the server has done it too. Each entry is on disk before anybody hears of it, and leaves the disk once it is known to be done; so
 * whatever is cut off is sent again: a message with the same client id, which the server stores once, the others because twice is as once. Session thread
 * only.
 */
final class Outbox implements OutboxLane.Owner {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST = 10_000;
    private static final int CLIENT_ID_BYTES = 16;

    /** Hears how things move on. */
    interface Owner {

        /** An entry is in this state now. */
        void onOutbox(OutboxEntry entry, OutboxState state, Optional<ErrorCode> reason);

        /** A message has its place in the log. */
        void onPosted(OutboxEntry entry, Answer.Posted posted);

        /** A change is in the log, by the event of this number where it made one. */
        void onApplied(OutboxEntry entry, OptionalLong seq);

        /** An entry goes to another target than before. */
        void onAddressed(OutboxEntry before, OutboxEntry now);

        /** A direct conversation was opened. */
        void onOpened(Target.Person person, Answer.Entered entered);

        /** Where this is sent: the conversation that there is, where there is one. */
        Target resolved(Target target);

        /** Something the user should know. */
        void onNotice(Notice notice, String detail);
    }

    private record Held(Target target, Work work, CompletableFuture<PostResult> result) {}

    private final KeepStore store;
    private final SessionLoop loop;
    private final RandomGenerator secrets;
    private final OutboxLane.Way way;
    private final Owner owner;
    private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
    private final Map<Target, OutboxLane> lanes = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private Optional<Account> account = Optional.empty();
    private boolean loaded;

    Outbox(KeepStore store, SessionLoop loop, RandomGenerator secrets, OutboxLane.Way way, Owner owner) {
        this.store = store;
        this.loop = loop;
        this.secrets = secrets;
        this.way = way;
        this.owner = owner;
    }

    /**
     * Whose entries these are, on disk too; what an earlier process left, and what was written before anybody knew, is taken up. What could not be read is tried
     * again whenever this is told, and before anything is written.
     */
    void belongTo(Account whose) {
        if (!account.equals(Optional.of(whose))) {
            account = Optional.of(whose);
            entries.replaceAll((_, entry) -> entry.of(whose));
            loaded = false;
        }
        load();
        List<Held> early = List.copyOf(held);
        held.clear();
        early.forEach(each -> keep(each.target(), each.work(), each.result()));
        settle();
    }

    /** Keeps what the user did, to be sent in order. A reaction that takes back an opposite one that was never sent takes that one out instead. */
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
    void seen(String clientId, Answer.Posted posted) {
        OutboxEntry entry = entries.get(clientId);
        if (entry != null) {
            onPosted(entry, posted);
        }
    }

    void resend(String clientId) {
        OutboxEntry entry = entries.get(clientId);
        if (entry == null || entry.failure().isEmpty()) {
            return;
        }
        OutboxEntry again = entry.to(owner.resolved(entry.target())).failing(Optional.empty());
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
        owner.onOutbox(entry, OutboxState.DISCARDED, Optional.empty());
        settle();
    }

    /** All that is not done, in the order in which the user did it. */
    List<OutboxEntry> entries() {
        return List.copyOf(entries.values());
    }

    CompletionStage<Void> settled() {
        CompletableFuture<Void> result = new CompletableFuture<>();
        waiting.add(result);
        settle();
        return result;
    }

    /** What was meant for a person goes into this conversation. */
    void address(Target.Person person, String conversation) {
        Optional.ofNullable(lanes.remove(person)).ifPresent(OutboxLane::close);
        Target target = new Target.Conversation(conversation);
        for (OutboxEntry entry : entries()) {
            if (entry.target().equals(person)) {
                OutboxEntry addressed = entry.to(target);
                put(addressed);
                owner.onAddressed(entry, addressed);
                if (addressed.failure().isEmpty()) {
                    lane(target).add(addressed);
                }
            }
        }
    }

    /** The conversation is no longer the user's: the server says so of each entry, at once where there is a connection. */
    void gone(String conversation) {
        Optional.ofNullable(lanes.get(new Target.Conversation(conversation))).ifPresent(OutboxLane::hurry);
    }

    /** A login succeeded. */
    void onLogin() {
        List.copyOf(lanes.values()).forEach(OutboxLane::hurry);
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
    public void onPosted(OutboxEntry entry, Answer.Posted posted) {
        OutboxEntry known = entries.get(entry.clientId());
        if (known != null) {
            lane(known.target()).remove(entry.clientId());
            forget(known);
            owner.onPosted(known, posted);
            owner.onOutbox(known, OutboxState.SENT, Optional.empty());
        }
        settle();
    }

    @Override
    public void onApplied(OutboxEntry entry, OptionalLong seq) {
        OutboxEntry known = entries.get(entry.clientId());
        if (known != null) {
            forget(known);
            owner.onApplied(known, seq);
            owner.onOutbox(known, OutboxState.SENT, Optional.empty());
        }
        settle();
    }

    @Override
    public void onRefused(OutboxEntry entry, ErrorCode code) {
        OutboxEntry known = entries.get(entry.clientId());
        if (known != null) {
            OutboxEntry failed = known.failing(Optional.of(code.wire()));
            put(failed);
            owner.onOutbox(failed, OutboxState.FAILED, Optional.of(code));
        }
        settle();
    }

    @Override
    public void onOpened(Target.Person person, Answer.Entered entered) {
        owner.onOpened(person, entered);
    }

    @Override
    public void onPassingRefusal(ErrorCode code) {
        Notice notice = switch (code) {
            case READ_ONLY, INTERNAL -> Notice.SERVER_READ_ONLY;
            case MUTED -> Notice.MUTED;
            default -> Notice.RATE_LIMITED;
        };
        owner.onNotice(notice, code.wire());
    }

    /** Nothing newer is taken before all that is older is known, or it would overtake it. */
    private boolean load() {
        if (!loaded && account.isPresent()) {
            try {
                List<OutboxEntry> left = store.outbox(account.get());
                loaded = true;
                left.stream()
                        .filter(entry -> !entries.containsKey(entry.clientId()))
                        .forEach(this::takeUp);
            } catch (StoreException e) {
                storeFailed(e);
            }
        }
        return loaded;
    }

    private void keep(Target written, Work work, CompletableFuture<PostResult> result) {
        if (!load()) {
            result.complete(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
            return;
        }
        Target target = owner.resolved(written);
        Optional<OutboxEntry> takenBack =
                work instanceof Work.React react ? lane(target).unsentOpposite(react) : Optional.empty();
        if (takenBack.isPresent()) {
            discard(takenBack.get().clientId());
            result.complete(new PostResult.Kept(takenBack.get().clientId()));
            return;
        }
        OutboxEntry entry =
                new OutboxEntry(account.orElseThrow(), newClientId(), target, work, loop.now(), Optional.empty());
        try {
            store.putOutbox(entry);
        } catch (StoreException e) {
            storeFailed(e);
            result.complete(new PostResult.NotKept(PostResult.Why.STORE_FAILED));
            return;
        }
        entries.put(entry.clientId(), entry);
        owner.onOutbox(entry, OutboxState.SENDING, Optional.empty());
        lane(target).add(entry);
        result.complete(new PostResult.Kept(entry.clientId()));
    }

    /** An entry that another process wrote, and may have sent. */
    private void takeUp(OutboxEntry left) {
        OutboxEntry entry = left.to(owner.resolved(left.target()));
        entries.put(entry.clientId(), entry);
        Optional<ErrorCode> failure = failure(entry);
        owner.onOutbox(entry, failure.isPresent() ? OutboxState.FAILED : OutboxState.SENDING, failure);
        if (failure.isEmpty()) {
            lane(entry.target()).addMaybeDone(entry);
        }
    }

    /** Why an entry failed, where it did. */
    static Optional<ErrorCode> failure(OutboxEntry entry) {
        return entry.failure().map(wire -> ErrorCode.ofWire(wire).orElse(ErrorCode.INTERNAL));
    }

    private OutboxLane lane(Target target) {
        return lanes.computeIfAbsent(target, key -> new OutboxLane(key, way, loop, this));
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
        remove(entry);
    }

    private void remove(OutboxEntry entry) {
        try {
            store.removeOutbox(entry.account(), entry.clientId());
        } catch (StoreException e) {
            storeFailed(e);
        }
    }

    private void settle() {
        boolean unsettled = !loaded
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
}
