package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import java.util.List;
import java.util.Optional;

/** What stands under the header while the connection is not as it should be. */
public record Banner(Tone tone, Mark mark, List<Messages.Run> words, Optional<Action> action) {

    /** How much it matters. */
    public enum Tone {
        /** Nothing to do. */
        NEUTRAL,
        /** It mends itself. */
        WARNING,
        /** The user must act. */
        DANGER
    }

    /** The mark in front of the words. */
    public enum Mark {
        /** No connection. */
        NO_CONNECTION,
        /** Something is under way. */
        WORKING,
        /** Silence. */
        SILENT,
        /** Not let in. */
        REFUSED
    }

    /** What its button does, and is called. */
    public record Action(Act act, String words) {}

    /** What a banner's button can do. */
    public enum Act {
        /** Connect from being offline. */
        CONNECT,
        /** Stop trying. */
        DISCONNECT,
        /** Try at once. */
        RETRY,
        /** Back to the first screen. */
        CHOOSE
    }
}
