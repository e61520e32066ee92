package hearth.client.session;

import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.Work;
import hearth.protocol.ErrorCode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which of the server's histories the numbers of messages are of: as far as an earlier process knew, until a login says so. A server that was set back to a
 * backup gives the same numbers to other messages. Session thread only.
 */
final class Epoch {
    private Optional<String> known = Optional.empty();
    private boolean met;

    /** The user sees what an earlier process saw in this one. */
    void continueIn(String epoch) {
        known = Optional.of(epoch);
    }

    /** The server is in this one. */
    void meet(String epoch) {
        known = Optional.of(epoch);
        met = true;
    }

    /** That of what the user sees; empty before anybody knows. */
    Optional<String> known() {
        return known;
    }

    /** Whether numbers of that epoch name other messages than those that the user sees. */
    boolean isOther(Optional<String> epoch) {
        return epoch.isPresent() && known.isPresent() && !epoch.equals(known);
    }

    /**
     * What an entry is on this server: where its numbers are of another epoch, a message answers none, and what was done to a message has failed. Nothing changes
     * before the server is met, but that an entry without an epoch is of the first one that is known.
     */
    OutboxEntry here(OutboxEntry entry) {
        boolean other = isOther(entry.epoch());
        if (known.isEmpty() || (other && !met)) {
            return entry;
        }
        return switch (entry.work()) {
            case Work.Post(String text, OptionalLong _)
            when other -> entry.doing(new Work.Post(text, OptionalLong.empty()), known.get());
            case Work.Edit _, Work.Delete _, Work.React _
            when other -> entry.now(new Progress.Failed(ErrorCode.UNKNOWN_MESSAGE.wire()));
            case Work same -> entry.doing(same, known.get());
        };
    }
}
