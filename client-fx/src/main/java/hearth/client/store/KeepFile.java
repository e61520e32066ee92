package hearth.client.store;

import hearth.client.store.SqliteFile.Change;
import hearth.client.store.SqliteFile.RowReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database file that is never given up: where it is damaged, at opening or in use, it is set aside, what can be read of it is written to a new one, and
 * work goes on with that. Safe from any thread, one call after the other.
 */
final class KeepFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeepFile.class);

    private final Path path;
    private final Consumer<Salvaged> onSalvaged;

    /** Guarded by this; empty while there is none in place, because one that was damaged could not be replaced yet. */
    private Optional<SqliteFile> file = Optional.empty();

    private boolean closed; // guarded by this

    private KeepFile(Path path, Consumer<Salvaged> onSalvaged) {
        this.path = path;
        this.onSalvaged = onSalvaged;
    }

    /**
     * Opens the file, or makes it.
     *
     * @param onSalvaged hears, on the calling thread, whenever a damaged file was replaced
     * @throws StoreException if the file is of a newer version, or none can be written; the message is a sentence that names it
     */
    static KeepFile open(Path path, Consumer<Salvaged> onSalvaged) throws StoreException {
        KeepFile opened = new KeepFile(path, onSalvaged);
        opened.open();
        return opened;
    }

    private synchronized void open() throws StoreException {
        if (SetAside.isUnfinished(path)) {
            replace();
            return;
        }
        try {
            file = Optional.of(opened());
        } catch (StoreException e) {
            if (!e.isDamage()) {
                throw e;
            }
            log.error("{} is damaged", path, e);
            replace();
        }
    }

    private SqliteFile opened() throws StoreException {
        if (isEmpty()) {
            throw new StoreException("The file " + path + " is empty.", SqliteFile.damage("no content"));
        }
        SqliteFile candidate = SqliteFile.open(path, KeepSchema.SCHEMA);
        try {
            verify(candidate);
            return candidate;
        } catch (StoreException e) {
            candidate.close();
            throw e;
        }
    }

    /** The database takes a file without a header for a new one. */
    private boolean isEmpty() {
        return path.toFile().isFile() && path.toFile().length() < Salvage.HEADER_BYTES;
    }

    /** That every index finds what is in its table, and every column is there: what the quick check of any file does not look at. */
    private void verify(SqliteFile candidate) throws StoreException {
        String verdict = candidate
                .rows("PRAGMA integrity_check(1)", row -> row.getString(1))
                .getFirst();
        if (!"ok".equals(verdict)) {
            throw new StoreException("The file " + path + " is damaged.", SqliteFile.damage(verdict));
        }
        List<KeepTable> tables = candidate.rows(KeepTable.QUERY, KeepTable::read);
        if (!tables.equals(KeepTable.all())) {
            throw new StoreException("The file " + path + " is damaged.", SqliteFile.damage("its tables are others"));
        }
    }

    /** Puts a new file with what can be read in the place of the damaged one, and opens it. */
    private void replace() throws StoreException {
        Path damaged = SetAside.move(path);
        Salvaged.Counts saved = new Salvage(damaged, path).run();
        // Told first: where there is no room to open it now, the next use finds it sound, and has nothing to tell.
        onSalvaged.accept(new Salvaged(path, damaged, saved));
        file = Optional.of(opened());
    }

    /** Runs a statement that changes something. */
    void change(String sql, Object... values) throws StoreException {
        change(List.of(new Change(sql, values)));
    }

    /** Runs statements that change something: all of them or none. */
    synchronized void change(List<Change> changes) throws StoreException {
        try {
            inPlace().change(changes);
        } catch (StoreException e) {
            mend(e);
            inPlace().change(changes);
        }
    }

    /** All rows of a query. */
    synchronized <T> List<T> rows(String sql, RowReader<T> reader, Object... values) throws StoreException {
        try {
            return inPlace().rows(sql, reader, values);
        } catch (StoreException e) {
            mend(e);
            return inPlace().rows(sql, reader, values);
        }
    }

    /** What stood in the way of replacing it, a full disk perhaps, may be gone by now: each use tries again. */
    private SqliteFile inPlace() throws StoreException {
        if (file.isEmpty() && !closed) {
            open();
        }
        return file.orElseThrow(() -> new StoreException("The file " + path + " is closed.", null));
    }

    private void mend(StoreException e) throws StoreException {
        if (file.isEmpty() || !e.isDamage()) {
            throw e;
        }
        log.error("{} turned out to be damaged", path, e);
        file.get().close();
        file = Optional.empty();
        replace();
    }

    @Override
    public synchronized void close() {
        closed = true;
        file.ifPresent(SqliteFile::close);
    }
}
