package hearth.client.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what people type into an address, and an address into what people read. Pure functions. */
public final class ServerAddress {
    private static final int DEFAULT_PORT = 7878;
    private static final int MAX_PORT = 65_535;
    private static final String DEFAULT_SCHEME = "ws";
    private static final String DEFAULT_PATH = "/chat";
    private static final Set<String> SCHEMES = Set.of(DEFAULT_SCHEME, "wss");
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private ServerAddress() {}

    /**
     * The address that is meant: {@code host}, {@code host:port}, an IPv6 address with or without brackets, or a {@code ws://} or {@code wss://} address. What
     * is left out is {@code ws}, port 7878, and path {@code /chat}.
     *
     * @return nothing where it is no such address
     */
    public static Optional<URI> parse(String typed) {
        String text = typed.strip();
        if (BARE_IPV6.matcher(text).matches()) {
            text = "[" + text + "]";
        }
        try {
            return complete(new URI(text.contains("://") ? text : DEFAULT_SCHEME + "://" + text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<URI> complete(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean foreign = !SCHEMES.contains(scheme) || uri.getUserInfo() != null || uri.getFragment() != null;
        // What looks like a port but is none leaves a URI without a host.
        if (foreign || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            return Optional.empty();
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String path = uri.getPath().length() <= 1 ? DEFAULT_PATH : uri.getPath();
        return Optional.of(new URI(scheme, null, uri.getHost(), port, path, uri.getQuery(), null));
    }

    /** Host and port, as people pass them on. */
    public static String words(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }
}
