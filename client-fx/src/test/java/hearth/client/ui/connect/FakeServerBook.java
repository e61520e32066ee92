package hearth.client.ui.connect;

import hearth.client.store.KeepStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembered servers in memory. */
public final class FakeServerBook implements ServerBook {
    private final List<KeepStore.RememberedServer> servers;

    /** A book that holds these. */
    public FakeServerBook(List<KeepStore.RememberedServer> servers) {
        this.servers = new ArrayList<>(servers);
    }

    @Override
    public CompletionStage<List<KeepStore.RememberedServer>> servers() {
        return CompletableFuture.completedFuture(List.copyOf(servers));
    }

    @Override
    public CompletionStage<Void> forget(KeepStore.Account account) {
        servers.removeIf(server -> server.serverId().equals(account.serverId())
                && server.userName().equals(account.name()));
        return CompletableFuture.completedFuture(null);
    }
}
