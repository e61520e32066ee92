package hearth.client.link;

import java.net.URI;
import java.util.Optional;

/**
 * A server, and how to speak with it.
 *
 * @param token a signed token that lets the user in, for servers that want one; a secret
 */
public record ServerSpec(URI address, DialectName dialect, Optional<String> token) {

    /** A server of our own protocol. */
    public static ServerSpec hearth(URI address) {
        return new ServerSpec(address, DialectName.HEARTH, Optional.empty());
    }

    /** The same server at another address. */
    public ServerSpec at(URI other) {
        return new ServerSpec(other, dialect, token);
    }

    @Override
    public String toString() {
        return dialect.text() + " " + address;
    }
}
