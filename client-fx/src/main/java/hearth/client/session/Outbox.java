package hearth.client.session;

import hearth.client.link.ChatLink;
import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user did until the server has done it too. Each entry is on disk before anybody hears of it, and leaves the disk once it is known to be done; so
 * whatever is cut off is sent again: a message with the same client id, which the server stores once, the others because twice is as once. Where the server
 * would take a message twice for two, one that was cut off is unconfirmed, and only the user sends it again. Session thread only.
 */
final class Outbox {
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

        /** An entry is another than before, or goes elsewhere, in the same state. */
        void onRewritten(OutboxEntry now);

        /** A direct conversation was opened. */
        void onOpened(Target.Person person, Answer.Entered entered);

        /** Where this is sent: the conversation that there is, where there is one. */
        Target resolved(Target target);

        /** Something the user should know. */
        void onNotice(Notice notice, String detail);
    }

    private record Held(Target target, Work work, CompletableFuture<PostResult> result) {}

    private final SessionLoop loop;
    private final RandomGenerator secrets;
    private final OutboxLane.Way way;
    private final Epoch epoch;
    private final Owner owner;
    private final KeptEntries entries;
    private final OutboxReplies replies;
    private final Map<Target, OutboxLane> lanes = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    Outbox(KeepStore store, SessionLoop loop, RandomGenerator secrets, OutboxLane.Way way, Epoch epoch, Owner owner) {
        this.entries = new KeptEntries(store, sentence -> owner.onNotice(Notice.STORE_FAILED, sentence));
        this.replies = new OutboxReplies(entries, owner, this::settle);
        this.loop = loop;
        this.secrets = secrets;
        this.way = way;
        this.epoch = epoch;
        this.owner = owner;
    }

    /**
     * Whose entries these are, on disk too; what an earlier process left, and what was written before anybody knew, is taken up. What could not be read is tried
     * again whenever this is told, and before anything is written.
     */
    void belongTo(Account whose) {
        entries.belongTo(whose);
        load();
        List<Held> early = List.copyOf(held);
        held.clear();
        early.forEach(each -> each.result().complete(keep(each.target(), each.work())));
        settle();
    }

    /**
     * It is known which epoch the server is in, before anything is sent. What was done to messages of another one is not done to those that have the numbers now: it has
     * failed. A message that answered one of those answers none.
     */
    void onMet() {
        boolean lost = false;
        for (OutboxEntry entry : entries.all()) {
            OutboxEntry here = epoch.here(entry);
            if (!here.equals(entry)) {
                entries.change(here);
                lane(here.target()).replace(here);
                lost |= tellMet(entry, here);
            }
        }
        if (lost) {
            owner.onNotice(Notice.HISTORY_REPLACED, "");
        }
        settle();
    }

    /** Whether something is lost by that. */
    private boolean tellMet(OutboxEntry before, OutboxEntry here) {
        if (!here.progress().equals(before.progress())) {
            replies.tellState(here);
            return true;
        }
        if (!here.work().equals(before.work())) {
            owner.onRewritten(here);
        }
        return false;
    }

    /** Keeps what the user did, to be sent in order. A reaction that takes back an opposite one that was never sent takes that one out instead. */
    CompletionStage<PostResult> write(Target target, Work work) {
        CompletableFuture<PostResult> result = new CompletableFuture<>();
        if (entries.count() + held.size() >= MOST) {
            result.complete(new PostResult.NotKept(PostResult.Why.OUTBOX_FULL));
        } else if (entries.account().isEmpty()) {
            held.add(new Held(target, work, result));
        } else {
            result.complete(keep(target, work));
        }
        return result;
    }

    /** The log has this message of ours. */
    void seen(String clientId, Answer.Posted posted) {
        entries.find(clientId).ifPresent(entry -> {
            lane(entry.target()).remove(clientId);
            replies.onPosted(entry, posted);
        });
    }

    /** Sends again what failed, and once more, as something new, what may have arrived. */
    void resend(String clientId) {
        entries.find(clientId).ifPresent(entry -> {
            switch (entry.progress()) {
                case Progress.Waiting _ -> log.debug("it is under way");
                case Progress.Unconfirmed _ -> sendAsNew(entry);
                case Progress.Failed _ -> sendAgain(entry);
            }
        });
    }

    private void sendAgain(OutboxEntry failed) {
        OutboxEntry again =
                epoch.here(failed.to(owner.resolved(failed.target())).now(new Progress.Waiting()));
        entries.change(again);
        replies.tellState(again);
        if (again.isWaiting()) {
            lane(again.target()).add(again);
        }
    }

    /** The old one goes only when the new one is on disk; it may turn up yet, under its own client id. */
    private void sendAsNew(OutboxEntry unconfirmed) {
        if (keep(unconfirmed.target(), unconfirmed.work()) instanceof PostResult.Kept) {
            discard(unconfirmed.clientId());
        }
    }

    void discard(String clientId) {
        entries.find(clientId).filter(entry -> lane(entry.target()).drop(entry)).ifPresent(entry -> {
            entries.remove(entry);
            owner.onOutbox(entry, OutboxState.DISCARDED, Optional.empty());
            settle();
        });
    }

    /** All that is not done, in the order in which the user did it. */
    List<OutboxEntry> entries() {
        return entries.all();
    }

    /** The messages of a conversation that may not have arrived, oldest first. */
    List<ChatLink.Unconfirmed> unconfirmed(String conversation) {
        Target here = new Target.Conversation(conversation);
        return entries.all().stream()
                .filter(entry -> entry.progress() instanceof Progress.Unconfirmed)
                .filter(entry -> entry.target().equals(here))
                .flatMap(entry -> entry.work() instanceof Work.Post(String text, OptionalLong _)
                        ? Stream.of(new ChatLink.Unconfirmed(entry.clientId(), text))
                        : Stream.empty())
                .toList();
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
        for (OutboxEntry entry : entries.all()) {
            if (entry.target().equals(person)) {
                OutboxEntry addressed = entry.to(target);
                entries.change(addressed);
                owner.onRewritten(addressed);
                if (addressed.isWaiting()) {
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

    private void load() {
        entries.load().forEach(this::takeUp);
    }

    private PostResult keep(Target written, Work work) {
        load();
        if (!entries.isLoaded()) {
            // What is older would be overtaken.
            return new PostResult.NotKept(PostResult.Why.STORE_FAILED);
        }
        Target target = owner.resolved(written);
        Optional<OutboxEntry> takenBack =
                work instanceof Work.React react ? lane(target).unsentOpposite(react) : Optional.empty();
        if (takenBack.isPresent()) {
            discard(takenBack.get().clientId());
            return new PostResult.Kept(takenBack.get().clientId());
        }
        OutboxEntry entry = new OutboxEntry(
                entries.account().orElseThrow(),
                newClientId(),
                target,
                work,
                loop.now(),
                epoch.known(),
                new Progress.Waiting());
        if (!entries.add(entry)) {
            return new PostResult.NotKept(PostResult.Why.STORE_FAILED);
        }
        replies.tellState(entry);
        lane(target).add(entry);
        return new PostResult.Kept(entry.clientId());
    }

    /** An entry that another process wrote, and may have sent. */
    private void takeUp(OutboxEntry left) {
        OutboxEntry entry = epoch.here(left.to(owner.resolved(left.target())));
        if (entry.equals(left)) {
            entries.takeUp(entry);
        } else {
            entries.change(entry);
        }
        replies.tellState(entry);
        if (entry.isWaiting()) {
            lane(entry.target()).addMaybeDone(entry);
        } else if (left.isWaiting()) {
            owner.onNotice(Notice.HISTORY_REPLACED, "");
        }
    }

    private OutboxLane lane(Target target) {
        return lanes.computeIfAbsent(target, key -> new OutboxLane(key, way, loop, replies));
    }

    private void settle() {
        boolean unsettled = !entries.isLoaded() || entries.all().stream().anyMatch(OutboxEntry::isWaiting);
        if (!unsettled) {
            List<CompletableFuture<Void>> done = List.copyOf(waiting);
            waiting.clear();
            done.forEach(each -> each.complete(null));
        }
    }

    private String newClientId() {
        byte[] bytes = new byte[CLIENT_ID_BYTES];
        secrets.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
