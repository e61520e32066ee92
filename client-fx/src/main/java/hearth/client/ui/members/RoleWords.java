package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.protocol.Role;

/** What a role is called. */
final class RoleWords {

    private RoleWords() {}

    /** The word; empty for a plain member. */
    static String of(Messages messages, Role role) {
        return switch (role) {
            case OWNER -> messages.text("people.owner");
            case MODERATOR -> messages.text("people.moderator");
            case MEMBER -> "";
        };
    }
}
