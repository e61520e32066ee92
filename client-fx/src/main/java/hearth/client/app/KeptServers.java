package hearth.client.app;

import hearth.client.settings.OpenChat;
import hearth.client.store.CacheShelf;
import hearth.client.store.KeepStore;
import hearth.client.store.StoreException;
import hearth.client.ui.connect.ServerBook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The remembered servers, in the file of what must never be lost, and what is kept of their texts; the disk is touched on the executor's thread alone. */
final class KeptServers implements ServerBook {
    private final KeepStore store;
    private final CacheShelf caches;
    private final OpenChat open;
    private final Executor disk;

    KeptServers(KeepStore store, CacheShelf caches, OpenChat open, Executor disk) {
        this.store = store;
        this.caches = caches;
        this.open = open;
        this.disk = disk;
    }

    @Override
    public CompletionStage<List<KeepStore.RememberedServer>> servers() {
        return CompletableFuture.supplyAsync(this::read, disk);
    }

    private List<KeepStore.RememberedServer> read() {
        try {
            return store.servers();
        } catch (StoreException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public CompletionStage<Optional<KeepStore.RememberedServer>> lastOpen() {
        return CompletableFuture.supplyAsync(
                () -> open.load()
                        .flatMap(account -> read().stream()
                                .filter(server -> isOf(server, account))
                                .findFirst()),
                disk);
    }

    private static boolean isOf(KeepStore.RememberedServer server, KeepStore.Account account) {
        return new KeepStore.Account(server.serverId(), server.userName()).equals(account);
    }

    @Override
    public CompletionStage<Void> open(Optional<KeepStore.Account> account) {
        return CompletableFuture.runAsync(() -> open.save(account), disk);
    }

    @Override
    public CompletionStage<Void> forget(KeepStore.Account account) {
        return CompletableFuture.runAsync(() -> delete(account), disk);
    }

    /** The texts first: where they cannot be deleted, the server stays in the list, and can be forgotten again. */
    private void delete(KeepStore.Account account) {
        try {
            caches.discard(account);
            store.forget(account);
        } catch (StoreException e) {
            throw new CompletionException(e);
        }
    }
}
