package hearth.faults.power;

import hearth.client.app.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged client without its window, in a process, and what its lines say of the user's own messages. */
final class PackagedConsole {
    private static final Pattern OUTBOX =
            Pattern.compile("\\{\"event\":\"outbox\",\"clientId\":\"(.*?)\",\"text\":\"(.*?)\",\"state\":\"(.*?)\".*}");

    private PackagedConsole() {}

    /**
     * Starts it.
     *
     * @param output where its lines are added
     * @param environment variables beside those of this process
     */
    static Program start(Path data, URI address, String name, Path output, Map<String, String> environment)
            throws IOException {
        List<String> options = List.of(
                "--console",
                "--json",
                "--dialect",
                "hearth",
                "--server",
                address.toString(),
                "--name",
                name,
                "--data",
                data.toString());
        return Program.start(
                "hearth.modules.client", "hearth.client/hearth.client.app.Main", output, options, environment);
    }

    /** Enters lines of text without special characters. */
    static void type(Program console, List<String> lines) throws IOException {
        for (String line : lines) {
            console.type(line);
        }
    }

    /** The texts that it showed as kept, by client id, in the order in which it first did. */
    static Map<String, String> kept(Stream<String> lines) {
        Map<String, String> kept = new LinkedHashMap<>();
        lines.map(OUTBOX::matcher)
                .filter(Matcher::matches)
                .forEach(line -> kept.putIfAbsent(line.group(1), line.group(2)));
        return kept;
    }

    /** The lines that are whole in what was printed by and by. */
    static Stream<String> wholeLines(List<DiskAct> acts) {
        StringBuilder printed = new StringBuilder();
        for (DiskAct act : acts) {
            if (act instanceof DiskAct.Printed(var _, String text)) {
                printed.append(text);
            }
        }
        return printed.substring(0, printed.lastIndexOf("\n") + 1).lines();
    }

    /** So many texts that stand nowhere else. */
    static List<String> texts(String round, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add("line " + i + " of " + round);
        }
        return texts;
    }
}
