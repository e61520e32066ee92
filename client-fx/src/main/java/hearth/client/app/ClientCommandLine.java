package hearth.client.app;

import hearth.client.console.ConsoleOptions;
import hearth.client.link.DialectName;
import hearth.client.link.ServerAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The client's options, and what they mean together. */
@Command(
        name = "hearth",
        description = "A desktop chat for people who share a network.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ClientCommandLine {
    private static final int USAGE_EXIT_CODE = 1;

    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = AddressConverter.class,
            description = "Connect there: HOST, HOST:PORT, or a ws:// or wss:// address. Port 7878 unless told.")
    private URI server;

    @Option(names = "--name", paramLabel = "NAME", description = "Log in under this name.")
    private String name;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            converter = DialectConverter.class,
            description = "In the console: what the server speaks, ${COMPLETION-CANDIDATES}. Found out unless told.",
            completionCandidates = DialectConverter.Names.class)
    private DialectName dialect;

    @Option(
            names = "--token",
            paramLabel = "JWT",
            description =
                    "In the console: signs in where the server wants a signed token. Others on this machine can read it.")
    private String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything in this folder instead of the system's folder for your data.")
    private Path data;

    @Option(names = "--console", description = "Run without a window: read lines and commands, write what happens.")
    private boolean console;

    @Option(names = "--json", description = "In the console, write one JSON object a line.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "At the end of the console's input, wait at most so many seconds until everything is sent.")
    private Integer timeoutSeconds;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    private ClientCommandLine() {}

    /** What came of reading a command line. */
    sealed interface Reading {

        /** The program is to run. */
        record Run(ClientOptions options) implements Reading {}

        /** Something is to be said instead, on standard output if the exit code is 0, and else on standard error. */
        record Say(String text, int exitCode) implements Reading {}
    }

    /**
     * Reads the arguments.
     *
     * @param usualData the folder where {@code --data} is not given
     * @param versionText what {@code --version} says
     */
    static Reading read(Path usualData, String versionText, String... args) {
        ClientCommandLine options = new ClientCommandLine();
        CommandLine parser = new CommandLine(options);
        try {
            parser.parseArgs(args);
        } catch (ParameterException e) {
            return refused(e.getMessage());
        }
        if (options.help) {
            return new Reading.Say(parser.getUsageMessage(), 0);
        }
        if (options.version) {
            return new Reading.Say(versionText, 0);
        }
        return options.fault().<Reading>map(ClientCommandLine::refused).orElseGet(() -> options.run(usualData));
    }

    private static Reading.Say refused(String sentence) {
        String whole = sentence.endsWith(".") ? sentence : sentence + ".";
        return new Reading.Say(whole + " Try --help.", USAGE_EXIT_CODE);
    }

    private Optional<String> fault() {
        if (name != null && name.isBlank()) {
            return Optional.of("The name is empty.");
        }
        if (!console && (json || timeoutSeconds != null || dialect != null || token != null)) {
            return Optional.of("--json, --timeout, --dialect and --token belong to --console.");
        }
        if (console && (server == null || name == null)) {
            return Optional.of("The console needs --server and --name.");
        }
        if (timeoutSeconds != null && timeoutSeconds < 0) {
            return Optional.of("A timeout is a number of seconds from 0.");
        }
        return Optional.empty();
    }

    private Reading run(Path usualData) {
        ClientOptions.Mode mode = console
                ? new ClientOptions.Mode.Console(new ConsoleOptions(
                        json, Optional.ofNullable(timeoutSeconds).map(Duration::ofSeconds)))
                : new ClientOptions.Mode.Window();
        return new Reading.Run(new ClientOptions(
                Optional.ofNullable(server),
                Optional.ofNullable(dialect),
                Optional.ofNullable(token),
                Optional.ofNullable(name),
                Optional.ofNullable(data).orElse(usualData),
                mode));
    }

    /** Reads the name of a dialect. */
    static final class DialectConverter implements ITypeConverter<DialectName> {

        /** The names that there are. */
        static final class Names implements Iterable<String> {
            @Override
            public Iterator<String> iterator() {
                return Arrays.stream(DialectName.values())
                        .map(DialectName::text)
                        .iterator();
            }
        }

        @Override
        public DialectName convert(String typed) {
            return DialectName.of(typed)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + typed + "\" is none of " + String.join(", ", new Names()) + "."));
        }
    }

    /** Reads an address in any of its forms. */
    static final class AddressConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String typed) {
            return ServerAddress.parse(typed)
                    .orElseThrow(
                            () -> new TypeConversionException("\"" + typed + "\" is not the address of a server."));
        }
    }
}
