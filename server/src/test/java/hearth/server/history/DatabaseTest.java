package hearth.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.server.history.UnusableDatabaseException.Problem;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path parent;

    private Path folder() {
        return parent.resolve("some").resolve("data");
    }

    private Path file() {
        return folder().resolve("hearth.db");
    }

    private SqliteHistoryStore open() throws UnusableDatabaseException {
        return SqliteHistoryStore.open(folder(), new SecureRandom());
    }

    private Problem problem() {
        return catchThrowableOfType(UnusableDatabaseException.class, () -> open().close())
                .problem();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void aNewHistoryHasItsOwnIdentityAndKeepsIt() throws Exception {
        String id;
        try (HistoryStore store = open()) {
            id = store.serverId();
        }
        try (HistoryStore store = open()) {
            assertThat(store.serverId()).isEqualTo(id);
        }
        try (HistoryStore other = SqliteHistoryStore.open(parent.resolve("other"), new SecureRandom())) {
            assertThat(other.serverId()).isNotEqualTo(id);
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws Exception {
        assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (HistoryStore store = open()) {
            Scribe.withRooms(store);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(folder())) {
                List<Path> all = files.toList();
                assertThat(all)
                        .hasSizeGreaterThanOrEqualTo(4)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-x---"));
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void commitsReachTheDiskAndWhatIsDeletedIsOverwritten() throws Exception {
        Database database = Database.open(folder());
        try (database;
                Statement statement = database.connection().createStatement()) {
            assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(statement, "synchronous")).isEqualTo("2");
            assertThat(pragma(statement, "secure_delete")).isEqualTo("1");
            assertThat(pragma(statement, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(statement, "journal_size_limit")).isEqualTo("4194304");
            assertThat(pragma(statement, "busy_timeout")).isEqualTo("2000");
            assertThat(pragma(statement, "temp_store")).isEqualTo("2");
            assertThat(pragma(statement, "application_id")).isEqualTo("1213355080");
            assertThat(pragma(statement, "user_version")).isEqualTo("2");
        }
    }

    private static String pragma(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getString(1);
        }
    }

    @Test
    void theReaderCannotWrite() throws Exception {
        try (Database database = Database.open(folder());
                Connection reader = database.connectReader();
                Statement statement = reader.createStatement()) {
            assertThat(pragma(statement, "busy_timeout")).isEqualTo("2000");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM users"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("readonly");
        }
    }

    @Test
    void aFolderIsHeldByOneServerAtATime() throws Exception {
        try (HistoryStore first = open()) {
            assertThat(problem()).isEqualTo(new Problem.InUse(file()));
            assertThat(first.serverId()).isNotEmpty();
        }
        open().close();
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsIsInUse() throws Exception {
        open().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");
            assertThat(problem()).isEqualTo(new Problem.InUse(file()));
        }
        open().close();
    }

    @Test
    void aDatabaseFromANewerVersionIsLeftAlone() throws Exception {
        open().close();
        execute("PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file());
        assertThat(problem()).isEqualTo(new Problem.Newer(file(), 99, Schema.STEPS.size()));
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
        Files.createDirectories(folder());
        execute("CREATE TABLE other (id INTEGER)");
        assertThat(problem()).isEqualTo(new Problem.Foreign(file()));
    }

    @Test
    void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
        Files.createDirectories(folder());
        execute("PRAGMA journal_mode = WAL");
        assertThat(Files.size(file())).isPositive();
        open().close();
        open().close();
    }

    @Test
    void whatIsNoDatabaseIsDamaged() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(file(), "this is a letter to somebody, and no database at all. ".repeat(40));
        assertThat(problem())
                .isInstanceOfSatisfying(
                        Problem.Damaged.class,
                        damaged -> assertThat(damaged.file()).isEqualTo(file()));
    }

    @Test
    void aDatabaseWithDefectsIsDamaged() throws Exception {
        try (HistoryStore store = open()) {
            Scribe scribe = Scribe.withRooms(store);
            for (int i = 0; i < 200; i++) {
                scribe.say(Scribe.LOBBY, Scribe.ADA, "some text " + i);
            }
        }
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            byte[] noise = new byte[4096];
            java.util.Arrays.fill(noise, (byte) 0x5A);
            for (long page = 2; page * 4096 < raw.length(); page += 2) {
                raw.seek(page * 4096);
                raw.write(noise);
            }
        }
        assertThat(problem()).isInstanceOfSatisfying(Problem.Damaged.class, damaged -> {
            assertThat(damaged.file()).isEqualTo(file());
            assertThat(damaged.detail()).isNotEmpty();
        });
    }

    @Test
    void aFolderThatCannotBeMadeIsNotWritable() throws Exception {
        Files.writeString(parent.resolve("some"), "a file where a folder should be");
        assertThat(problem()).isEqualTo(new Problem.NotWritable(folder()));
    }

    @Test
    void aDatabaseThatIsAFolderIsNotWritable() throws Exception {
        Files.createDirectories(file());
        assertThat(problem()).isEqualTo(new Problem.NotWritable(folder()));
        Files.delete(file());
        open().close();
    }

    @Test
    void aLockThatCannotBeMadeIsNotWritable() throws Exception {
        Files.createDirectories(folder().resolve("hearth.lock"));
        assertThat(problem()).isEqualTo(new Problem.NotWritable(folder()));
    }

    @Test
    void aDatabaseWithoutItsTablesFails() throws Exception {
        open().close();
        execute("DROP TABLE server");
        assertThat(problem())
                .isInstanceOfSatisfying(
                        Problem.Failed.class,
                        failed -> assertThat(failed.detail()).contains("server"));
        assertThat(problem()).isInstanceOf(Problem.Failed.class);
    }

    @Test
    void theWriteAheadLogStaysSmall() throws Exception {
        try (HistoryStore store = open()) {
            Scribe scribe = Scribe.withRooms(store);
            for (int batch = 0; batch < 20; batch++) {
                store.begin();
                for (int i = 0; i < 200; i++) {
                    store.apply(new Change.Appended(scribe.message(Scribe.LOBBY, Scribe.ADA, "some words " + i)));
                }
                store.commit();
            }
            scribe.say(Scribe.LOBBY, Scribe.ADA, "last");
            assertThat(Files.size(folder().resolve("hearth.db-wal"))).isLessThan(12L << 20);
        }
        assertThat(folder().resolve("hearth.db-wal")).doesNotExist();
    }
}
