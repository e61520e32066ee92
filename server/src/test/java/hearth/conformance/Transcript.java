package hearth.conformance;

import java.util.ArrayList;
import java.util.List;

/** What one check sent and was sent, in the order seen here. Safe from any thread. */
final class Transcript {
    private static final int MOST_CHARS = 400;

    private final List<String> lines = new ArrayList<>();

    synchronized void sent(String who, String what) {
        lines.add(who + " -> " + cut(what));
    }

    synchronized void received(String who, String what) {
        lines.add(who + " <- " + cut(what));
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    private static String cut(String what) {
        int length = what.length();
        return length <= MOST_CHARS ? what : what.substring(0, MOST_CHARS) + "… (" + length + " characters)";
    }
}
