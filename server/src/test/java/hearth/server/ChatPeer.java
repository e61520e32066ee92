package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.gateway.RawClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A guest over a raw socket, as far as these tests need one. */
final class ChatPeer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RawClient socket;
    private final Map<Long, String> postedByRequest = new HashMap<>();
    private long lastId;
    private String lobby;

    private ChatPeer(RawClient socket) {
        this.socket = socket;
    }

    static ChatPeer guest(int port, String name) throws IOException {
        return logIn(RawClient.open(port), "{\"kind\":\"guest\",\"name\":\"" + name + "\"}");
    }

    /** A guest whose machine takes little in. */
    static ChatPeer narrowGuest(int port, String name) throws IOException {
        return logIn(RawClient.openNarrow(port), "{\"kind\":\"guest\",\"name\":\"" + name + "\"}");
    }

    static ChatPeer withToken(int port, String token) throws IOException {
        return logIn(RawClient.open(port), "{\"kind\":\"token\",\"token\":\"" + token + "\"}");
    }

    private static ChatPeer logIn(RawClient socket, String auth) throws IOException {
        ChatPeer peer = new ChatPeer(socket);
        peer.socket.text("{\"type\":\"hello\",\"id\":1,\"protocol\":1,\"client\":\"test\",\"auth\":" + auth + "}");
        peer.lastId = 1;
        JsonNode welcome = peer.await("welcome");
        peer.lobby = welcome.get("conversations").get(0).get("id").asString();
        peer.welcome = welcome;
        return peer;
    }

    private JsonNode welcome;

    String lobby() {
        return lobby;
    }

    JsonNode welcome() {
        return welcome;
    }

    /** Posts to the lobby, and does not wait for the answer. */
    void post(String text) throws IOException {
        post(text, text.hashCode() + "-" + (lastId + 1));
    }

    /** Posts to the lobby with this client id, and does not wait for the answer. */
    void post(String text, String clientId) throws IOException {
        postedByRequest.put(++lastId, text);
        socket.text("{\"type\":\"post\",\"id\":" + lastId + ",\"conversation\":\"" + lobby + "\",\"clientId\":\""
                + clientId + "\",\"text\":\"" + text + "\"}");
    }

    /** Posts to the lobby, and waits for the answer. */
    JsonNode answerToPost(String text, String clientId) throws IOException {
        return ask("post", ",\"clientId\":\"" + clientId + "\",\"text\":\"" + text + "\"");
    }

    /** The text of the next post that is acknowledged; null where the connection ends before. */
    String awaitAcknowledged() throws IOException {
        for (JsonNode frame = read(); frame != null; frame = read()) {
            if (frame.get("type").asString().equals("ok")) {
                return postedByRequest.get(frame.get("re").asLong());
            }
        }
        return null;
    }

    /** The next frame; null at the end of the connection. */
    JsonNode read() throws IOException {
        RawClient.Frame frame = socket.read();
        return frame.opcode() == 1 ? JSON.readTree(frame.text()) : null;
    }

    /** Skips frames up to the first of a type. */
    JsonNode await(String type) throws IOException {
        for (JsonNode frame = read(); ; frame = read()) {
            assertThat(frame).as("a frame of type " + type + " before the end").isNotNull();
            if (frame.get("type").asString().equals(type)) {
                return frame;
            }
        }
    }

    /** Skips frames up to the message with this text. */
    JsonNode awaitMessage(String text) throws IOException {
        for (JsonNode event = await("event"); ; event = await("event")) {
            if (event.get("kind").asString().equals("message")
                    && event.get("text").asString().equals(text)) {
                return event;
            }
        }
    }

    /** Asks for something about the lobby. */
    JsonNode ask(String type, String fields) throws IOException {
        JsonNode answer = request(type, fields);
        assertThat(answer.get("type").asString()).isEqualTo("ok");
        return answer;
    }

    /** Asks for something about the lobby that may be refused. */
    JsonNode request(String type, String fields) throws IOException {
        socket.text(
                "{\"type\":\"" + type + "\",\"id\":" + ++lastId + ",\"conversation\":\"" + lobby + "\"" + fields + "}");
        long asked = lastId;
        for (JsonNode frame = read(); ; frame = read()) {
            assertThat(frame).as("an answer before the end").isNotNull();
            if (frame.has("re") && frame.get("re").asLong() == asked) {
                return frame;
            }
        }
    }

    int readToClose() throws IOException {
        return socket.readToClose();
    }

    void cut() throws IOException {
        socket.cut();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
