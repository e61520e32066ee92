package hearth.client.app;

import hearth.client.app.ClientCommandLine.Reading;
import hearth.client.app.ClientOptions.Mode;
import hearth.client.fx.NoDisplayException;
import hearth.client.i18n.Messages;
import hearth.client.link.DialectName;
import hearth.client.link.ServerAddress;
import hearth.client.link.recognition.Finding;
import hearth.client.store.StoreException;
import hearth.client.ui.common.FindingWords;
import hearth.client.ui.common.SalvageWords;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop client's entry. */
public final class Main {
    private static final Logger log = LoggerFactory.getLogger(Main.class);
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_UNCERTAIN = 2;

    private final Reader in;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * Makes a program that has not begun.
     *
     * @param in the console's input
     * @param err where the program says in a sentence why it does not run
     */
    Main(Reader in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the program, and ends the process.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        Charset charset = charset();
        Reader in = new BufferedReader(new InputStreamReader(System.in, charset));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
        System.exit(new Main(in, out, err).run(usualData(), args));
    }

    /** That of the terminal; scripts get UTF-8 on every system. */
    private static Charset charset() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(Console::charset)
                .orElse(StandardCharsets.UTF_8);
    }

    private static Path usualData() {
        return new UserData(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                .clientFolder();
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unversioned");
    }

    /** Runs to the end of the window or the console, and gives the exit code. */
    int run(Path usualData, String... args) {
        return switch (ClientCommandLine.read(usualData, "hearth " + version(), args)) {
            case Reading.Say(String text, int exitCode) -> {
                (exitCode == 0 ? out : err).println(text.strip());
                yield exitCode;
            }
            case Reading.Run(ClientOptions options) -> run(options);
        };
    }

    private int run(ClientOptions options) {
        try {
            Optional<AppGraph> opened = AppGraph.open(options.data(), "hearth-fx " + version());
            if (opened.isEmpty()) {
                err.println("Hearth runs already with the folder " + options.data() + ".");
                return EXIT_FAILED;
            }
            opened.get().onSalvaged(what -> err.println(SalvageWords.of(Messages.in(Locale.ENGLISH), what)));
            boolean console = options.mode() instanceof Mode.Console;
            try (AppGraph graph = opened.get();
                    LogFile _ = LogFile.open(options.data(), console)) {
                return run(graph, options);
            }
        } catch (StoreException e) {
            err.println(e.getMessage());
            return EXIT_FAILED;
        } catch (IOException e) {
            err.println("The log in " + options.data() + " cannot be written: " + e.getMessage());
            return EXIT_FAILED;
        }
    }

    /** What a script can go on with; where it is not certain, it is said what to do. */
    private Optional<DialectName> recognised(AppGraph graph, ClientOptions options) {
        URI address = options.server().orElseThrow();
        Finding first = graph.recogniser().recognise(address).join();
        // Nothing was said: a server of ours may have been too busy to answer in time.
        boolean silent =
                first instanceof Finding.Uncertain(Finding.Sign sign, var _) && sign == Finding.Sign.WEB_SOCKET;
        Finding finding = silent ? graph.recogniser().recognise(address).join() : first;
        return switch (finding) {
            case Finding.Certain(DialectName dialect) -> Optional.of(dialect);
            // A server of ours may be there later: the session waits for it, and says so.
            case Finding.Nobody _ -> Optional.of(DialectName.HEARTH);
            case Finding.Uncertain(Finding.Sign sign, List<DialectName> guesses) -> {
                err.println(uncertain(address, sign, guesses.getFirst()));
                yield Optional.empty();
            }
        };
    }

    private static String uncertain(URI address, Finding.Sign sign, DialectName guess) {
        String found = FindingWords.of(Messages.in(Locale.ENGLISH), sign, ServerAddress.words(address));
        return found + " Say how to speak with it: --dialect " + guess.text() + ", perhaps.";
    }

    /** What was spoken there before, under this name. */
    private static Optional<DialectName> remembered(AppGraph graph, ClientOptions options) throws StoreException {
        return graph.store().servers().stream()
                .filter(each -> options.server().equals(Optional.of(each.address()))
                        && options.name()
                                .filter(each.userName()::equalsIgnoreCase)
                                .isPresent())
                .map(each -> each.server().dialect())
                .findFirst();
    }

    private int run(AppGraph graph, ClientOptions options) throws StoreException {
        return switch (options.mode()) {
            case Mode.Window _ -> window(graph, options);
            case Mode.Console(var console) -> {
                Optional<DialectName> before = remembered(graph, options);
                Optional<DialectName> dialect =
                        options.dialect().or(() -> before).or(() -> recognised(graph, options));
                yield dialect.isEmpty()
                        ? EXIT_UNCERTAIN
                        : graph.runConsole(
                                options.spec(dialect.get()), options.name().orElseThrow(), console, in, out);
            }
        };
    }

    private int window(AppGraph graph, ClientOptions options) {
        try {
            return WindowLauncher.on(graph, options).run();
        } catch (NoDisplayException e) {
            log.error("no window can be opened", e);
            err.println(Messages.in(Locale.getDefault()).text("window.none"));
            return EXIT_FAILED;
        }
    }
}
