package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage that nobody noticed when the file was opened. */
final class KeepMendTest {
    private static final Account ADA = new Account("server-1", "Ada");

    @TempDir
    private Path folder;

    private final List<Salvaged> told = new ArrayList<>();
    private Path file;
    private Salvaged salvaged;

    @BeforeEach
    void fill() throws StoreException {
        file = folder.resolve(SqliteKeepStore.FILE_NAME);
        salvaged = new Salvaged(file, file.resolveSibling("keep.db.damaged-1"), new Salvaged.Counts(0, 0, 2, 0, 0));
        try (KeepStore store = open()) {
            store.putOutbox(entry(1));
            store.putOutbox(entry(2));
        }
    }

    @Test
    void damageThatShowsInUseIsMendedInUse() throws StoreException, SQLException {
        try (KeepStore store = open()) {
            damage();
            assertThat(store.outbox(ADA)).containsExactly(entry(1), entry(2));
            assertThat(told).containsExactly(salvaged);
            store.putOutbox(entry(3));
            assertThat(store.outbox(ADA)).containsExactly(entry(1), entry(2), entry(3));
        }
        told.clear();
        try (KeepStore store = open()) {
            assertThat(store.outbox(ADA)).containsExactly(entry(1), entry(2), entry(3));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aReplacementThatFailedIsTriedAgainWithTheNextUse() throws Exception {
        Path inTheWay = Files.createDirectories(folder.resolve("keep.db.building/full"));
        try (KeepStore store = open()) {
            damage();
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.outbox(ADA));
                assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.putOutbox(entry(3)));
            }
            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            store.putOutbox(entry(3));
            assertThat(store.outbox(ADA)).containsExactly(entry(1), entry(2), entry(3));
        }
        assertThat(told).containsExactly(salvaged);
        assertThat(folder.resolve("keep.db.damaged-2")).doesNotExist();
    }

    @Test
    void whatIsClosedIsNotOpenedAgain() throws Exception {
        Files.createDirectories(folder.resolve("keep.db.building/full"));
        KeepStore store = open();
        damage();
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.outbox(ADA));
        store.close();
        Files.delete(folder.resolve("keep.db.building/full"));
        Files.delete(folder.resolve("keep.db.building"));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.outbox(ADA));
        assertThat(told).isEmpty();
    }

    private KeepStore open() throws StoreException {
        return SqliteKeepStore.open(file, told::add);
    }

    private void damage() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA writable_schema = ON");
            statement.execute("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'outbox'");
            statement.execute("PRAGMA schema_version = 99");
        }
    }

    private static OutboxEntry entry(int number) {
        return new OutboxEntry(
                ADA,
                "id-" + number,
                new Target.Conversation("c1"),
                new Work.Post("text " + number, OptionalLong.empty()),
                Instant.parse("2026-11-20T08:00:00Z"),
                Optional.empty(),
                new Progress.Waiting());
    }
}
