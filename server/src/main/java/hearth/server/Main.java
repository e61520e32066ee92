package hearth.server;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The server's command line. Exit codes: 0, 1 where the server cannot start, 2 where the options are wrong. */
public final class Main {
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the program.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tF %1$tT %4$s %3$s: %5$s%6$s%n");
        }
        System.exit(new Main(System.out, System.err).run(args));
    }

    int run(String... args) {
        return new CommandLine(new ServeCommand(out, err))
                .setOut(writer(out))
                .setErr(writer(err))
                .setParameterExceptionHandler(this::onWrongOption)
                .execute(args);
    }

    private int onWrongOption(ParameterException wrong, String[] args) {
        err.println(wrong.getMessage().lines().findFirst().orElse("The options are wrong.") + " See --help.");
        return CommandLine.ExitCode.USAGE;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
