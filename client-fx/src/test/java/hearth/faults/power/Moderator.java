package hearth.faults.power;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The owner of a room, who silences people: the product's client has no command for that yet. One thread at a time. */
final class Moderator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 120;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final String room;
    private long lastId;

    /** Logs in, and makes a room. */
    Moderator(URI address, String name, String room) throws InterruptedException {
        socket = http.newWebSocketBuilder()
                .subprotocols("hearth.v1")
                .buildAsync(address, new Ears())
                .join();
        send("\"type\":\"hello\",\"protocol\":1,\"client\":\"faults\",\"auth\":{\"kind\":\"guest\",\"name\":\"" + name
                + "\"}");
        await(frame -> type(frame).equals("welcome"));
        JsonNode made = ask("\"type\":\"create-room\",\"name\":\"" + room + "\",\"visibility\":\"public\"");
        this.room = made.get("conversation").get("id").asString();
    }

    /** Waits until somebody has entered the room, and gives the id of the user. */
    String awaitMember(String name) throws InterruptedException {
        return await(frame -> type(frame).equals("event")
                        && frame.get("kind").asString().equals("joined")
                        && frame.get("user").get("name").asString().equals(name))
                .get("user")
                .get("id")
                .asString();
    }

    /** Silences somebody. */
    void mute(String user, long seconds) throws InterruptedException {
        ask("\"type\":\"mute\",\"conversation\":\"" + room + "\",\"user\":\"" + user + "\",\"seconds\":" + seconds);
    }

    /** Waits until the message with this text has its place. */
    void awaitMessage(String text) throws InterruptedException {
        await(frame -> frame.path("kind").asString("").equals("message")
                && frame.get("text").asString().equals(text));
    }

    private JsonNode ask(String fields) throws InterruptedException {
        send(fields);
        JsonNode answer = await(frame -> frame.path("re").asLong(0) == lastId);
        if (!type(answer).equals("ok")) {
            throw new AssertionError(fields + " was refused: " + answer);
        }
        return answer;
    }

    private void send(String fields) {
        lastId++;
        socket.sendText("{\"id\":" + lastId + "," + fields + "}", true).join();
    }

    /** Skips frames up to the first that is meant. */
    private JsonNode await(Predicate<JsonNode> meant) throws InterruptedException {
        while (true) {
            JsonNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("the server is silent");
            }
            if (meant.test(frame)) {
                return frame;
            }
        }
    }

    private static String type(JsonNode frame) {
        return frame.get("type").asString();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    /** Takes frames in. */
    private final class Ears implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                frames.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
