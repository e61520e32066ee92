package hearth.client.ui.connect;

import hearth.client.store.KeepStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The servers that were joined before. Calls return at once; stages complete on any thread, exceptionally where the disk failed. */
public interface ServerBook {

    /** The remembered servers, the newest visit first. */
    CompletionStage<List<KeepStore.RememberedServer>> servers();

    /** The server whose chat was open when the program was last used; empty where the user had left it. */
    CompletionStage<Optional<KeepStore.RememberedServer>> lastOpen();

    /** Which chat is open from now on; empty where the user left. */
    CompletionStage<Void> open(Optional<KeepStore.Account> account);

    /** Forgets a server as this user. */
    CompletionStage<Void> forget(KeepStore.Account account);
}
