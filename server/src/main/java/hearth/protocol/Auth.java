package hearth.protocol;

import java.util.Optional;

/** How a {@code hello} proves who is there. Secrets: {@code toString} shows none. */
public sealed interface Auth {

    /** Claims a free name, or logs in the user of this very token who holds it. */
    record Guest(String name, Optional<String> token) implements Auth {
        @Override
        public String toString() {
            return "Guest[name=" + name + "]";
        }
    }

    /** The user whom the token belongs to. */
    record Token(String token) implements Auth {
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    /** A user who has set a password, from a new device. */
    record Password(String name, String password, Optional<String> token) implements Auth {
        @Override
        public String toString() {
            return "Password[name=" + name + "]";
        }
    }

    /** A signed token of the operator's identity provider. */
    record Jwt(String jwt) implements Auth {
        @Override
        public String toString() {
            return "Jwt[]";
        }
    }
}
