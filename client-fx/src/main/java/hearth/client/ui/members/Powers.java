package hearth.client.ui.members;

import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user may do in a conversation: no more is offered than the server grants.
 *
 * @param standing the role that counts; admins of the server are owners of every public room
 * @param lobby whether it is the room that everybody is in: nobody is brought in or taken out, and it keeps its name
 * @param admin whether the user is an admin of the server
 */
public record Powers(Role standing, boolean lobby, boolean admin) {

    /** None, as between two people, and on servers that know no roles. */
    public static final Powers NONE = new Powers(Role.MEMBER, true, false);

    /** Those in this room. */
    public static Powers in(ConversationSummary.Room room, boolean lobby, boolean admin) {
        boolean owns = admin && room.visibility() == Visibility.PUBLIC;
        return new Powers(owns ? Role.OWNER : room.role(), lobby, admin);
    }

    /** Whether the topic can be changed. */
    public boolean change() {
        return standing.compareTo(Role.MODERATOR) >= 0;
    }

    /** Whether name and visibility can be changed, people be brought in, and those who are banned be let in again. */
    public boolean govern() {
        return change() && !lobby;
    }

    /** Whether the room can be erased. */
    public boolean erase() {
        return !lobby && (standing == Role.OWNER || admin);
    }

    /** What can be done to a member of this role, who is not the user. */
    public List<MemberAct> against(Role member) {
        List<MemberAct> acts = new ArrayList<>();
        if (standing == Role.OWNER) {
            for (MemberAct act : List.of(MemberAct.MAKE_MEMBER, MemberAct.MAKE_MODERATOR, MemberAct.MAKE_OWNER)) {
                if (act.role()
                        .filter(role -> role != member && !(lobby && role == Role.OWNER))
                        .isPresent()) {
                    acts.add(act);
                }
            }
        }
        if (change() && standing.compareTo(member) > 0) {
            acts.addAll(List.of(MemberAct.MUTE_10_MINUTES, MemberAct.MUTE_HOUR, MemberAct.MUTE_DAY, MemberAct.UNMUTE));
            if (!lobby) {
                acts.addAll(List.of(MemberAct.KICK, MemberAct.BAN));
            }
        }
        return List.copyOf(acts);
    }
}
