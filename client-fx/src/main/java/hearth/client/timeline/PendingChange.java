package hearth.client.timeline;

import hearth.client.store.Work;
import java.util.OptionalLong;

/** An edit, deletion or reaction of the user's that the server has not confirmed. */
public record PendingChange(String clientId, Work work, Delivery delivery) {

    /** The number of the message that it is done to; a new message has none. */
    OptionalLong target() {
        return switch (work) {
            case Work.Post _ -> OptionalLong.empty();
            case Work.Edit(long target, String _) -> OptionalLong.of(target);
            case Work.Delete(long target) -> OptionalLong.of(target);
            case Work.React(long target, String _, boolean _) -> OptionalLong.of(target);
        };
    }
}
