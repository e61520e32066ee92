package hearth.client.app;

import hearth.client.store.KeepStore;
import hearth.client.store.StoreException;
import hearth.client.ui.connect.ServerBook;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The remembered servers, in the file of what must never be lost; the disk is touched on the executor's thread alone. */
final class KeptServers implements ServerBook {
    private final KeepStore store;
    private final Executor disk;

    KeptServers(KeepStore store, Executor disk) {
        this.store = store;
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
    public CompletionStage<Void> forget(KeepStore.Account account) {
        return CompletableFuture.runAsync(() -> delete(account), disk);
    }

    private void delete(KeepStore.Account account) {
        try {
            store.forget(account);
        } catch (StoreException e) {
            throw new CompletionException(e);
        }
    }
}
