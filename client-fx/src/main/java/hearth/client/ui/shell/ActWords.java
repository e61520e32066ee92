package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.members.MemberAct;

/** Says what is asked before something grave is done to a member of a room. */
final class ActWords {
    private final Messages messages;

    ActWords(Messages messages) {
        this.messages = messages;
    }

    ConfirmView.Question question(MemberAct act, String person, String room) {
        return switch (act) {
            case KICK -> question("kick", act, messages.text("kick.title", person, room), "kick.text", "kick.kick");
            case BAN -> question("ban", act, messages.text("ban.title", person, room), "ban.text", "ban.ban");
            case MAKE_MEMBER, MAKE_MODERATOR, MAKE_OWNER, MUTE_10_MINUTES, MUTE_HOUR, MUTE_DAY, UNMUTE ->
                question("owner", act, messages.text("owner.title", person, room), "owner.text", "owner.owner");
        };
    }

    private ConfirmView.Question question(String id, MemberAct act, String title, String text, String verb) {
        return new ConfirmView.Question(id, title, messages.text(text), messages.text(verb), act.takesOut());
    }
}
