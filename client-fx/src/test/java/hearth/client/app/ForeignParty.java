package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server of a foreign dialect and packaged consoles that speak with it, each in a process of its own. */
final class ForeignParty implements AutoCloseable {
    /** What everybody writes who writes while the server is gone. */
    static final List<String> MEANWHILE = List.of("first meanwhile", "第二 😀", "third meanwhile");

    private static final String ONLINE = "\"state\":\"ONLINE\"";
    private static final String WAITING = "\"state\":\"WAITING\"";
    private static final String LOBBY = "lobby";

    /** 65,536 bytes, of characters that take three and four of them. */
    private static final String LONGEST = "字😀".repeat(9_362) + "!!";

    /** To this, the servers say what no server should. */
    private static final String WISH = "be hostile";

    private final Path folder;
    private final String dialect;
    private final NodeServer node;
    private final List<String> options;
    private final Map<String, Program> guests = new LinkedHashMap<>();
    private final List<Program> gone = new ArrayList<>();
    private UnaryOperator<String> shown = UnaryOperator.identity();
    private String room = LOBBY;
    private Program server;

    /** Starts the server; {@code options} are given to each console. */
    ForeignParty(Path folder, String dialect, NodeServer node, String... options) throws IOException {
        this.folder = folder;
        this.dialect = dialect;
        this.node = node;
        this.options = List.of(options);
        server = node.start();
    }

    /** On this server nobody learns who says something: it is the server that says it. */
    ForeignParty withoutNames() {
        shown = _ -> "127.0.0.1";
        return this;
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

    /** The same for one guest, at a path of the server. */
    void inviteTo(String path, String name) throws IOException {
        startAt(path, name).awaitLine(ONLINE);
    }

    /** Starts a console. */
    Program start(String name, String... further) throws IOException {
        return startAt("/chat", name, further);
    }

    private Program startAt(String path, String name, String... further) throws IOException {
        List<String> all = new ArrayList<>(List.of("--console", "--json", "--dialect", dialect));
        all.addAll(List.of("--server", node.address(path), "--name", name));
        all.addAll(List.of("--data", folder.resolve(name).toString()));
        all.addAll(options);
        all.addAll(List.of(further));
        Path output = folder.resolve(name + "-" + gone.size() + ".out");
        Program console = Program.start("hearth.modules.client", "hearth.client/hearth.client.app.Main", output, all);
        guests.put(name, console);
        return console;
    }

    Program guest(String name) {
        return guests.get(name);
    }

    /** Guests enter a room, one after the other, and the server has them there. From now on it is the one where things are said. */
    void join(String name, String... entering) throws IOException {
        room = name;
        for (String each : entering) {
            guest(each).type("/join " + name);
            awaitMember(each);
            guest(each).awaitLine("Current conversation: " + name);
        }
    }

    /** Not every server tells a member, and none of those that do not is waited for. */
    private void awaitMember(String guest) {
        server.awaitLine(guest + " is in " + room);
    }

    /** A guest writes, and another reads it. */
    void say(String author, String text, String reader) throws IOException {
        guest(author).type(text);
        guest(reader).awaitLine(line(author, text));
    }

    /** A guest writes to another alone. */
    void whisper(String author, String text, String reader) throws IOException {
        guest(author).type("/msg " + reader + " " + text);
        guest(reader).awaitLine("\"author\":\"" + author + "\",\"text\":\"" + text + "\"");
    }

    /** A guest asks for what was said before until it has come: where a server may tell nothing, nobody is kept waiting for it. */
    void awaitPast(String reader, String author, String text) {
        Program console = guest(reader);
        String line = "\"author\":\"" + shown.apply(author) + "\",\"text\":\"" + text + "\",\"own\":false";
        await(text).pollInterval(Duration.ofSeconds(1)).atMost(Program.PATIENCE).until(() -> {
            console.type("/history 20");
            return console.times(line) > 0;
        });
    }

    /** A message as whoever reads it is shown it. */
    String line(String author, String text) {
        return "\"conversation\":\"" + room + "\",\"kind\":\"room\",\"author\":\"" + shown.apply(author)
                + "\",\"text\":\"" + text + "\"";
    }

    /** Ada and Bo write to each other what is hard to pass on: emoji, Chinese, and as much of it as a message may be long. */
    void sayWhatIsHard() throws IOException {
        say("Ada", "大家好 😀", "Bo");
        say("Bo", "你好 👋", "Ada");
        say("Ada", LONGEST, "Bo");
        say("Bo", LONGEST, "Ada");
    }

    /** A guest is told one byte too much to say, which is not sent, and ends so. */
    void sayTooMuch(String name) throws Exception {
        Program console = start(name);
        console.type(LONGEST + "!");
        console.awaitLine("too-long");
        assertThat(console.endOfInput()).isEqualTo(1);
    }

    /** Ada makes the server say what makes no sense, and, last, this, which Bo reads. */
    void makeHostile(String markup) throws IOException {
        guest("Ada").type(WISH);
        guest("Bo").awaitLine(markup);
    }

    /** Ada writes while the server is killed and started again, and Bo reads it. */
    void crash() throws Exception {
        crashWhile("Ada");
        guest("Bo").awaitLine(line("Ada", MEANWHILE.getLast()));
    }

    /**
     * Kills the server, lets a guest write meanwhile, and starts the server again. What was written leaves once all others are back: there are servers that
     * remember nothing for whoever comes later.
     */
    void crashWhile(String author) throws Exception {
        Map<Program, Long> online = new LinkedHashMap<>();
        for (Program each : guests.values()) {
            online.put(each, each.times(ONLINE));
        }
        Program writer = guest(author);
        server.kill();
        writer.awaitLine(WAITING);
        for (String line : MEANWHILE) {
            writer.type(line);
            writer.awaitLine("\"text\":\"" + line + "\",\"state\":\"sending\"");
        }
        writer.suspend();
        server = node.start();
        online.remove(writer);
        online.forEach((other, times) -> other.awaitTimes(ONLINE, times + 1));
        if (!room.equals(LOBBY)) {
            guests.keySet().stream().filter(name -> !name.equals(author)).forEach(this::awaitMember);
        }
        writer.resume();
    }

    /** Ends the input of a guest, who is to end as one that has nothing left to do; gives what is left: the output. */
    Program sayGoodbye(String name) throws Exception {
        Program console = guests.remove(name);
        gone.add(console);
        assertThat(console.endOfInput()).as(name).isZero();
        return console;
    }

    /** The same, for all guests. What was written while the server was gone was read once, in its order, as said by its author. */
    void sayGoodbye(String author, Program... readers) throws Exception {
        for (String name : List.copyOf(guests.keySet())) {
            sayGoodbye(name);
        }
        List<String> expected = MEANWHILE.stream()
                .map(text -> shown.apply(author) + ": " + text)
                .toList();
        for (Program reader : readers) {
            Stream<String> heard = Transcript.words(reader.lines()).stream();
            assertThat(heard.filter(expected::contains)).containsExactlyElementsOf(expected);
        }
    }

    @Override
    public void close() {
        guests.values().forEach(Program::close);
        gone.forEach(Program::close);
        server.close();
    }
}
