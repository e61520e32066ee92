package hearth.client.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A question to a web server.
 *
 * @param address an {@code http} or {@code https} address
 * @param form what is posted, encoded; where it is empty, the page is only read; may be secret
 */
public record WebRequest(URI address, Optional<String> form) {

    /** Reads a page. */
    public static WebRequest get(URI address) {
        return new WebRequest(address, Optional.empty());
    }

    /** Posts a form of one field. */
    public static WebRequest post(URI address, String field, String value) {
        return new WebRequest(address, Optional.of(encoded(field) + "=" + encoded(value)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return (form.isPresent() ? "POST " : "GET ") + address;
    }
}
