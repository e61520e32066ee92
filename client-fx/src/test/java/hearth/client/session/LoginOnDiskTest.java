package hearth.client.session;

import static hearth.client.session.SessionBench.ADDRESS;
import static hearth.client.session.SessionBench.lobby;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.ChatLink;
import hearth.client.link.ServerSpec;
import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.Refused;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.DataFolder;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.SqliteKeepStore;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ServerInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins with the real files, and processes that die. */
class LoginOnDiskTest {
    private static final ServerInfo OTHER = new ServerInfo("server-2", "epoch-1", "Garage", "1.0.0");
    private static final Account ADA = new Account("server-1", "Ada");

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    private final VirtualLoop loop = new VirtualLoop();
    private final List<FakeLink> links = new ArrayList<>();
    private final List<SessionEvent> heard = new ArrayList<>();

    @Test
    void theTokenIsOnDiskWhenTheFirstHelloLeaves() throws StoreException {
        List<Auth> sent = new ArrayList<>();
        try (DataFolder folder = DataFolder.claim(first).orElseThrow();
                KeepStore store = SqliteKeepStore.open(folder, _ -> {})) {
            connect(store, "Ada", Optional.empty(), hello -> {
                sent.add(hello.auth());
                copyFiles();
            });
            recognise(SessionBench.SERVER);
        }
        String token = ((Auth.Guest) sent.getFirst()).token().orElseThrow();

        // The process was killed in that moment, and the answer was lost; the next one finds what was on the disk then.
        try (DataFolder folder = DataFolder.claim(second).orElseThrow();
                KeepStore store = SqliteKeepStore.open(folder, _ -> {})) {
            assertThat(store.token(ADA)).contains(token);
            connect(store, "ada", Optional.empty(), hello -> sent.add(hello.auth()));
            recognise(SessionBench.SERVER);
        }
        assertThat(sent.getLast()).isEqualTo(new Auth.Guest("ada", Optional.of(token)));
    }

    @Test
    void anotherMachineAtAKnownAddressGetsNothingAndDropsNothing() throws StoreException {
        try (DataFolder folder = DataFolder.claim(first).orElseThrow();
                KeepStore store = SqliteKeepStore.open(folder, _ -> {})) {
            LiveSession session = connect(store, "Ada", Optional.empty(), _ -> {});
            recognise(SessionBench.SERVER);
            links.getLast().arrive(SessionBench.welcome(lobby(3)));
            loop.settle();
            links.getLast().end(new Ending.Lost(""));
            loop.settle();
            session.post(new Target.Conversation("c1"), "for the kitchen", OptionalLong.empty());
            session.keepDraft("c1", "half a");
            loop.settle();
        }
        try (DataFolder folder = DataFolder.claim(first).orElseThrow();
                KeepStore store = SqliteKeepStore.open(folder, _ -> {})) {
            Optional<String> token = store.token(ADA);
            LiveSession session = connect(store, "Ada", Optional.of("server-1"), _ -> {});
            recognise(OTHER);
            assertThat(links.getLast().takeSent()).isEmpty();
            assertThat(links.getLast().isClosed()).isTrue();
            assertThat(heard.getLast())
                    .isInstanceOfSatisfying(
                            SessionEvent.StateChanged.class,
                            changed -> assertThat(
                                            ((Refused) changed.state()).reason().kind())
                                    .isEqualTo(Kind.OTHER_SERVER));
            assertThat(store.token(ADA)).isPresent().isEqualTo(token);
            assertThat(store.names("server-2")).isEmpty();
            assertThat(store.outbox(ADA)).hasSize(1);
            assertThat(store.draft(ADA, "c1")).isEqualTo("half a");
            assertThat(store.servers()).hasSize(1);

            session.retryNow();
            loop.settle();
            recognise(SessionBench.SERVER);
            links.getLast().arrive(SessionBench.welcome(lobby(3)));
            loop.settle();
            assertThat(links.getLast().takeSent())
                    .filteredOn(ClientFrame.Post.class::isInstance)
                    .as("the one that it was for gets it")
                    .hasSize(1);
        }
    }

    private LiveSession connect(
            KeepStore store, String name, Optional<String> serverId, Consumer<ClientFrame.Hello> onHello) {
        ChatLink.Dialler dialler = (address, listener) -> {
            FakeLink link = new FakeLink(address, listener, frame -> {
                if (frame instanceof ClientFrame.Hello hello) {
                    onHello.accept(hello);
                }
            });
            links.add(link);
            return link;
        };
        SessionPorts ports =
                new SessionPorts(loop, dialler, store, Optional.empty(), Set::of, new Random(7), new SecureRandom());
        LiveSession session = new LiveSession(
                ports, new SessionConfig(ServerSpec.hearth(ADDRESS), name, serverId, "test 1.0", Missed.NEWEST_PAGE));
        session.observe(heard::add);
        session.connect();
        loop.settle();
        return session;
    }

    private void recognise(ServerInfo server) {
        links.getLast().recognise(server);
        loop.settle();
    }

    /** What a process leaves behind that is killed now. */
    private void copyFiles() {
        try {
            for (String name : List.of("keep.db", "keep.db-wal")) {
                Files.copy(first.resolve(name), second.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
