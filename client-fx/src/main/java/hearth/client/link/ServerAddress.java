package hearth.client.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
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

    /** What people copy from a browser: the scheme that is meant, and the port that a browser would take. */
    private static final Map<String, WebScheme> WEB_SCHEMES =
            Map.of("http", new WebScheme(DEFAULT_SCHEME, 80), "https", new WebScheme("wss", 443));

    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private record WebScheme(String meant, int port) {}

    private ServerAddress() {}

    /**
     * The address that is meant: {@code host}, {@code host:port}, an IPv6 address with or without brackets, or a {@code ws://} or {@code wss://} address. What
     * is left out is {@code ws}, port 7878, and path {@code /chat}. An address of the web is one of a socket, on the port of the web unless told.
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
        String typed = uri.getScheme().toLowerCase(Locale.ROOT);
        WebScheme web = WEB_SCHEMES.getOrDefault(typed, new WebScheme(typed, DEFAULT_PORT));
        String scheme = web.meant();
        boolean foreign = !SCHEMES.contains(scheme) || uri.getUserInfo() != null || uri.getFragment() != null;
        // What looks like a port but is none leaves a URI without a host.
        if (foreign || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            return Optional.empty();
        }
        int port = uri.getPort() < 0 ? web.port() : uri.getPort();
        String path = uri.getPath().length() <= 1 ? DEFAULT_PATH : uri.getPath();
        return Optional.of(new URI(scheme, null, uri.getHost(), port, path, uri.getQuery(), null));
    }

    /**
     * A page of the web server that has a socket at this address.
     *
     * @param path from the root, encoded; may have a query
     */
    public static URI web(URI address, String path) {
        String scheme = "wss".equals(address.getScheme()) ? "https" : "http";
        return URI.create(scheme + "://" + address.getRawAuthority() + path);
    }

    /** Host and port, as people pass them on, and the path where it is not the one that everybody means. */
    public static String words(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getHost() + port + ownPath(address);
    }

    /** The same without the port that everybody means, too. */
    public static String brief(URI address) {
        return address.getPort() == DEFAULT_PORT ? address.getHost() + ownPath(address) : words(address);
    }

    /** The path, where it tells one server from others on the same host; else nothing. */
    public static String ownPath(URI address) {
        String path = address.getPath();
        return path.equals(DEFAULT_PATH) || path.equals("/") ? "" : path;
    }
}
