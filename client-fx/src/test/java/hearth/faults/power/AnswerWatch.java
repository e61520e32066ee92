package hearth.faults.power;

import hearth.faults.FrameWatch;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes when the answers to one client's posts came by, before it could see them, and when its token did. For one connection. The maps are safe from any
 * thread.
 */
final class AnswerWatch implements FrameWatch {
    private static final Pattern REQUEST = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern ANSWER = Pattern.compile("\"re\":(\\d+)");
    private static final Pattern CLIENT_ID = Pattern.compile("\"clientId\":\"(.*?)\"");
    private static final Pattern SERVER = Pattern.compile("\"server\":\\{[^}]*\"id\":\"(.*?)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"(.*?)\"");

    private final Map<String, String> requests = new ConcurrentHashMap<>();
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> tokens = new ConcurrentHashMap<>();
    private volatile String serverId = "";

    @Override
    public OptionalInt passing(Piece piece) {
        long now = System.nanoTime();
        switch (piece.direction()) {
            case UP -> onRequest(piece.text(), now);
            case DOWN -> onAnswer(piece.text(), now);
        }
        return OptionalInt.empty();
    }

    private void onRequest(String frame, long now) {
        Matcher token = TOKEN.matcher(frame);
        if (token.find()) {
            tokens.putIfAbsent(token.group(1), now);
        }
        Matcher clientId = CLIENT_ID.matcher(frame);
        Matcher request = REQUEST.matcher(frame);
        if (clientId.find() && request.find()) {
            requests.put(request.group(1), clientId.group(1));
        }
    }

    private void onAnswer(String frame, long now) {
        Matcher answer = ANSWER.matcher(frame);
        if (answer.find() && requests.containsKey(answer.group(1))) {
            answered.putIfAbsent(requests.get(answer.group(1)), now);
        }
        Matcher clientId = CLIENT_ID.matcher(frame);
        while (clientId.find()) {
            answered.putIfAbsent(clientId.group(1), now);
        }
        Matcher server = SERVER.matcher(frame);
        if (server.find()) {
            serverId = server.group(1);
        }
    }

    /** Which server it is; empty before it said so. */
    String serverId() {
        return serverId;
    }

    /** Whether the server's word that it has this message had passed by then. */
    boolean isAnswered(String clientId, long nanos) {
        return answered.getOrDefault(clientId, Long.MAX_VALUE) <= nanos;
    }

    /** The token that had passed by then; empty where none had. */
    String token(long nanos) {
        return tokens.entrySet().stream()
                .filter(sent -> sent.getValue() <= nanos)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
