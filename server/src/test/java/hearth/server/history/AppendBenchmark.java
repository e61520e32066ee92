package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.LOBBY;

import hearth.protocol.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;

/** Prints how many posts a second are looked up, written and committed, by the size of the batch. Arguments: the folder to write in, seconds. */
final class AppendBenchmark {
    private static final int[] BATCHES = {1, 30, 300};
    private static final String[] WORDS =
            "the quick brown fox jumps over a lazy dog while 会议 明天 开始 and nobody minds".split(" ");

    private final Random random = new Random(1);

    private AppendBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("hearth");
        long seconds = args.length > 1 ? Long.parseLong(args[1]) : 5;
        try (HistoryStore store = SqliteHistoryStore.open(folder, new SecureRandom())) {
            var benchmark = new AppendBenchmark();
            Scribe scribe = Scribe.withRooms(store);
            for (int batch : BATCHES) {
                benchmark.run(store, scribe, batch, seconds);
            }
        }
    }

    private void run(HistoryStore store, Scribe scribe, int batch, long seconds) throws StorageException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long posts = 0;
        while (System.nanoTime() < end) {
            store.begin();
            for (int i = 0; i < batch; i++) {
                Event.Message message = scribe.message(LOBBY, ADA, text());
                store.findPost(ADA.id(), message.clientId());
                store.apply(new Change.Appended(message));
            }
            store.commit();
            posts += batch;
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "batches of %3d: %,8.0f posts/s, %,6.0f commits/s%n", batch, posts / elapsed, posts / elapsed / batch);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int words = 2 + random.nextInt(15);
        for (int i = 0; i < words; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)])
                    .append(' ')
                    .append(random.nextInt(1000))
                    .append(' ');
        }
        return text.toString();
    }
}
