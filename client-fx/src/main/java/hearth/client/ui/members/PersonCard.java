package hearth.client.ui.members;

import hearth.protocol.Role;
import hearth.protocol.Status;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is.
 *
 * @param status what they do now; absent where nobody knows
 * @param statusText what they say about it, empty where nothing
 * @param role what they are in the room that is shown; absent where they are not in it, or it is no room
 * @param room what that room is called
 * @param self whether it is the user
 * @param writable whether one can write to them privately
 * @param acts what the user may do to them in that room
 */
public record PersonCard(
        String id,
        String name,
        Optional<Status> status,
        String statusText,
        Optional<Role> role,
        String room,
        boolean self,
        boolean writable,
        List<MemberAct> acts) {}
