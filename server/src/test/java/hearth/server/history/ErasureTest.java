package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.BOB;
import static hearth.server.history.Scribe.DEN;
import static hearth.server.history.Scribe.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.ClientFrame.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for texts in the bytes of the files, as somebody does who got hold of the disk. */
class ErasureTest {
    private static final String SECRET = "ZQXJ密钥VKWY";

    @TempDir
    Path folder;

    private HistoryStore store;
    private Scribe scribe;

    @BeforeEach
    void open() throws Exception {
        store = SqliteHistoryStore.open(folder, new SecureRandom());
        scribe = Scribe.withRooms(store);
        for (int i = 0; i < 20; i++) {
            scribe.say(LOBBY, ADA, "what stays, number " + i);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private boolean isIndexOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> holds(file, gramBytes("密钥V")));
        }
    }

    /** Whether any file has the text, or what the index makes of a part of it. */
    private boolean isOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return isIndexOnDisk()
                    || files.anyMatch(file -> holds(file, "ZQXJ") || holds(file, "vkwy") || holds(file, "密"));
        }
    }

    /** A number of the index, as the database writes it. */
    private static byte[] gramBytes(String text) {
        long gram = Grams.spansOf(text).getFirst().first();
        return ByteBuffer.allocate(Long.BYTES).putLong(gram).array();
    }

    private static boolean holds(Path file, String text) {
        return holds(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean holds(Path file, byte[] part) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(part, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDeletedMessageLeavesNoTraceInTheFiles() throws Exception {
        long message = scribe.say(LOBBY, ADA, SECRET);
        scribe.edit(LOBBY, ADA, message, "again: " + SECRET);
        scribe.edit(LOBBY, ADA, message, "at last: " + SECRET);
        scribe.say(LOBBY, ADA, "and on it goes");
        assertThat(isOnDisk()).isTrue();
        assertThat(isIndexOnDisk()).isTrue();

        scribe.delete(LOBBY, ADA, message);
        assertThat(isOnDisk()).isFalse();
    }

    @Test
    void anErasedRoomLeavesNoTraceInTheFiles() throws Exception {
        scribe.say(DEN, ADA, SECRET);
        scribe.edit(DEN, ADA, scribe.say(DEN, BOB, "first"), SECRET);
        assertThat(isOnDisk()).isTrue();

        scribe.write(new Change.RoomDeleted(DEN));
        assertThat(isOnDisk()).isFalse();
    }

    @Test
    void aLongTextThatIsDeletedLeavesNoTraceEither() throws Exception {
        long message = scribe.say(LOBBY, ADA, (SECRET + " ").repeat(500));
        scribe.delete(LOBBY, ADA, message);
        assertThat(isOnDisk()).isFalse();
    }

    @Test
    void whileSomebodyReadsTheTraceWaitsForTheNextCommit() throws Exception {
        long message = scribe.say(LOBBY, ADA, SECRET);
        try (Connection reading = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hearth.db"));
                Statement statement = reading.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM events").close();
            scribe.delete(LOBBY, ADA, message);
            assertThat(isOnDisk()).isTrue();
            statement.execute("COMMIT");
        }
        scribe.say(LOBBY, ADA, "next");
        assertThat(isOnDisk()).isFalse();
    }

    @Test
    void theIndexIsWholeAfterDeletions() throws Exception {
        long message = scribe.say(LOBBY, ADA, "stays " + SECRET);
        scribe.delete(LOBBY, ADA, message);
        scribe.delete(LOBBY, ADA, 3);
        scribe.edit(LOBBY, ADA, 4, "what stays, changed");
        try (HistoryReader reader = store.openReader()) {
            assertThat(reader.search("stays", Set.of(LOBBY), Optional.empty(), Optional.empty(), 50, 99_999)
                            .hits())
                    .hasSize(19);
            assertThat(reader.search("st", Set.of(LOBBY), Optional.empty(), Optional.empty(), 50, 99_999)
                            .hits())
                    .hasSize(19);
            assertThat(reader.page(LOBBY, ADA.id(), new Place.Latest(), 99, 99_999)
                            .items())
                    .hasSize(21);
        }
    }
}
