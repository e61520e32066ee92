package hearth.client.ui.connect;

import hearth.client.link.ServerSpec;
import java.net.URI;
import java.util.Locale;

/**
 * A server that was joined before, as the list shows it.
 *
 * @param about where it is, as whom and when one was there, in words
 */
public record ServerRow(String serverId, ServerSpec server, String serverName, String userName, String about) {

    /** Where it is. */
    public URI address() {
        return server.address();
    }

    /** Up to two letters for its tile: the first of its first two words. */
    public String letters() {
        String[] words = serverName.strip().split("[\\s,]+", 3);
        String first = firstOf(words[0]);
        return words.length > 1 && !words[1].isEmpty() ? first + firstOf(words[1]) : first;
    }

    private static String firstOf(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
