package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.link.ServerSpec;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.PostResult;
import hearth.client.session.SessionEvent;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, sockets and the packaged server: what one process did without a connection, the next one brings there. */
class OfflineWorkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    /** One process of a user: a data folder and a session. */
    private static final class Client implements AutoCloseable {
        private final List<SessionEvent> heard = new CopyOnWriteArrayList<>();
        private final AppGraph graph;
        private final ChatSession session;

        Client(Path data, String name, URI address, Optional<String> serverId) throws StoreException {
            graph = AppGraph.open(data, "test 1.0").orElseThrow();
            session = graph.session(ServerSpec.hearth(address), name, serverId);
            session.observe(heard::add);
            session.connect();
        }

        Client online() {
            await().atMost(PATIENCE)
                    .until(() -> heard.stream()
                            .anyMatch(event -> event instanceof SessionEvent.StateChanged(ConnectionState state)
                                    && state instanceof ConnectionState.Online));
            return this;
        }

        String serverId() {
            return last(SessionEvent.SignedIn.class).server().id();
        }

        String conversation(String title) {
            return heard.stream()
                    .filter(event -> event instanceof SessionEvent.ConversationChanged(ConversationSummary summary)
                            && title(summary).equals(title))
                    .map(event -> ((SessionEvent.ConversationChanged) event)
                            .conversation()
                            .id())
                    .toList()
                    .getLast();
        }

        long post(String text) {
            kept(session.post(new Target.Conversation(conversation("lobby")), text, OptionalLong.empty()));
            done(session.settled());
            await().atMost(PATIENCE).until(() -> numberOf(text).isPresent());
            return numberOf(text).orElseThrow();
        }

        private Optional<Long> numberOf(String text) {
            return heard.stream()
                    .filter(event -> event instanceof SessionEvent.EventApplied(Event applied)
                            && applied instanceof Event.Message message
                            && message.text().equals(text))
                    .map(event -> ((SessionEvent.EventApplied) event).event().seq())
                    .findFirst();
        }

        /** The messages of a conversation as they are on the server now. */
        List<String> history(String title) {
            boolean known = heard.stream()
                    .anyMatch(event -> event instanceof SessionEvent.ConversationChanged(ConversationSummary summary)
                            && title(summary).equals(title));
            if (!known) {
                return List.of();
            }
            Outcome<HistoryPage> outcome = done(session.history(conversation(title), new Place.Latest(), 50));
            return ((Outcome.Done<HistoryPage>) outcome)
                    .value().items().stream().flatMap(OfflineWorkIT::line).toList();
        }

        private <E extends SessionEvent> E last(Class<E> kind) {
            return heard.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList()
                    .getLast();
        }

        @Override
        public void close() {
            session.close();
            graph.close();
        }
    }

    @Test
    void whatOneProcessDidOfflineTheNextOneBringsThere() throws Exception {
        PackagedServer packaged = new PackagedServer(folder);
        URI address = URI.create(packaged.address());
        Optional<String> serverId;
        String lobby;
        long edited;
        long liked;
        long gone;
        try (Program _ = packaged.start();
                Client bo = new Client(folder.resolve("bo"), "Bo", address, Optional.empty()).online();
                Client ada = new Client(folder.resolve("ada"), "Ada", address, Optional.empty()).online()) {
            edited = ada.post("first");
            gone = ada.post("second");
            liked = bo.post("third");
            serverId = Optional.of(ada.serverId());
            lobby = ada.conversation("lobby");
        }

        try (Client ada = new Client(folder.resolve("ada"), "Ada", address, serverId)) {
            kept(ada.session.edit(lobby, edited, "better"));
            kept(ada.session.react(lobby, liked, "+1", true));
            kept(ada.session.delete(lobby, gone));
            kept(ada.session.post(new Target.Conversation(lobby), "fourth", OptionalLong.of(liked)));
            var prospect = done(ada.session.openDirect(new Target.Person("Bo")));
            String id = ((Outcome.Done<ConversationSummary>) prospect).value().id();
            kept(ada.session.post(new Target.Conversation(id), "psst", OptionalLong.empty()));
            ada.session.markRead(lobby, liked);
        }

        try (Program _ = packaged.start();
                Client ada = new Client(folder.resolve("ada"), "Ada", address, serverId).online();
                Client bo = new Client(folder.resolve("bo"), "Bo", address, serverId).online()) {
            done(ada.session.settled());
            await().atMost(PATIENCE).until(() -> !bo.history("Ada").isEmpty());
            assertThat(bo.history("Ada")).containsExactly("psst");
            assertThat(bo.history("lobby")).containsExactly("better", "(deleted)", "third +1", "fourth");
            assertThat(ada.graph.store().outbox(new Account(serverId.get(), "Ada")))
                    .isEmpty();
        }
    }

    private static Stream<String> line(HistoryItem item) {
        if (!(item.event() instanceof Event.Message message)) {
            return Stream.empty();
        }
        String reactions = item.reactions().stream()
                .map(reaction -> " " + reaction.emoji())
                .collect(Collectors.joining());
        return Stream.of(message.deleted() ? "(deleted)" : message.text() + reactions);
    }

    private static String title(ConversationSummary summary) {
        return switch (summary.title()) {
            case ConversationSummary.Room room -> room.name();
            case ConversationSummary.Direct direct -> direct.with().name();
        };
    }

    private static void kept(CompletionStage<PostResult> stage) {
        assertThat(done(stage)).isInstanceOf(PostResult.Kept.class);
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
