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
    private static final int SUCCESS = 200;
    private static final int CLIENT_ERROR = 400;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** The values of a header, in the order in which they came. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public String toString() {
        return "HTTP status " + status;
    }

    /** Whether there is a page, here or elsewhere. */
    public boolean isPage() {
        return status >= SUCCESS && status < CLIENT_ERROR;
    }

    /** Whether there is something that only takes what is sent to it. */
    public boolean isNotToBeAsked() {
        return status == METHOD_NOT_ALLOWED;
    }
}
