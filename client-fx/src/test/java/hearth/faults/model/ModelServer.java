package hearth.faults.model;

import hearth.client.app.Program;
import hearth.faults.FaultRig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server as its operator sees it: killed, stopped, backed up, restored. */
final class ModelServer {
    private final FaultRig rig;
    private final Path folder;
    private int runs;

    /** The server of this rig, whose folder this is. */
    ModelServer(FaultRig rig, Path folder) {
        this.rig = rig;
        this.folder = folder;
    }

    void kill() throws InterruptedException {
        rig.server().kill();
    }

    void stop() throws IOException, InterruptedException {
        rig.server().terminate();
    }

    void start() throws IOException {
        rig.restartServer();
    }

    /** Makes a backup while the server runs. */
    Path backUp() throws IOException, InterruptedException {
        Path backup = folder.resolve("backup-" + runs + ".db");
        run("--backup", backup);
        return backup;
    }

    /** Puts a backup in place of a server that has ended, and starts the server. */
    void restore(Path backup) throws IOException, InterruptedException {
        run("--restore", backup);
        Files.delete(backup);
        start();
    }

    private void run(String option, Path backup) throws IOException, InterruptedException {
        Path output = folder.resolve("run-" + runs++ + ".out");
        List<String> options = List.of("--data", folder.resolve("server").toString(), option, backup.toString());
        try (Program program =
                Program.start("hearth.modules.server", "hearth.server/hearth.server.Main", output, options)) {
            int exit = program.endOfInput();
            if (exit != 0) {
                throw new AssertionError(
                        option + " ended with " + exit + ": " + Files.readString(Path.of(output + ".err")));
            }
        }
    }
}
