package hearth.client.link.socketio;

import hearth.protocol.ErrorCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * To whom something private can be said on one connection. There are servers that end with the first private message to a name that nobody bears; as long as
 * it may be one of them, only those are addressed of whom something was heard. In the socket's turns only.
 */
final class Addressees {
    /** Most who are known; a server can make up any number. */
    private static final int MOST = 10_000;

    /** What every object of a server's language has: looked up by such a name, nobody is found who could be sent anything, and the server ends. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "__proto__",
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf");

    private final Set<String> heard = new HashSet<>();
    private boolean anybody;

    /** Somebody is called so. */
    void heard(String name) {
        if (heard.size() < MOST) {
            heard.add(name);
        }
    }

    /** The server is of a kind that takes private messages to anybody. */
    void mayBeAnybody() {
        anybody = true;
    }

    /** Why somebody of this name cannot be addressed. */
    Optional<ErrorCode> objection(String name) {
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            return Optional.of(ErrorCode.FORBIDDEN);
        }
        boolean harmless = !OF_EVERY_OBJECT.contains(name) && (anybody || heard.contains(name));
        return harmless ? Optional.empty() : Optional.of(ErrorCode.UNKNOWN_USER);
    }
}
