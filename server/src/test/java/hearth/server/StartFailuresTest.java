package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.ServerStartException.Reason;
import hearth.server.history.SqliteHistoryStore;
import hearth.server.history.UnusableDatabaseException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads where a server does not start: which file, and what to do. */
class StartFailuresTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("hearth.db");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private ServerStartException failure() {
        return failure(folder);
    }

    private static ServerStartException failure(Path data) {
        try {
            SqliteHistoryStore.open(data, new SecureRandom()).close();
            throw new AssertionError("it opened");
        } catch (UnusableDatabaseException e) {
            return StartFailures.of(e);
        }
    }

    @Test
    void aDamagedDatabase() throws Exception {
        Files.writeString(file(), "a letter to somebody, and no database. ".repeat(40));
        assertThat(failure().reason()).isEqualTo(Reason.DATABASE_DAMAGED);
        assertThat(failure())
                .hasMessage("The database " + file() + " is damaged: [SQLITE_NOTADB] File opened that is not a database"
                        + " file (file is not a database). Put a backup in place with --restore FILE, or move the file"
                        + " away to begin anew.");
    }

    @Test
    void aNewerDatabase() throws Exception {
        SqliteHistoryStore.open(folder, new SecureRandom()).close();
        execute("PRAGMA user_version = 99");
        assertThat(failure().reason()).isEqualTo(Reason.DATABASE_NEWER);
        assertThat(failure())
                .hasMessage("The database " + file() + " was written by a newer version of the program (format 99, this"
                        + " one knows 2). Start a version that is as new, or choose another folder with --data DIR.");
    }

    @Test
    void anotherProgramsDatabase() throws Exception {
        execute("CREATE TABLE other (id INTEGER)");
        assertThat(failure().reason()).isEqualTo(Reason.DATABASE_FOREIGN);
        assertThat(failure())
                .hasMessage("The file " + file() + " is the database of another program. Move it away, or choose"
                        + " another folder with --data DIR.");
    }

    @Test
    void aFolderInUse() throws Exception {
        try (SqliteHistoryStore running = SqliteHistoryStore.open(folder, new SecureRandom())) {
            assertThat(running.epoch()).isNotEmpty();
            assertThat(failure().reason()).isEqualTo(Reason.FOLDER_IN_USE);
            assertThat(failure())
                    .hasMessage("Another server is using the database " + file() + ". Stop it first, or choose another"
                            + " folder with --data DIR.");
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        Path below = Files.createFile(folder.resolve("file")).resolve("below");
        assertThat(failure(below).reason()).isEqualTo(Reason.FOLDER_NOT_WRITABLE);
        assertThat(failure(below))
                .hasMessage("The folder " + below
                        + " cannot be written. Make it writable, or choose another with --data DIR.");
    }

    @Test
    void aDatabaseThatLacksATable() throws Exception {
        SqliteHistoryStore.open(folder, new SecureRandom()).close();
        execute("DROP TABLE server");
        assertThat(failure().reason()).isEqualTo(Reason.FAILED);
        assertThat(failure())
                .hasMessageStartingWith("The database " + file() + " cannot be used: ")
                .hasMessageEndingWith(
                        ". Put a backup in place with --restore FILE, or move the file away to begin" + " anew.")
                .hasMessageContaining("no such table: server");
    }

    @Test
    void anAddressThatIsNotOursIsNotAPortThatIsTaken() {
        assertThat(StartFailures.of(new BindException("Address already in use"), 7878))
                .hasMessage("Port 7878 is taken by another program.");
        assertThat(StartFailures.of(new BindException("Cannot assign requested address"), 7878))
                .hasMessage("The server cannot listen at port 7878: Cannot assign requested address.");
        assertThat(StartFailures.of(new IOException(), 7878).reason()).isEqualTo(Reason.ADDRESS_UNAVAILABLE);
    }
}
