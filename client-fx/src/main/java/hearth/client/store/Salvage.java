package hearth.client.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Makes a new database of what can be read of a damaged one. Reads a copy, which is changed until its tables are found: as it is; with a sound header; with
 * the first page, which says where the tables are, of a new file. What was set aside stays as it is. The new file appears when it is whole. Used once.
 */
final class Salvage {
    private static final Logger log = LoggerFactory.getLogger(Salvage.class);

    private static final String WAL = "-wal";
    private static final List<String> SUFFIXES = List.of("", WAL, "-shm", "-journal");

    /** The fields of a database's header that are about its size. */
    private static final int PAGE_BYTES_AT = 16;

    private static final int PAGES_AT = 28;
    static final int HEADER_BYTES = 100;

    private final Path damaged;
    private final Path replacement;
    private final Path copy;
    private final Path building;
    private final Map<String, Integer> saved = new HashMap<>();

    Salvage(Path damaged, Path replacement) {
        this.damaged = damaged;
        this.replacement = replacement;
        this.copy = SetAside.beside(replacement, ".reading");
        this.building = SetAside.beside(replacement, ".building");
    }

    /**
     * Puts the new file where the damaged one was.
     *
     * @throws StoreException if it cannot be written; then the next opening begins anew
     */
    Salvaged.Counts run() throws StoreException {
        try {
            removeLeftovers();
            SqliteFile.open(building, KeepSchema.SCHEMA).close();
            byte[] firstPage = firstPage();
            copy(damaged, copy);
            copy(SetAside.beside(damaged, WAL), SetAside.beside(copy, WAL));
            try (Connection fresh = connect(building)) {
                fresh.setAutoCommit(false);
                salvageInto(fresh, firstPage);
                fresh.commit();
            }
            Files.move(building, replacement, StandardCopyOption.ATOMIC_MOVE);
            removeLeftovers();
        } catch (IOException | SQLException e) {
            throw new StoreException(
                    "The file " + replacement + " was damaged and set aside as " + damaged
                            + ", and a new one cannot be written.",
                    e);
        }
        return new Salvaged.Counts(
                count("servers"), count("tokens"), count("outbox"), count("drafts"), count("markers"));
    }

    private int count(String table) {
        return saved.getOrDefault(table, 0);
    }

    private void removeLeftovers() throws IOException {
        for (String suffix : SUFFIXES) {
            Files.deleteIfExists(SetAside.beside(copy, suffix));
            Files.deleteIfExists(SetAside.beside(building, suffix));
        }
    }

    private byte[] firstPage() throws IOException {
        byte[] whole = Files.readAllBytes(building);
        return Arrays.copyOf(whole, ByteBuffer.wrap(whole).getShort(PAGE_BYTES_AT));
    }

    /** What the disk does not give back is not there; the new file is worth having all the same. */
    private static void copy(Path from, Path to) throws IOException {
        byte[] content;
        try {
            content = Files.exists(from) ? Files.readAllBytes(from) : new byte[0];
        } catch (IOException e) {
            log.error("{} cannot be read", from, e);
            return;
        }
        if (content.length > 0) {
            DataFolder.createOwnerOnly(to);
            Files.write(to, content);
        }
    }

    private void salvageInto(Connection fresh, byte[] firstPage) throws SQLException, IOException, StoreException {
        List<KeepTable> missing = salvageInto(fresh, KeepTable.all());
        for (int bytes : new int[] {HEADER_BYTES, firstPage.length}) {
            if (!missing.isEmpty() && Files.exists(copy)) {
                overwrite(firstPage, bytes);
                missing = salvageInto(fresh, missing);
            }
        }
    }

    /** Begins the copy with what a new file begins with, but for its size. */
    private void overwrite(byte[] firstPage, int bytes) throws IOException {
        long pages = Math.ceilDiv(Files.size(copy), firstPage.length);
        ByteBuffer begin = ByteBuffer.wrap(firstPage.clone(), 0, bytes).putInt(PAGES_AT, (int) pages);
        try (var channel = Files.newByteChannel(copy, StandardOpenOption.WRITE)) {
            while (begin.hasRemaining()) {
                channel.write(begin);
            }
        }
    }

    /** Gives those tables back that are not to be found. */
    private List<KeepTable> salvageInto(Connection fresh, List<KeepTable> wanted) throws SQLException {
        List<KeepTable> missing = new ArrayList<>(wanted);
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + copy.toAbsolutePath())) {
            for (KeepTable found : tables(old)) {
                missing.removeAll(given(found, wanted, new TableSalvage(old, fresh, found)));
            }
        }
        return missing;
    }

    /** Those of the tables that are the one that was found, once its rows are taken. */
    private List<KeepTable> given(KeepTable found, List<KeepTable> wanted, TableSalvage rows) throws SQLException {
        List<KeepTable> given = new ArrayList<>();
        for (KeepTable table : wanted) {
            if (found.isEarlier(table) && take(rows, table.name())) {
                given.add(table);
            }
        }
        return given;
    }

    private List<KeepTable> tables(Connection old) {
        try (Statement statement = old.createStatement()) {
            // Reads on where the schema makes no sense, or there are fewer pages than it should be.
            statement.execute("PRAGMA writable_schema = ON");
            return KeepTable.of(old);
        } catch (SQLException e) {
            log.info("{} cannot be read so", damaged, e);
            return List.of();
        }
    }

    private boolean take(TableSalvage table, String name) throws SQLException {
        boolean found = table.run();
        saved.merge(name, table.saved(), Integer::sum);
        return found;
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }
}
