package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.protocol.ClientFrame.Place;
import hearth.protocol.Event;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir
    Path folder;

    private Database database;
    private HistoryStore store;
    private Scribe scribe;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        store = SqliteHistoryStore.open(database, new SecureRandom());
        scribe = Scribe.withRooms(store);
        scribe.say(LOBBY, ADA, "before");
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What the database does beyond this size it refuses as if the disk were full. */
    private void limitPages(String pages) throws Exception {
        try (Statement statement = database.connection().createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    private void fill(Scribe writer) throws StorageException {
        store.begin();
        try {
            for (int i = 0; i < 1_000; i++) {
                Event.Message message = writer.message(LOBBY, ADA, "long ".repeat(500) + i);
                store.findPost(ADA.id(), message.clientId());
                store.apply(new Change.Appended(message));
            }
            store.commit();
        } catch (StorageException e) {
            store.rollback();
            throw e;
        }
    }

    @Test
    void aFullDiskRefusesTheBatchAndLaterBatchesSucceed() throws Exception {
        limitPages("1");
        for (int attempt = 0; attempt < 3; attempt++) {
            Scribe writer = new Scribe(store);
            writer.heads(LOBBY, 1);
            assertThatThrownBy(() -> fill(writer))
                    .isInstanceOf(StorageException.class)
                    .hasRootCauseMessage(
                            "[SQLITE_FULL] Insertion failed because database is full (database or disk is full)");
        }
        assertThat(store.isMessage(LOBBY, 1)).isTrue();
        assertThat(store.isMessage(LOBBY, 2)).isFalse();
        try (HistoryReader reader = store.openReader()) {
            assertThat(reader.page(LOBBY, ADA.id(), new Place.Latest(), 9, 9_999)
                            .items())
                    .hasSize(1);
        }

        limitPages("1000000");
        Scribe writer = new Scribe(store);
        writer.heads(LOBBY, 1);
        assertThat(writer.say(LOBBY, ADA, "after")).isEqualTo(2);
        fill(writer);
        assertThat(store.isMessage(LOBBY, 1_002)).isTrue();
    }
}
