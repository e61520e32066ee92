package hearth.client.ui.connect;

import hearth.client.i18n.Messages;
import hearth.client.session.ConnectionState;
import hearth.client.transport.Ending;
import hearth.client.ui.common.RefusalKey;
import java.util.Optional;

/**
 * Why joining did not work, in words.
 *
 * @param what what happened
 * @param next what to do about it
 * @param field what stands under the name; empty where the name is not the matter
 */
public record ConnectFailure(String what, String next, Optional<String> field) {

    /** The words for a connection that never came to be. */
    public static ConnectFailure of(Messages messages, Ending ending, String address) {
        return sentence(
                messages,
                switch (ending) {
                    case Ending.Refused _ -> "failure.refused";
                    case Ending.Unreachable _ -> "failure.unreachable";
                    case Ending.TimedOut _ -> "failure.timed-out";
                    case Ending.NotAChatServer _ -> "failure.not-chat";
                    case Ending.Untrusted _ -> "failure.untrusted";
                    case Ending.Closed _ -> "failure.closed";
                    case Ending.Lost _, Ending.Cancelled _ -> "failure.lost";
                    case Ending.Oversized _ -> "failure.oversized";
                    case Ending.Garbled _ -> "failure.garbled";
                },
                address,
                "");
    }

    /** The words for a server of this name that said no to a user of this one. */
    public static ConnectFailure of(
            Messages messages, ConnectionState.RefusalReason reason, String server, String name) {
        String key = "login." + RefusalKey.of(reason);
        ConnectFailure failure = sentence(messages, key, server, name);
        return key.equals("login.name-taken")
                ? new ConnectFailure(
                        failure.what,
                        failure.next,
                        Optional.of(messages.text("login.name-taken.field", name + " B", name + "-2")))
                : failure;
    }

    private static ConnectFailure sentence(Messages messages, String key, String server, String name) {
        return new ConnectFailure(
                messages.text(key, server, name), messages.text(key + ".next", server, name), Optional.empty());
    }
}
