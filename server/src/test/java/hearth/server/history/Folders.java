package hearth.server.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Data folders as tests find, make and compare them. */
final class Folders {
    private Folders() {}

    static Path database(Path folder) {
        return folder.resolve("hearth.db");
    }

    static SqliteHistoryStore open(Path folder) throws UnusableDatabaseException {
        return SqliteHistoryStore.open(folder, new SecureRandom());
    }

    /** The messages of the lobby in the database of this folder, oldest first. */
    static List<String> texts(Path folder) throws Exception {
        try (HistoryStore store = open(folder)) {
            return texts(store);
        }
    }

    static List<String> texts(HistoryStore store) throws StorageException {
        List<String> texts = new ArrayList<>();
        store.events(
                Scribe.LOBBY, 0, Long.MAX_VALUE, event -> texts.add(((hearth.protocol.Event.Message) event).text()));
        return texts;
    }

    /** What a server that is killed now would leave. */
    static Path killedCopy(Path folder, Path copy) throws IOException {
        Files.createDirectories(copy);
        for (String name : List.of("hearth.db", "hearth.db-wal")) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        return copy;
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
