package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import hearth.protocol.Status;

/** Says what somebody does, where it stands by itself. */
public final class StatusWords {

    private StatusWords() {}

    /** The word, as a sentence begins. */
    public static String of(Messages messages, Status status) {
        return messages.text(
                switch (status) {
                    case ONLINE -> "status.online";
                    case AWAY -> "status.away";
                    case BUSY -> "status.busy";
                    case OFFLINE -> "status.offline";
                });
    }
}
