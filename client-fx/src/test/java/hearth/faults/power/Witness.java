package hearth.faults.power;

import hearth.faults.FaultRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A library that is built on the spot and preloaded into a program, where it notes what the program does to its files, and moves its clock. */
final class Witness {
    private static final String SOURCE = "witness.c";

    private final Path library;

    private Witness(Path library) {
        this.library = library;
    }

    /** Builds it, in a row that cannot be tried where that is not possible. */
    static Witness build(Path folder) throws IOException, InterruptedException {
        FaultRow.require(
                "Linux".equals(System.getProperty("os.name")),
                "programs can be watched by a preloaded library on Linux only");
        FaultRow.require(hasCompiler(), "no C compiler cc is on the PATH to build the preloaded library with");
        Path source = folder.resolve(SOURCE);
        try (InputStream text = Objects.requireNonNull(Witness.class.getResourceAsStream(SOURCE))) {
            Files.copy(text, source);
        }
        Path library = folder.resolve("witness.so");
        Process compiler = new ProcessBuilder(
                        "cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-lpthread")
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!compiler.waitFor(1, TimeUnit.MINUTES) || compiler.exitValue() != 0) {
            throw new AssertionError("the preloaded library cannot be built: " + said);
        }
        return new Witness(library);
    }

    private static boolean hasCompiler() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
    }

    /** The environment of a program whose acts on the files below a folder are to be noted in a log. */
    Map<String, String> recording(Path folder, Path log) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "HEARTH_WITNESS_FOLDER",
                folder.toString(),
                "HEARTH_WITNESS_LOG",
                log.toString());
    }

    /** The environment of a program whose wall clock is ahead by what {@link #move} wrote to this file last. */
    Map<String, String> movingClock(Path offset) {
        return Map.of("LD_PRELOAD", library.toString(), "HEARTH_WITNESS_CLOCK", offset.toString());
    }

    /** Sets how far ahead the wall clock of the programs with this file is; first before they start, then as often as wanted. */
    static void move(Path offset, Duration ahead) throws IOException {
        ByteBuffer nanos = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(ahead.toNanos())
                .flip();
        // Never truncated: the programs have it mapped.
        try (FileChannel channel = FileChannel.open(offset, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(nanos, 0);
        }
    }
}
