package hearth.client.app;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JSON lines of a console say of messages. */
final class Transcript {
    private static final Pattern MESSAGE = Pattern.compile(
            "\"conversation\":\"(.*?)\",\"kind\":\"(.*?)\",\"author\":\"(.*?)\",\"text\":\"(.*?)\",\"own\":.*?,\"seq\":(\\d+)");

    private Transcript() {}

    /** The lines of messages that were told as they came. */
    static List<String> messages(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("{\"event\":\"message\"") && line.endsWith("\"history\":false}"))
                .toList();
    }

    /** Place, number, author and text of each message to a room. */
    static List<String> ofRooms(List<String> lines) {
        return messages(lines).stream()
                .map(Transcript::parse)
                .filter(message -> message.group(2).equals("room"))
                .map(message ->
                        message.group(1) + " " + message.group(5) + " " + message.group(3) + ": " + message.group(4))
                .toList();
    }

    /** Author and text of each message. */
    static List<String> words(List<String> lines) {
        return messages(lines).stream()
                .map(Transcript::parse)
                .map(message -> message.group(3) + ": " + message.group(4))
                .toList();
    }

    private static Matcher parse(String line) {
        Matcher matcher = MESSAGE.matcher(line);
        if (!matcher.find()) {
            throw new AssertionError("not a message: " + line);
        }
        return matcher;
    }
}
