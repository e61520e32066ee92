package hearth.client.ui.members;

import hearth.protocol.Role;
import hearth.protocol.Status;
import java.util.Optional;

/** One row of the people. */
public sealed interface MemberRow {

    /** The head over those who are online, or over those who are not. */
    record Head(String words) implements MemberRow {}

    /** Why there is no presence to see. */
    record Hint(String words) implements MemberRow {}

    /** A member; without a status nobody knows. */
    record Person(String id, String name, Role role, Optional<Status> status, String statusText, boolean self)
            implements MemberRow {}
}
