package hearth.client.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged program in a process of its own; what it prints goes to a file. */
public final class Program implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final OutputStream keyboard;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.keyboard = process.getOutputStream();
    }

    /**
     * Starts a program from a folder of modules, which a system property names.
     *
     * @param output where its output is added
     */
    public static Program start(String modulesProperty, String mainClass, Path output, List<String> options)
            throws IOException {
        return start(modulesProperty, mainClass, output, options, Map.of());
    }

    /**
     * The same, with further variables in its environment.
     *
     * @param environment what is added to this process's own
     */
    public static Program start(
            String modulesProperty,
            String mainClass,
            Path output,
            List<String> options,
            Map<String, String> environment)
            throws IOException {
        List<String> arguments = new ArrayList<>();
        // These programs live for seconds: what takes long to compile never pays.
        arguments.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        arguments.add("--enable-native-access=org.xerial.sqlitejdbc");
        arguments.addAll(List.of("-p", modules(modulesProperty), "-m", mainClass));
        arguments.addAll(options);
        return java(arguments, output, environment);
    }

    /** The folder of modules that this system property names. */
    static String modules(String property) {
        String modules = System.getProperty(property);
        if (modules == null) {
            throw new AssertionError("the build passes " + property);
        }
        return modules;
    }

    /** Starts the Java of this process with these arguments. */
    static Program java(List<String> arguments, Path output) throws IOException {
        return java(arguments, output, Map.of());
    }

    /** The same, with further variables in its environment. */
    public static Program java(List<String> arguments, Path output, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return command(command, output, environment);
    }

    /** Starts any program, by its whole command. */
    static Program command(List<String> command, Path output, Map<String, String> environment) throws IOException {
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Path.of(output + ".err").toFile()));
        program.environment().putAll(environment);
        return new Program(program.start(), output);
    }

    /** Enters a line. */
    public void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Ends the input and gives the exit code. */
    public int endOfInput() throws IOException, InterruptedException {
        keyboard.close();
        if (!hasEnded(process)) {
            throw new AssertionError("still running; its output: " + lines());
        }
        return process.exitValue();
    }

    private static boolean hasEnded(Process process) throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void awaitEnd() throws InterruptedException {
        if (!hasEnded(process)) {
            throw new AssertionError("it was ended, and is still running");
        }
    }

    /** Ends it as a crash does: SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Tells it to end: SIGTERM. Returns when it has. */
    public void terminate() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    /** Stops it as a suspended machine does, keeping all its connections: SIGSTOP. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on: SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start();
        if (!hasEnded(kill) || kill.exitValue() != 0) {
            throw new AssertionError("no signal " + name + " for " + process.pid());
        }
    }

    /** What it has printed so far; what is being printed may end in the middle of a character. */
    public List<String> lines() throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Returns once it has printed this. */
    public void awaitLine(String part) {
        await(part).atMost(PATIENCE).until(() -> lines().stream().anyMatch(line -> line.contains(part)));
    }

    /** Returns once it has printed so many lines with this. */
    void awaitTimes(String part, long times) {
        await(times + " times " + part).atMost(PATIENCE).until(() -> times(part) >= times);
    }

    /** How many lines with this it has printed. */
    long times(String part) throws IOException {
        return lines().stream().filter(line -> line.contains(part)).count();
    }

    /** Returns this once it has printed that, and ends it where it does not. */
    public Program onceItPrints(String part) {
        try {
            await(part).atMost(PATIENCE).until(() -> times(part) > 0 || !process.isAlive());
            if (times(part) == 0) {
                throw new AssertionError("it ended, and said only " + lines());
            }
            return this;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    void awaitMessages(int atLeast) {
        await(atLeast + " messages")
                .atMost(PATIENCE)
                .until(() -> Transcript.messages(lines()).size() >= atLeast);
    }

    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
