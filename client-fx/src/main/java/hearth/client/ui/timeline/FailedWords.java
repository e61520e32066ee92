package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.protocol.ErrorCode;

/** Says why a message was not sent. Immutable. */
final class FailedWords {
    private final Messages messages;

    FailedWords(Messages messages) {
        this.messages = messages;
    }

    /** For one's own message that was refused for this reason. */
    String of(ErrorCode reason) {
        return messages.text(
                switch (reason) {
                    case MUTED -> "failed.muted";
                    case READ_ONLY -> "failed.read-only";
                    case TOO_LONG, TOO_LARGE -> "failed.too-long";
                    case EMPTY -> "failed.empty";
                    case NOT_MEMBER -> "failed.not-member";
                    case FORBIDDEN, UNAUTHORIZED -> "failed.forbidden";
                    case BANNED -> "failed.banned";
                    case UNKNOWN_USER -> "failed.unknown-user";
                    case UNKNOWN_CONVERSATION -> "failed.unknown-conversation";
                    case UNKNOWN_MESSAGE -> "failed.unknown-message";
                    case RATE_LIMITED -> "failed.rate-limited";
                    case BAD_FRAME,
                            UNKNOWN_TYPE,
                            NOT_LOGGED_IN,
                            ALREADY_LOGGED_IN,
                            NAME_TAKEN,
                            NAME_INVALID,
                            ALREADY_MEMBER,
                            EXISTS,
                            FULL,
                            UNSUPPORTED,
                            INTERNAL -> "failed.other";
                });
    }
}
