package hearth.client.ui.connect;

import hearth.client.store.KeepStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembered servers in memory. */
public final class FakeServerBook implements ServerBook {
    private final List<KeepStore.RememberedServer> servers;
    private Optional<KeepStore.Account> open = Optional.empty();

    /** A book that holds these. */
    public FakeServerBook(List<KeepStore.RememberedServer> servers) {
        this.servers = new ArrayList<>(servers);
    }

    @Override
    public CompletionStage<List<KeepStore.RememberedServer>> servers() {
        return CompletableFuture.completedFuture(List.copyOf(servers));
    }

    @Override
    public CompletionStage<Optional<KeepStore.RememberedServer>> lastOpen() {
        return CompletableFuture.completedFuture(servers.stream()
                .filter(server -> open.equals(Optional.of(new KeepStore.Account(server.serverId(), server.userName()))))
                .findFirst());
    }

    @Override
    public CompletionStage<Void> open(Optional<KeepStore.Account> account) {
        open = account;
        return CompletableFuture.completedFuture(null);
    }

    /** One more was joined. */
    public void remember(KeepStore.RememberedServer server) {
        servers.add(server);
    }

    /** The chat that is open. */
    public Optional<KeepStore.Account> opened() {
        return open;
    }

    @Override
    public CompletionStage<Void> forget(KeepStore.Account account) {
        servers.removeIf(server -> server.serverId().equals(account.serverId())
                && server.userName().equals(account.name()));
        return CompletableFuture.completedFuture(null);
    }
}
