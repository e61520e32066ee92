package hearth.client.ui.connect;

import hearth.client.store.KeepStore;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The servers that were joined before. Calls return at once; stages complete on any thread, exceptionally where the disk failed. */
public interface ServerBook {

    /** The remembered servers, the newest visit first. */
    CompletionStage<List<KeepStore.RememberedServer>> servers();

    /** Forgets a server as this user. */
    CompletionStage<Void> forget(KeepStore.Account account);
}
