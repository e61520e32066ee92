package hearth.client.ui.common;

import java.util.Arrays;

/** Tells a server by a letter or two, as its tile shows them. */
final class ServerLetters {
    private static final int SPELT = 4;

    private ServerLetters() {}

    /** Up to two letters for a server: the first of its first two words; of a single word, the first of its two halves. */
    static String of(String serverName) {
        String[] words = serverName.strip().split("[\\s,]+", 3);
        String second = words.length > 1 ? words[1] : half(words[0]);
        return Avatar.initialOf(words[0]) + Avatar.initialOf(second);
    }

    /** What a word of letters ends with; empty where it is too short to be told by its first, or every character of it is a word. */
    private static String half(String word) {
        int[] points = word.codePoints().toArray();
        boolean spelt = points.length >= SPELT && Arrays.stream(points).allMatch(ServerLetters::hasCase);
        return spelt ? new String(points, points.length / 2, points.length - points.length / 2) : "";
    }

    private static boolean hasCase(int point) {
        return Character.isUpperCase(point) || Character.isLowerCase(point);
    }
}
