package hearth.client.console;

import java.util.Locale;

/** Lines for people. What others wrote cannot break out of its line or steer the terminal. */
final class PlainLines implements LineFormat {

    @Override
    public String write(OutputLine line) {
        return harmless(
                switch (line) {
                    case OutputLine.State(String state) -> "-- " + state.toLowerCase(Locale.ROOT);
                    case OutputLine.Message message -> message(message);
                    case OutputLine.Outbox outbox -> "-- " + outbox(outbox);
                    case OutputLine.Unsent(int number, String conversation, OutputLine.Outbox outbox) ->
                        "-- " + number + ". [" + conversation + "] " + outbox(outbox);
                    case OutputLine.Edited(String conversation, long target, String text) ->
                        "[" + conversation + "] #" + target + " now reads: " + text;
                    case OutputLine.Deleted(String conversation, long target) ->
                        "[" + conversation + "] #" + target + " was deleted";
                    case OutputLine.Joined(String conversation, String user) ->
                        "[" + conversation + "] " + user + " joined";
                    case OutputLine.Left(String conversation, String user) ->
                        "[" + conversation + "] " + user + " left";
                    case OutputLine.Missed(String conversation) ->
                        "[" + conversation + "] some messages from this time may be missing";
                    case OutputLine.Notice(String text) -> "-- " + text;
                    case OutputLine.Rooms(var names) -> "-- rooms: " + String.join(", ", names);
                    case OutputLine.Members(var names) -> "-- members: " + String.join(", ", names);
                });
    }

    private static String outbox(OutputLine.Outbox outbox) {
        return (outbox.work().equals("post") ? "" : outbox.work() + " ") + outbox.state()
                + outbox.reason().map(why -> " (" + why + ")").orElse("") + ": " + outbox.text();
    }

    private static String message(OutputLine.Message message) {
        String where = message.kind().equals("direct") ? "with " + message.conversation() : message.conversation();
        return "[" + where + "] " + message.author() + ": " + message.text();
    }

    private static String harmless(String line) {
        StringBuilder result = new StringBuilder(line.length());
        line.codePoints().forEach(character -> {
            if (Character.isISOControl(character)) {
                result.append(escape(character));
            } else {
                result.appendCodePoint(character);
            }
        });
        return result.toString();
    }

    private static String escape(int control) {
        return switch (control) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> " ";
            default -> "\\x%02x".formatted(control);
        };
    }
}
