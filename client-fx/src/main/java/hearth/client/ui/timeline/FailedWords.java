package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.session.SessionEvent.OutboxChanged;
import hearth.client.store.Work;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineEntry;
import hearth.protocol.ErrorCode;

/** Why something was not sent, or what else the user should know of it, as a sentence. Pure. */
final class FailedWords {
    private final Messages messages;

    FailedWords(Messages messages) {
        this.messages = messages;
    }

    /** Why a message, or what was done to it, was refused, or that it may not have arrived; empty where there is nothing for the user to decide. */
    String of(TimelineEntry.Message message) {
        return switch (message.delivery()) {
            case Delivery.Failed(ErrorCode reason) ->
                messages.text(key(reason, message.seq().isPresent()));
            case Delivery.Unconfirmed _ -> messages.text("timeline.unconfirmed");
            case Delivery.Sending _, Delivery.Sent _ -> "";
        };
    }

    /** The row for something that failed and was done to a message that is not there to say so. */
    TimelineRow.Undone row(OutboxChanged failed) {
        String why = messages.text(key(failed.reason().orElse(ErrorCode.INTERNAL), true));
        String words = switch (failed.work()) {
            case Work.Edit(long _, String text) -> messages.text("timeline.undone.edit", why, text);
            case Work.Delete _ -> messages.text("timeline.undone.delete", why);
            case Work.React _ -> messages.text("timeline.undone.react", why);
            case Work.Post _ -> why;
        };
        return new TimelineRow.Undone("undone " + failed.clientId(), failed.clientId(), words, failed.text());
    }

    private static String key(ErrorCode reason, boolean change) {
        return switch (reason) {
            case MUTED -> "failed.muted";
            case READ_ONLY -> "failed.read-only";
            case TOO_LONG, TOO_LARGE -> "failed.too-long";
            case EMPTY -> "failed.empty";
            case NOT_MEMBER -> "failed.not-member";
            case FORBIDDEN, UNAUTHORIZED -> change ? "failed.forbidden.change" : "failed.forbidden";
            case BANNED -> "failed.banned";
            case UNKNOWN_USER -> "failed.unknown-user";
            case UNKNOWN_CONVERSATION -> "failed.unknown-conversation";
            case UNKNOWN_MESSAGE -> change ? "failed.unknown-message.change" : "failed.unknown-message";
            case RATE_LIMITED -> "failed.rate-limited";
            case FULL -> change ? "failed.full" : "failed.other";
            case UNSUPPORTED -> change ? "failed.unsupported" : "failed.other";
            case BAD_FRAME -> "failed.bad-frame";
            case UNKNOWN_TYPE,
                    NOT_LOGGED_IN,
                    ALREADY_LOGGED_IN,
                    NAME_TAKEN,
                    NAME_INVALID,
                    ALREADY_MEMBER,
                    EXISTS,
                    INTERNAL -> "failed.other";
        };
    }
}
