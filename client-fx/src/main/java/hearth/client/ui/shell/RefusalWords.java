package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.session.ConnectionState;
import hearth.client.ui.common.RefusalKey;
import hearth.protocol.ErrorCode;
import java.util.Optional;

/** Says why a server that had let the user in before does so no more, and what can be done. */
final class RefusalWords {
    private final Messages messages;

    RefusalWords(Messages messages) {
        this.messages = messages;
    }

    Banner banner(ConnectionState.RefusalReason reason, String server, String user) {
        String why = messages.text("banner.refused." + RefusalKey.of(reason), user);
        return new Banner(
                Banner.Tone.DANGER,
                Banner.Mark.REFUSED,
                messages.rich("banner.refused", server, why),
                Optional.of(action(reason)));
    }

    private Banner.Action action(ConnectionState.RefusalReason reason) {
        return switch (reason.kind()) {
            case LOGIN -> loginAction(reason.code().orElse(ErrorCode.INTERNAL));
            case LOGGED_OUT -> chooseName();
            case TOKEN -> new Banner.Action(Banner.Act.CHOOSE, messages.text("banner.refused.token.action"));
            case PROTOCOL, STORAGE, COOKIE -> again();
            case BANNED, OTHER_SERVER -> leave();
        };
    }

    /** Another name mends what is wrong with a name, and nothing else. */
    private Banner.Action loginAction(ErrorCode code) {
        return switch (code) {
            case NAME_TAKEN, NAME_INVALID, UNAUTHORIZED -> chooseName();
            case BANNED -> leave();
            default -> again();
        };
    }

    private Banner.Action chooseName() {
        return new Banner.Action(Banner.Act.CHOOSE, messages.text("banner.refused.name.action"));
    }

    private Banner.Action again() {
        return new Banner.Action(Banner.Act.CONNECT, messages.text("banner.refused.again.action"));
    }

    private Banner.Action leave() {
        return new Banner.Action(Banner.Act.CHOOSE, messages.text("banner.refused.leave.action"));
    }
}
