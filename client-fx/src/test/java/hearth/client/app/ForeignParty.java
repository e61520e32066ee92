package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server of a foreign dialect and packaged consoles that speak with it, each in a process of its own. */
final class ForeignParty implements AutoCloseable {
    private static final String ONLINE = "\"state\":\"ONLINE\"";
    private static final String WAITING = "\"state\":\"WAITING\"";

    private final Path folder;
    private final String dialect;
    private final NodeServer node;
    private final Map<String, Program> guests = new LinkedHashMap<>();
    private final List<Program> gone = new ArrayList<>();
    private Program server;

    /** Starts the server. */
    ForeignParty(Path folder, String dialect, NodeServer node) throws IOException {
        this.folder = folder;
        this.dialect = dialect;
        this.node = node;
        server = node.start();
    }

    /** What runs the server at present. */
    Program server() {
        return server;
    }

    /** Starts the consoles of several guests, and returns once all of them are in. */
    void invite(String... names) throws IOException {
        for (String name : names) {
            start(name);
        }
        for (String name : names) {
            guest(name).awaitLine(ONLINE);
        }
    }

    /** Starts a console. */
    Program start(String name, String... further) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--console",
                "--json",
                "--dialect",
                dialect,
                "--server",
                node.address(),
                "--name",
                name,
                "--data",
                folder.resolve(name).toString()));
        options.addAll(List.of(further));
        Path output = folder.resolve(name + "-" + gone.size() + ".out");
        Program console =
                Program.start("hearth.modules.client", "hearth.client/hearth.client.app.Main", output, options);
        guests.put(name, console);
        return console;
    }

    Program guest(String name) {
        return guests.get(name);
    }

    /**
     * Kills the server, lets a guest write meanwhile, and starts the server again. What was written leaves once all others are back: there are servers that
     * remember nothing for whoever comes later.
     */
    void crashWhile(String author, String... lines) throws Exception {
        Map<Program, Long> online = new LinkedHashMap<>();
        for (Program each : guests.values()) {
            online.put(each, each.times(ONLINE));
        }
        Program writer = guest(author);
        server.kill();
        writer.awaitLine(WAITING);
        for (String line : lines) {
            writer.type(line);
            writer.awaitLine("\"text\":\"" + line + "\",\"state\":\"sending\"");
        }
        writer.suspend();
        server = node.start();
        online.remove(writer);
        online.forEach((other, times) -> other.awaitTimes(ONLINE, times + 1));
        writer.resume();
    }

    /** Ends the input of a guest, who is to end as one that has nothing left to do; gives what is left: the output. */
    Program sayGoodbye(String name) throws Exception {
        Program console = guests.remove(name);
        gone.add(console);
        assertThat(console.endOfInput()).as(name).isZero();
        return console;
    }

    /** The same, for all guests. */
    void sayGoodbye() throws Exception {
        for (String name : List.copyOf(guests.keySet())) {
            sayGoodbye(name);
        }
    }

    @Override
    public void close() {
        guests.values().forEach(Program::close);
        gone.forEach(Program::close);
        server.close();
    }
}
