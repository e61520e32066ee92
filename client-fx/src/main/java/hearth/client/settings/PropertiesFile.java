package hearth.client.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small things in a file that may be lost: one that cannot be read is as an empty one. Reads and writes the disk. */
final class PropertiesFile {
    private static final Logger LOG = LoggerFactory.getLogger(PropertiesFile.class);

    private final Path file;

    PropertiesFile(Path file) {
        this.file = file;
    }

    Properties load() {
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
        } catch (NoSuchFileException e) {
            LOG.debug("{} is not there yet", file, e);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read", file, e);
            kept.clear();
        }
        return kept;
    }

    void save(Properties kept) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                kept.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be written", file, e);
        }
    }
}
