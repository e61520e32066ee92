package hearth.client.console;

import java.util.Optional;

/** What a line of input asks for. */
sealed interface InputLine {

    /** Nothing: the line is blank. */
    record Blank() implements InputLine {}

    /** Send this to the current conversation. */
    record Text(String text) implements InputLine {}

    /** Enter a room, made where there is none, and make it current. */
    record Join(String room) implements InputLine {}

    /** Leave a room; without a name, the current one. */
    record Leave(Optional<String> room) implements InputLine {}

    /** Make a conversation current. */
    record To(String room) implements InputLine {}

    /** Send this to a person. */
    record Msg(String name, String text) implements InputLine {}

    /** List the rooms. */
    record Rooms() implements InputLine {}

    /** List who is in the current conversation. */
    record Who() implements InputLine {}

    /** Show the newest messages of the current conversation. */
    record History(int count) implements InputLine {}

    /** List what failed or may not have arrived. */
    record ListUnsent() implements InputLine {}

    /** Send what failed or may not have arrived again; {@code which} is a number, or all. */
    record Resend(String which) implements InputLine {}

    /** Forget what failed or may not have arrived; {@code which} is a number, or all. */
    record Dismiss(String which) implements InputLine {}

    /** List the commands. */
    record Help() implements InputLine {}

    /** End as at the end of input. */
    record Quit() implements InputLine {}

    /** It cannot be understood; {@code why} is a sentence. */
    record Bad(String why) implements InputLine {}
}
