package hearth.client.store;

import static hearth.client.store.OpenKeep.ADA;
import static hearth.client.store.OpenKeep.BO;
import static hearth.client.store.OpenKeep.WRITTEN;
import static hearth.client.store.OpenKeep.visit;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.store.KeepStore.RememberedServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers that the {@link SqliteKeepStore} remembers. */
final class RememberedServersTest {
    @AutoClose
    private final OpenKeep keep;

    private KeepStore store;

    RememberedServersTest(@TempDir Path folder) throws StoreException {
        keep = new OpenKeep(folder);
        store = keep.store();
    }

    @Test
    void howOneSpeaksWithAServerIsRemembered() throws StoreException {
        RememberedServer ours = visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN);
        ServerSpec room = new ServerSpec(ours.address(), DialectName.JSONROOM, Optional.of("a.b.c"));
        RememberedServer theirs = new RememberedServer(ours.serverId(), room, "Kitchen", "Ada", WRITTEN);
        store.remember(ours);
        store.remember(theirs);
        assertThat(store.servers()).containsExactly(theirs);
        assertThat(theirs.toString()).doesNotContain("a.b.c");
        store.remember(ours);
        assertThat(store.servers()).containsExactly(ours);
    }

    @Test
    void remembersOneServerPerUserTheNewestVisitFirst() throws StoreException {
        RememberedServer old = visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN);
        RememberedServer other = visit(BO, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN.plusSeconds(1));
        RememberedServer moved = visit(ADA, "ws://10.0.0.6:7878/chat", "Küche", WRITTEN.plusSeconds(2));
        store.remember(old);
        store.remember(other);
        assertThat(store.servers()).containsExactly(other, old);

        store.remember(moved);

        assertThat(store.servers()).containsExactly(moved, other);
    }

    @Test
    void aServerOfAKindThatALaterVersionKnewIsTakenForOneOfOurs() throws StoreException, SQLException {
        store.remember(visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN));
        keep.change("UPDATE servers SET dialect = 'telepathy'");
        store = keep.reopen();
        assertThat(store.servers()).containsExactly(visit(ADA, "ws://10.0.0.5:7878/chat", "Kitchen", WRITTEN));
    }
}
