package hearth.server;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts a server and runs it until the process is told to end. The fields are set by picocli, once, before {@link #call()}. */
@Command(
        name = "hearth-server",
        description = "Runs a Hearth chat server.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = ServeCommand.Version.class)
final class ServeCommand implements Callable<Integer> {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MOST_NAME_CHARS = 64;
    private static final int MOST_PORT = 65_535;
    private static final int MOST_HEARTBEAT_SECONDS = 300;

    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "where it listens; 7878 unless told, 0 for any free port")
    private int port = ServerConfig.DEFAULT_PORT;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "the one address at which it listens; all unless told")
    private String bind;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where its database is; the user's folder for data unless told")
    private Path data;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "what people see; the name of this machine unless told")
    private String name;

    @Option(
            names = "--heartbeat",
            paramLabel = "SECONDS",
            description = "how long a connection may be silent before its end is suspected; 15 unless told")
    private long heartbeatSeconds = ServerConfig.DEFAULT_HEARTBEAT.toSeconds();

    @ArgGroup
    private Instead instead = new Instead();

    /** What is done instead of serving; one at most. */
    static final class Instead {
        @Option(names = "--smoke", description = "starts, serves one message to itself, and exits")
        private boolean smoke;

        @Option(
                names = "--backup",
                paramLabel = "FILE",
                description = "copies all data into FILE, while a server runs or not, and exits")
        private Path backup;

        @Option(
                names = "--restore",
                paramLabel = "FILE",
                description = "puts a copy of a backup in place, keeps what was there, and exits")
        private Path restore;
    }

    ServeCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"hearth-server " + ProgramVersion.current()};
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (instead.smoke) {
            return new SmokeRun(out, err).run();
        }
        if (instead.backup != null) {
            return new BackupRun(out, err).run(folder(), instead.backup);
        }
        return instead.restore != null ? new RestoreRun(out, err).run(instead.restore, folder()) : serve(config());
    }

    private int serve(ServerConfig config) throws InterruptedException {
        ChatServer server = new ChatServer(config);
        try {
            server.start();
        } catch (ServerStartException e) {
            err.println(e.getMessage());
            return FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "hearth-shutdown"));
        out.println("Hearth \"" + config.name() + "\" is listening at " + String.join(", ", server.addresses()));
        out.flush();
        // Until a signal comes: the process then ends when the hook has.
        new CountDownLatch(1).await();
        return OK;
    }

    private ServerConfig config() {
        if (port < 0 || port > MOST_PORT) {
            throw wrong("The port must be 0 to " + MOST_PORT + ", not " + port + ".");
        }
        String shown = name == null ? defaultName(System.getenv()) : name.strip();
        if (!isShowable(shown)) {
            throw wrong("The name must have 1 to " + MOST_NAME_CHARS + " characters, and no control characters.");
        }
        if (heartbeatSeconds < 1 || heartbeatSeconds > MOST_HEARTBEAT_SECONDS) {
            throw wrong(
                    "The heartbeat must be 1 to " + MOST_HEARTBEAT_SECONDS + " seconds, not " + heartbeatSeconds + ".");
        }
        return new ServerConfig(address(), port, folder(), shown, List.of(), Duration.ofSeconds(heartbeatSeconds));
    }

    private Path folder() {
        Path folder = data != null
                ? data
                : UserDataFolder.of(
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", "")),
                        System.getenv());
        return folder.toAbsolutePath();
    }

    private Optional<InetAddress> address() {
        if (bind == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bind));
        } catch (UnknownHostException e) {
            throw wrong("The address " + bind + " is not known.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    static String defaultName(Map<String, String> environment) {
        return Stream.of(environment.get("COMPUTERNAME"), environment.get("HOSTNAME"), System.getProperty("user.name"))
                .filter(each -> each != null && isShowable(each.strip()))
                .map(String::strip)
                .findFirst()
                .orElse("Hearth");
    }

    static boolean isShowable(String name) {
        int length = name.codePointCount(0, name.length());
        return length >= 1
                && length <= MOST_NAME_CHARS
                && name.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
