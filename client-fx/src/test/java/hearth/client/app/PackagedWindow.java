package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.settings.WindowPlace;
import hearth.client.settings.WindowPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** The packaged client with its window, in a process of its own on the headless platform, and somebody who uses it. Safe from any thread. */
final class PackagedWindow implements AutoCloseable {
    /** Where the window says how its connection stands. */
    static final String STATE = ".state-words";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(20);

    /** As large as the headless screen, nearly. */
    private static final WindowPlace LARGE =
            new WindowPlace(OptionalDouble.of(0), OptionalDouble.of(0), 1000, 980, false, 240, true);

    private final Program program;
    /** Fair, so that who looks need not wait until another thread has typed everything. Guards {@link #asked}. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private int asked;

    private PackagedWindow(Program program) {
        this.program = program;
    }

    /** Opens a window of the user of this name, who keeps everything in a folder of the same name. */
    static PackagedWindow open(Path folder, String server, String name) throws IOException {
        return open(folder, name, List.of("--server", server, "--name", name));
    }

    /** Opens the window of this user as its icon does: it begins with the chat that was open last. */
    static PackagedWindow openAgain(Path folder, String name) throws IOException {
        return open(folder, name, List.of());
    }

    private static PackagedWindow open(Path folder, String name, List<String> options) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        new WindowPlaces(data.resolve(WindowLauncher.PLACE_FILE)).save(LARGE);
        List<String> arguments = new ArrayList<>(List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dtestfx.robot=glass",
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-Duser.country=GB",
                "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc",
                "--add-exports=javafx.graphics/com.sun.javafx.application=ALL-UNNAMED",
                "--add-opens=javafx.graphics/com.sun.javafx.application=ALL-UNNAMED"));
        // The program is the packaged modules; from the class path comes only who uses it.
        arguments.addAll(List.of("-p", Program.modules("hearth.modules.client")));
        arguments.addAll(List.of("--add-modules", "hearth.client"));
        arguments.add("--add-exports=hearth.client/hearth.client.app=ALL-UNNAMED");
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), "hearth.client.ui.WindowOperator"));
        arguments.addAll(options);
        arguments.addAll(List.of("--data", data.toString()));
        return new PackagedWindow(Program.java(arguments, folder.resolve(name + ".out")));
    }

    /** Clicks the only thing that has this selector. */
    void click(String selector) throws IOException {
        ask("click", selector);
    }

    /** Clicks what has this selector and says these words. */
    void click(String selector, String words) throws IOException {
        ask("click", selector, words);
    }

    /** Presses "Try now" as often as the window waits for its server, until it is online. */
    void tryNowUntilOnline() {
        awaitThat("online", () -> {
            List<String> state = words(STATE);
            if (state.stream().anyMatch(words -> words.startsWith("Waiting"))) {
                ask("press-if-offered", "#banner-action", "Try now");
            }
            return state.stream().anyMatch(words -> words.startsWith("Online"));
        });
    }

    /** Types a line where the caret is, and Enter. */
    void say(String line) throws IOException {
        ask("say", line);
    }

    /** The words of everything in sight with this selector. */
    List<String> words(String selector) throws IOException {
        return ask("words", selector);
    }

    /** The messages in sight, as {@link #timeline} gives them. */
    List<String> sight() throws IOException {
        return ask("sight");
    }

    /** Each message of the conversation that is open, from the top down: its author, its text, and its mark between brackets if it has one. */
    List<String> timeline() throws IOException {
        return ask("timeline");
    }

    /** Waits until something with this selector says something that begins so. */
    void awaitWords(String selector, String beginning) {
        awaitThat(
                selector + " \"" + beginning + "\"",
                () -> words(selector).stream().anyMatch(words -> words.startsWith(beginning)));
    }

    void awaitThat(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).until(condition);
    }

    /** Closes the window, and gives the exit code of the program. */
    int closeWindow() throws IOException, InterruptedException {
        return program.endOfInput();
    }

    private List<String> ask(String... parts) throws IOException {
        turn.lock();
        try {
            return askNow(parts);
        } finally {
            turn.unlock();
        }
    }

    private List<String> askNow(String... parts) throws IOException {
        asked++;
        String begin = asked + " ";
        program.type(asked + "\t" + String.join("\t", parts));
        await(String.join(" ", parts))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> program.lines().stream().anyMatch(line -> ends(line, begin)));
        List<String> answer = program.lines().stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .toList();
        assertThat(answer.getLast()).as(String.join(" ", parts)).isEqualTo("done");
        return answer.subList(0, answer.size() - 1);
    }

    private static boolean ends(String line, String begin) {
        return line.equals(begin + "done") || line.startsWith(begin + "failed");
    }

    @Override
    public void close() {
        program.close();
    }
}
