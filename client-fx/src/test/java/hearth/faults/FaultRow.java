package hearth.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/**
 * One row of the table: a fault, how often it happens, and what is required. A row prints its line when it is done, and the table that all rows of a build
 * make is {@code target/faults/table.txt}. With {@code -Dhearth.faults=full} a row has its full size, else a short one; {@code -Dhearth.faults.seed=N}
 * repeats a run as far as chance is ours.
 */
public final class FaultRow {
    private static final String SIZE_PROPERTY = "hearth.faults";
    private static final String SEED_PROPERTY = "hearth.faults.seed";
    private static final Path FOLDER = Path.of("target", "faults");

    private final int place;
    private final String fault;
    private final String required;
    private final int size;
    private final long seed;

    /** What happens; gives what came of it, as it is printed, and throws where it is not what is required. */
    @FunctionalInterface
    public interface Run {

        /**
         * Runs the fault.
         *
         * @param random all chance comes from here; for one thread
         */
        String run(FaultRow row, Random random) throws Exception;
    }

    /**
     * A row that has not run yet.
     *
     * @param place where it stands in the table
     * @param shortSize how often in the ordinary build
     * @param fullSize how often in the fault run
     */
    public FaultRow(int place, String fault, String required, int shortSize, int fullSize) {
        this.place = place;
        this.fault = fault;
        this.required = required;
        this.size = isFull() ? fullSize : shortSize;
        this.seed = Long.getLong(SEED_PROPERTY, new SecureRandom().nextInt(Integer.MAX_VALUE));
    }

    /** Whether this is the run of full size, which asserts absolute times too. */
    public static boolean isFull() {
        return "full".equals(System.getProperty(SIZE_PROPERTY));
    }

    /** How often the fault happens. */
    public int size() {
        return size;
    }

    /** Where all chance of the run comes from. */
    public long seed() {
        return seed;
    }

    /**
     * What a row needs of the system that it is tried on. To be called within {@link #run}: where it is not there, a short row is skipped and says why, and a row
     * of full size fails.
     *
     * @param otherwise why the row cannot be tried
     */
    public static void require(boolean isThere, String otherwise) {
        if (!isThere && isFull()) {
            throw new AssertionError("cannot be tried: " + otherwise);
        }
        if (!isThere) {
            Assumptions.abort(otherwise);
        }
    }

    /** Runs it, and prints and keeps the line, whatever comes of it. */
    public void run(Run run) throws Exception {
        long begin = System.nanoTime();
        String result = "FAILED";
        try {
            result = run.run(this, new Random(seed));
        } catch (TestAbortedException e) {
            result = "SKIPPED: " + e.getMessage();
            throw e;
        } finally {
            report(result, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private void report(String result, Duration took) {
        String line = "%-62s | %6d | %-44s | %s | seed %d | %.1f s"
                .formatted(fault, size, result, required, seed, took.toMillis() / 1_000.0);
        System.out.println(line);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("row-%02d.txt".formatted(place)), line + System.lineSeparator());
            Files.writeString(FOLDER.resolve("table.txt"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder();
        try (Stream<Path> rows = Files.list(FOLDER)) {
            for (Path row : rows.filter(each -> each.getFileName().toString().startsWith("row-"))
                    .sorted()
                    .toList()) {
                table.append(Files.readString(row));
            }
        }
        return table.toString();
    }

    /** Keeps a further file beside the table, and prints it. */
    public void attach(String name, String text) {
        System.out.println(text);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name), text + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
