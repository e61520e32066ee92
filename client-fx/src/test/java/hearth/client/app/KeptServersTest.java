package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.ServerSpec;
import hearth.client.settings.OpenChat;
import hearth.client.store.CacheShelf;
import hearth.client.store.CacheStore;
import hearth.client.store.DataFolder;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import hearth.client.store.SqliteCacheShelf;
import hearth.client.store.SqliteKeepStore;
import hearth.client.store.StoreException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptServersTest {
    private static final Account ADA = new Account("server-1", "Ada");

    @TempDir
    private Path path;

    private DataFolder folder;
    private KeepStore store;
    private CacheShelf caches;

    @BeforeEach
    void visit() throws StoreException {
        folder = DataFolder.claim(path).orElseThrow();
        store = SqliteKeepStore.open(folder, _ -> {});
        caches = new SqliteCacheShelf(folder, SqliteCacheShelf.USUAL_MOST_BYTES);
        store.remember(new RememberedServer(
                "server-1",
                ServerSpec.hearth(URI.create("ws://kitchen:7878/chat")),
                "Kitchen",
                "Ada",
                Instant.parse("2026-11-20T08:00:00Z")));
        caches.open(ADA).close();
    }

    @AfterEach
    void letGo() throws StoreException {
        store.close();
        folder.close();
    }

    @Test
    void aForgottenServerLeavesNoTextsBehind() throws StoreException {
        servers(caches).forget(ADA).toCompletableFuture().join();
        assertThat(store.servers()).isEmpty();
        assertThat(caches.find(ADA)).isEmpty();
    }

    @Test
    void aServerWhoseTextsCannotBeDeletedIsNotForgotten() throws StoreException {
        CacheShelf stuck = new CacheShelf() {
            @Override
            public Optional<CacheStore> find(Account account) {
                return Optional.empty();
            }

            @Override
            public CacheStore open(Account account) throws StoreException {
                throw new StoreException("stuck", null);
            }

            @Override
            public void discard(Account account) throws StoreException {
                throw new StoreException("stuck", null);
            }
        };
        assertThat(servers(stuck).forget(ADA).toCompletableFuture()).isCompletedExceptionally();
        assertThat(store.servers()).hasSize(1);
    }

    private KeptServers servers(CacheShelf shelf) {
        return new KeptServers(store, shelf, new OpenChat(path.resolve("chat.properties")), Runnable::run);
    }
}
