package hearth.client.session;

import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.timeline.Delivery;
import hearth.protocol.ErrorCode;
import java.util.Optional;

/**
 * What an entry of the outbox that is not done is told to be.
 *
 * @param reason why it failed, where it did
 */
record EntryState(OutboxState state, Optional<ErrorCode> reason, Delivery delivery) {

    static EntryState of(OutboxEntry entry) {
        return switch (entry.progress()) {
            case Progress.Waiting _ -> new EntryState(OutboxState.SENDING, Optional.empty(), new Delivery.Sending());
            case Progress.Unconfirmed _ ->
                new EntryState(OutboxState.UNCONFIRMED, Optional.empty(), new Delivery.Unconfirmed());
            case Progress.Failed(String wire) -> failed(ErrorCode.ofWire(wire).orElse(ErrorCode.INTERNAL));
        };
    }

    private static EntryState failed(ErrorCode code) {
        return new EntryState(OutboxState.FAILED, Optional.of(code), new Delivery.Failed(code));
    }
}
