package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import hearth.protocol.ErrorCode;

/** Says why the server refused a command. */
public final class CommandWords {

    private CommandWords() {}

    /** A sentence with what to do next. */
    public static String refused(Messages messages, ErrorCode code) {
        return messages.text(
                switch (code) {
                    case FORBIDDEN, MUTED, UNAUTHORIZED -> "command.forbidden";
                    case BANNED -> "command.banned";
                    case NOT_MEMBER -> "command.not-member";
                    case UNKNOWN_CONVERSATION, UNKNOWN_MESSAGE -> "command.unknown";
                    case UNKNOWN_USER -> "command.unknown-user";
                    case ALREADY_MEMBER -> "command.already-member";
                    case EXISTS, NAME_TAKEN -> "command.exists";
                    case NAME_INVALID, EMPTY -> "command.name-invalid";
                    case TOO_LONG, TOO_LARGE -> "command.too-long";
                    case FULL -> "command.full";
                    case RATE_LIMITED -> "command.rate-limited";
                    case READ_ONLY -> "command.read-only";
                    case UNSUPPORTED, UNKNOWN_TYPE -> "command.unsupported";
                    case BAD_FRAME -> "command.bad-frame";
                    case NOT_LOGGED_IN, ALREADY_LOGGED_IN, INTERNAL -> "command.internal";
                });
    }
}
