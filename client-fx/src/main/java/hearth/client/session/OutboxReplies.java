package hearth.client.session;

import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.Target;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import java.util.Optional;
import java.util.OptionalLong;

/** What the server's word, or the end of the connection before it, makes of the outbox's entries. Session thread only. */
final class OutboxReplies implements OutboxLane.Owner {
    private final KeptEntries entries;
    private final Outbox.Owner owner;
    private final Runnable settle;

    /** {@code settle} is run whenever an entry may have been the last one to be sent. */
    OutboxReplies(KeptEntries entries, Outbox.Owner owner, Runnable settle) {
        this.entries = entries;
        this.owner = owner;
        this.settle = settle;
    }

    /** Tells what an entry is now. */
    void tellState(OutboxEntry entry) {
        EntryState is = EntryState.of(entry);
        owner.onOutbox(entry, is.state(), is.reason());
    }

    @Override
    public void onPosted(OutboxEntry entry, Answer.Posted posted) {
        entries.find(entry.clientId()).ifPresent(known -> {
            entries.remove(known);
            owner.onPosted(known, posted);
            owner.onOutbox(known, OutboxState.SENT, Optional.empty());
        });
        settle.run();
    }

    @Override
    public void onApplied(OutboxEntry entry, OptionalLong seq) {
        entries.find(entry.clientId()).ifPresent(known -> {
            entries.remove(known);
            owner.onApplied(known, seq);
            owner.onOutbox(known, OutboxState.SENT, Optional.empty());
        });
        settle.run();
    }

    @Override
    public void onRefused(OutboxEntry entry, ErrorCode code) {
        entries.find(entry.clientId()).ifPresent(known -> {
            OutboxEntry failed = known.now(new Progress.Failed(code.wire()));
            entries.change(failed);
            tellState(failed);
        });
        settle.run();
    }

    @Override
    public boolean onAttempt(OutboxEntry entry) {
        return entries.attempt(entry);
    }

    @Override
    public void onHeldBack(OutboxEntry entry) {
        entries.find(entry.clientId()).ifPresent(entries::change);
    }

    @Override
    public void onCutOff(OutboxEntry entry) {
        entries.find(entry.clientId()).ifPresent(known -> {
            OutboxEntry unconfirmed = known.now(new Progress.Unconfirmed());
            entries.takeUp(unconfirmed);
            tellState(unconfirmed);
        });
        settle.run();
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
}
