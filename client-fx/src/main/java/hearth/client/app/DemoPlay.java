package hearth.client.app;

import hearth.client.link.ServerSpec;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.store.StoreException;
import hearth.client.store.Target;
import hearth.protocol.ClientFrame.RoomKey;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Visibility;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lets some people talk on a fresh server, each through a session of a data folder of their own, so that a client started on such a folder is that person.
 * Runs on the thread that calls it, and waits for each line to be stored.
 */
final class DemoPlay implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final String LOBBY = "lobby";

    private final URI server;
    private final Path folder;
    private final Map<String, Player> players = new HashMap<>();

    DemoPlay(URI server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** The data folder of a player. */
    static Path folderOf(Path folder, String name) {
        return folder.resolve("people").resolve(name);
    }

    void perform() throws IOException {
        for (String name : List.of("Jonas", "Mei", "Ada", "林晓", "Noor", "Yusuf")) {
            players.put(name, enter(name));
        }
        rooms();
        lobby();
        openDay();
        directs();
    }

    private void rooms() throws IOException {
        String openDay = made("Jonas", "open-day", "Saturday at ten. Who does what?");
        String firmware = made("Noor", "firmware", "Builds, boards and what they do at night");
        made("林晓", "午饭", "今天吃什么？");
        for (String name : List.of("Mei", "Ada", "林晓", "Yusuf")) {
            await(player(name).session.join(new RoomKey.ById(openDay)));
        }
        for (String name : List.of("Ada", "Mei")) {
            await(player(name).session.join(new RoomKey.ById(firmware)));
        }
        await(player("Ada").session.join(new RoomKey.ByName("午饭")));
        say("Noor", firmware, "Board 7 boots again. It was the clock crystal.");
        say("Mei", firmware, "Which one did you put in?");
        say("Noor", firmware, "The 12 pF from the second drawer.");
    }

    private void lobby() throws IOException {
        String lobby = player("Jonas").lobby();
        say("Jonas", lobby, "The projector in room 2 works again. It was the cable.");
        say("Mei", lobby, "太好了，那周六的演示就放在二号房。Room 2 it is!");
        say("Ada", lobby, "A script for the sign-in desk, it prints the badges. I will put it on the shared disk.");
        say("Yusuf", lobby, "I can bring two more tables.");
        say("林晓", lobby, "Nice! @Ada could it show who speaks 中文？我来画图标");
    }

    private void openDay() throws IOException {
        String room = player("Jonas").room("open-day");
        say("Jonas", room, "Posters are printed, they lie in the kitchen.");
        say("Yusuf", room, "Who has the key for the yard?");
        say("林晓", room, "@Ada 你周六几点来？");
    }

    private void directs() throws IOException {
        String mei = direct("Mei", "Ada");
        say("Mei", mei, "Do you have five minutes for the badges later?");
        say("Ada", mei, "After lunch, gladly.");
        say("Mei", mei, "好的，谢谢！");
        String jonas = direct("Jonas", "Ada");
        say("Jonas", jonas, "The key to the cupboard is with Priya.");
    }

    private Player enter(String name) throws IOException {
        try {
            AppGraph graph = AppGraph.open(folderOf(folder, name), "hearth-demo")
                    .orElseThrow(() -> new IOException("the folder of " + name + " is in use"));
            Player player = new Player(graph, graph.session(ServerSpec.hearth(server), name, Optional.empty()));
            players.put(name, player);
            player.connect();
            return player;
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private String made(String owner, String room, String topic) throws IOException {
        ConversationSummary made = await(player(owner).session.createRoom(room, topic, Visibility.PUBLIC));
        return made.id();
    }

    private String direct(String from, String to) throws IOException {
        return await(player(from).session.openDirect(new Target.Person(to))).id();
    }

    private void say(String name, String conversation, String text) throws IOException {
        ChatSession session = player(name).session;
        within(session.post(new Target.Conversation(conversation), text, OptionalLong.empty()));
        within(session.settled());
    }

    private Player player(String name) {
        return players.get(name);
    }

    private static <T> T await(CompletionStage<Outcome<T>> stage) throws IOException {
        return switch (within(stage)) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new IOException("the server refused: " + refused.code());
            case Outcome.NotConnected<T> _ -> throw new IOException("the server is gone");
        };
    }

    private static <T> T within(CompletionStage<T> stage) throws IOException {
        try {
            return stage.toCompletableFuture()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IOException("the server did not answer", e);
        }
    }

    @Override
    public void close() {
        players.values().forEach(player -> player.graph.close());
    }

    /** One person who takes part. */
    private static final class Player {
        private final AppGraph graph;
        private final ChatSession session;
        private final Map<String, String> rooms = new ConcurrentHashMap<>();

        Player(AppGraph graph, ChatSession session) {
            this.graph = graph;
            this.session = session;
        }

        void connect() throws IOException {
            CompletableFuture<Void> online = new CompletableFuture<>();
            session.observe(event -> onEvent(event, online));
            session.connect();
            within(online);
        }

        private void onEvent(SessionEvent event, CompletableFuture<Void> online) {
            if (event instanceof SessionEvent.ConversationChanged(ConversationSummary conversation)
                    && conversation.title() instanceof ConversationSummary.Room room) {
                rooms.put(room.name(), conversation.id());
            }
            if (event instanceof SessionEvent.StateChanged(ConnectionState state)) {
                if (state instanceof ConnectionState.Online) {
                    online.complete(null);
                } else if (state instanceof ConnectionState.Refused) {
                    online.completeExceptionally(new IOException(state.toString()));
                }
            }
        }

        String lobby() {
            return room(LOBBY);
        }

        String room(String name) {
            return rooms.get(name);
        }
    }
}
