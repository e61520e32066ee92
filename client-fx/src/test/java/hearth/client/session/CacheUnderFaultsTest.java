package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.CacheShelf;
import hearth.client.store.CacheStore;
import hearth.client.store.CacheStore.CachedConversation;
import hearth.client.store.DataFolder;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.SqliteCacheShelf;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.client.timeline.Items;
import hearth.protocol.HistoryItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random events, pages, cut connections, loads anew and restarts: what is in the cache is what a fresh {@code history} would give. */
class CacheUnderFaultsTest {
    private static final Target LOBBY = new Target.Conversation("c1");
    private static final Account ACCOUNT = new Account(SessionBench.SERVER.id(), SessionBench.ADA.name());
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void inMemoryThroughCrashes(long seed) throws StoreException {
        run(seed, new MemoryCacheShelf(), false);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void onDiskThroughRestarts(long seed) throws StoreException {
        try (DataFolder data = DataFolder.claim(folder).orElseThrow()) {
            run(seed, new SqliteCacheShelf(data, MOST_BYTES), true);
        }
    }

    private static void run(long seed, CacheShelf shelf, boolean gently) throws StoreException {
        Random random = new Random(seed);
        ModelServer server = new ModelServer(random);
        server.act(SessionBench.BO);
        MemoryKeepStore keep = new MemoryKeepStore();
        SessionBench bench = SessionBench.onCache(keep, shelf, Optional.empty());
        bench.session.connect();
        server.run(bench, 4);
        for (int step = 0; step < 300; step++) {
            switch (random.nextInt(16)) {
                case 0 -> server.cut();
                case 1 -> {
                    server.cut();
                    for (int i = random.nextInt(30); i > 0; i--) {
                        server.act(SessionBench.BO);
                    }
                }
                case 2 -> bench.session.post(LOBBY, "mine " + step, OptionalLong.empty());
                case 3, 4 -> bench.session.loadOlder("c1");
                case 5 -> bench.loop.advance(Duration.ofMillis(300));
                case 6, 7 -> server.run(bench, random.nextInt(3));
                case 8 -> bench.session.open("c1");
                case 9 -> {
                    if (random.nextInt(3) == 0) {
                        bench = startAgain(bench, server, shelf, gently);
                    }
                }
                default -> server.act(SessionBench.BO);
            }
        }
        server.run(bench, 200);
        assertThat(bench.state()).isEqualTo(new ConnectionState.Online());
        assertCacheIsTrue(server, bench, shelf, gently);
    }

    private static SessionBench startAgain(SessionBench before, ModelServer server, CacheShelf shelf, boolean gently) {
        server.cut();
        if (gently) {
            before.session.shutDown();
            before.loop.settle();
        }
        SessionBench bench = SessionBench.onCache(before.store.copy(), shelf, Optional.of(SessionBench.SERVER.id()));
        bench.session.connect();
        bench.loop.settle();
        return bench;
    }

    private static void assertCacheIsTrue(ModelServer server, SessionBench bench, CacheShelf shelf, boolean gently)
            throws StoreException {
        if (gently) {
            bench.session.shutDown();
            bench.loop.advance(Duration.ofSeconds(3));
        }
        try (CacheStore store = shelf.find(ACCOUNT).orElseThrow()) {
            CachedConversation lobby = store.conversations().getFirst();
            assertThat(lobby.cursor()).isEqualTo(server.log().size());
            long floor = store.floor("c1");
            assertThat(lines(store.before("c1", Long.MAX_VALUE, Integer.MAX_VALUE)))
                    .isEqualTo(lines(server.items().stream()
                            .filter(item -> item.event().seq() > floor)
                            .toList()));
        }
    }

    private static List<String> lines(List<HistoryItem> items) {
        return items.stream()
                .map(item -> item.event() + " " + item.edited() + " " + item.reactions() + " " + Items.rev(item))
                .toList();
    }
}
