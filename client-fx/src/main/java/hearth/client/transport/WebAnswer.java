package hearth.client.transport;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a web server answered.
 *
 * @param headers by name, in lower case; may be secret
 */
public record WebAnswer(int status, Map<String, List<String>> headers, String body) {

    /** The values of a header, in the order in which they came. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public String toString() {
        return "HTTP status " + status;
    }
}
