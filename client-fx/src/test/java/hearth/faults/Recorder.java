package hearth.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;

/** Writes what all observers see into one file, a JSON object a line, each observer's in the order in which it was told. Safe from any thread. */
public final class Recorder implements AutoCloseable {
    private final ObjectWriter json = new ObjectMapper().writerFor(Observation.class);
    private final Path file;
    private final BufferedWriter out;

    /** Begins a history in a file that is not there yet. */
    public Recorder(Path file) throws IOException {
        this.file = file;
        this.out = Files.newBufferedWriter(file);
    }

    /** Adds a line. */
    public void add(Observation seen) {
        String line = json.writeValueAsString(seen);
        synchronized (out) {
            try {
                out.write(line);
                out.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All that was added so far. */
    public History history() throws IOException {
        synchronized (out) {
            out.flush();
        }
        return History.read(file);
    }

    @Override
    public void close() throws IOException {
        synchronized (out) {
            out.close();
        }
    }
}
