package hearth.client.store;

import static hearth.client.store.SqliteCacheStoreTest.conversation;
import static hearth.client.store.SqliteCacheStoreTest.item;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.KeepStore.Account;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the {@link SqliteCacheStore} has of conversations that are the user's no longer. */
class LeftConversationsTest {
    private static final Account ADA = new Account("server-1", "Ada");

    private final SqliteCacheShelf shelf;

    @AutoClose
    private CacheStore store;

    LeftConversationsTest(@TempDir Path folder) throws StoreException {
        shelf = new SqliteCacheShelf(folder.resolve("cache"), 400_000);
        store = shelf.open(ADA);
    }

    @Test
    void whatWasHeardInAConversationThatWasLeftIsThereForWhoComesBack() throws StoreException {
        store.put(conversation("c1", 10));
        store.put(conversation("c2", 3));
        store.put(item("c1", 11, "soup?"));
        store.put(conversation("c1", 11));
        store.leave("c1");
        store.commit();
        store.close();
        store = shelf.open(ADA);
        assertThat(store.conversations()).containsExactly(conversation("c2", 3));
        assertThat(store.left()).containsExactly(conversation("c1", 11));
        store.put(conversation("c1", 11));
        assertThat(store.left()).isEmpty();
        assertThat(store.conversations()).containsExactly(conversation("c1", 11), conversation("c2", 3));
        assertThat(store.before("c1", 12, 5)).containsExactly(item("c1", 11, "soup?"));
        assertThat(store.floor("c1")).isEqualTo(10);
    }

    @Test
    void whereAConversationWentOnBeforeTheUserCameBackItBeginsAnew() throws StoreException {
        store.put(conversation("c1", 10));
        store.put(item("c1", 11, "soup?"));
        store.put(conversation("c1", 11));
        store.leave("c1");
        store.put(conversation("c1", 15));
        assertThat(store.conversations()).containsExactly(conversation("c1", 15));
        assertThat(store.before("c1", 16, 5)).isEmpty();
        assertThat(store.floor("c1")).isEqualTo(15);
    }
}
