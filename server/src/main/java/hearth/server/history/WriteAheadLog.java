package hearth.server.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the write-ahead log small, and empty of what was erased. SQLite moves it into the database by itself, but begins it anew only when nobody reads at that
 * moment; where somebody always does, it would grow without end. Owned by the writing thread.
 */
final class WriteAheadLog {
    private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);

    /** How long the writer waits for readers, whose transactions are short. */
    private static final int WAIT_MS = 100;

    private final Statements statements;
    private final Path file;
    private final Sizes sizes;
    private long nextCutBytes;
    private boolean isErasureDue;
    private boolean isAlarmed;

    /**
     * When something is done about the size.
     *
     * @param cutBytes from here on, and at each multiple, the writer waits a moment for readers to cut the log
     * @param alarmBytes beyond this the operator is told
     */
    record Sizes(long cutBytes, long alarmBytes) {
        static final Sizes USUAL = new Sizes(16L << 20, 64L << 20);
    }

    WriteAheadLog(Statements statements, Path database, Sizes sizes) {
        this.statements = statements;
        this.file = OwnerFiles.companion(database, "-wal");
        this.sizes = sizes;
        this.nextCutBytes = sizes.cutBytes();
    }

    /** Notes that texts were erased which may still stand in the log. */
    void owesErasure() {
        isErasureDue = true;
    }

    /** Does what is due. Never throws: what fails is tried again after a later commit. */
    void afterCommit() {
        if (isErasureDue) {
            isErasureDue = !isEmptied(0);
        }
        long bytes = size();
        if (bytes >= nextCutBytes && isEmptied(WAIT_MS)) {
            bytes = size();
        }
        nextCutBytes = bytes - bytes % sizes.cutBytes() + sizes.cutBytes();
        tellSize(bytes);
    }

    private void tellSize(long bytes) {
        if (bytes > sizes.alarmBytes() && !isAlarmed) {
            isAlarmed = true;
            LOG.warn(
                    "the write-ahead log {} has {} bytes: somebody keeps reading the database, or its disk is full",
                    file,
                    bytes);
        } else if (bytes <= sizes.cutBytes() && isAlarmed) {
            isAlarmed = false;
            LOG.info("the write-ahead log {} is small again", file);
        }
    }

    /** Moves the log into the database and cuts it to nothing, unless somebody reads for longer than this. */
    private boolean isEmptied(int waitMs) {
        try {
            statements.number("PRAGMA busy_timeout = " + waitMs);
            try {
                return statements.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
            } finally {
                statements.number("PRAGMA busy_timeout = " + Database.BUSY_TIMEOUT_MS);
            }
        } catch (SQLException e) {
            LOG.warn("the write-ahead log {} cannot be moved into the database", file, e);
            return false;
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            LOG.debug("no write-ahead log", e);
            return 0;
        }
    }
}
