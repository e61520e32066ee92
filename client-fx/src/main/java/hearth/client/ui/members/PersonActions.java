package hearth.client.ui.members;

import hearth.client.ui.common.PersonOpener;
import hearth.protocol.UserRef;

/** What leads from a person to somewhere else. */
public interface PersonActions extends PersonOpener {

    /** Opens the direct conversation with somebody. */
    void write(UserRef person);

    /** Writes somebody's name where the user writes. */
    void mention(UserRef person);

    /** Does something to a member of the room that is shown, after a question where it is grave. */
    void act(MemberAct act, UserRef person);

    /** Offers the people who can be brought into the room that is shown. */
    void invite();
}
