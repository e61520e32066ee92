package hearth.client.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Where the program's log goes: into {@code hearth.log} of the data folder, at most three files of 1 MiB, and warnings of the console client to standard
 * error too. Replaces what was set up before; one at a time.
 */
final class LogFile implements AutoCloseable {
    private static final String FILE_NAME = "hearth.log";
    private static final int FILE_BYTES = 1_048_576;
    private static final int FILES = 3;

    private final Logger root = Logger.getLogger("");
    private final List<Handler> handlers = new ArrayList<>();

    private LogFile() {}

    /**
     * Sets the log up.
     *
     * @param folder the data folder, which this process has claimed
     * @param warningsToStandardError whether warnings are shown there too
     */
    static LogFile open(Path folder, boolean warningsToStandardError) throws IOException {
        String pattern = folder.toAbsolutePath().resolve(FILE_NAME).toString().replace("%", "%%") + ".%g";
        FileHandler file = new FileHandler(pattern, FILE_BYTES, FILES, true);
        file.setEncoding("UTF-8");
        LogManager.getLogManager().reset();
        LogFile log = new LogFile();
        log.root.setLevel(Level.INFO);
        log.add(file, Level.INFO);
        if (warningsToStandardError) {
            log.add(new ConsoleHandler(), Level.WARNING);
        }
        return log;
    }

    private void add(Handler handler, Level level) {
        handler.setFormatter(new LogLine());
        handler.setLevel(level);
        root.addHandler(handler);
        handlers.add(handler);
    }

    @Override
    public void close() {
        for (Handler handler : handlers) {
            root.removeHandler(handler);
            handler.close();
        }
    }
}
