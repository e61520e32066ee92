package hearth.client.link.foreign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What clients and a real server once said to each other, from {@code transcripts/} among the resources. */
public final class Recording {
    private static final Pattern LINE = Pattern.compile("#(\\d+) (>>|<<) (.*)");

    private Recording() {}

    /** A message of one client's connection. */
    public record Message(boolean isServers, String text) {}

    /** What one client and the server said, in order. */
    public static List<Message> of(String name, int client) {
        try (InputStream file = Recording.class.getResourceAsStream("/transcripts/" + name + ".txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches() && line.group(1).equals(String.valueOf(client)))
                    .map(Recording::message)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message message(Matcher line) {
        return new Message(line.group(2).equals("<<"), line.group(3));
    }
}
