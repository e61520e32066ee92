package hearth.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server with its data on a disk of its own, which is small and can be filled up: a tmpfs that only this process sees, so that nobody has to be
 * root. Its data ends with it. The test's thread only.
 */
final class SmallDiskServer implements AutoCloseable {
    private static final int CHUNK = 4_096;
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path disk;
    private final Path ballast;
    private final Path log;

    private SmallDiskServer(Process process, Path disk, Path log) {
        this.process = process;
        this.log = log;
        this.disk = disk;
        this.ballast = disk.resolve("ballast");
    }

    /** Whether this system lets a user mount a disk that only he sees. */
    static boolean isPossible() throws IOException, InterruptedException {
        try {
            Process trial = new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "true")
                    .redirectErrorStream(true)
                    .start();
            return trial.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            // There is no such program.
            return false;
        }
    }

    /** Starts it at a port of the loopback, and returns once it can be reached. */
    static SmallDiskServer start(Path folder, int port, String size) throws IOException {
        Path mountPoint = Files.createDirectory(folder.resolve("small-disk"));
        String mountAndRun = "mount -t tmpfs -o size=" + size + " small \"$0\" && exec \"$@\"";
        ProcessBuilder program = new ProcessBuilder(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                mountAndRun,
                mountPoint.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=org.xerial.sqlitejdbc",
                "-p",
                System.getProperty("hearth.modules.server"),
                "-m",
                "hearth.server/hearth.server.Main",
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--data",
                mountPoint.resolve("data").toString());
        Path log = folder.resolve("small-disk.err");
        Process process = program.redirectError(log.toFile()).start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new AssertionError("the server did not start: " + Files.readString(log));
        }
        Path seenFromOutside = Path.of("/proc", String.valueOf(process.pid()), "root");
        return new SmallDiskServer(
                process, seenFromOutside.resolve(mountPoint.toString().substring(1)), log);
    }

    /** Writes until nothing more can be written. */
    void fillUp() throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (disk.toFile().getUsableSpace() > 0) {
                out.write(chunk);
            }
        }
    }

    /** Gives back all that was taken. */
    void makeRoom() throws IOException {
        Files.delete(ballast);
    }

    /** What the server logged. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
