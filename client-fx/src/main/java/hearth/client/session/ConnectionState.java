package hearth.client.session;

import hearth.client.link.Need;
import hearth.client.transport.Ending;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where the connection stands. All of it is visible to the user. */
public sealed interface ConnectionState {

    /** Not connected, and not trying: the user disconnected, or never connected. */
    record Offline() implements ConnectionState {}

    /** Dialling. */
    record Connecting() implements ConnectionState {}

    /** A chat server answered, the login is under way. */
    record LoggingIn() implements ConnectionState {}

    /** Logged in; what was missed is being fetched. */
    record Syncing() implements ConnectionState {}

    /** Up to date. */
    record Online() implements ConnectionState {}

    /** Nothing was heard for longer than it should be; {@code heardLast} is when something was. */
    record Stale(Instant heardLast) implements ConnectionState {}

    /** Between two attempts. */
    record Waiting(Instant nextAttempt, Duration delay, Ending cause) implements ConnectionState {}

    /** The server said no: the user must act. */
    record Refused(RefusalReason reason) implements ConnectionState {}

    /** Why the server, or this side for it, said no. */
    record RefusalReason(Kind kind, Optional<ErrorCode> code, String detail) {}

    /** What the user can do about a refusal depends on this. */
    enum Kind {
        /** The login was refused: {@code code} says why. */
        LOGIN,
        /** The server wants a signed token, or another one than it was shown. */
        TOKEN,
        /** The server wants the cookie of its sign-in form, and gave none to the user, or took none. */
        COOKIE,
        /** The user logged out, or the token died. */
        LOGGED_OUT,
        /** Banned from the server. */
        BANNED,
        /** One side broke the protocol. */
        PROTOCOL,
        /** Another server is at this address than the one that was joined. */
        OTHER_SERVER,
        /** The token could not be written to disk, so nothing was sent. */
        STORAGE;

        /** That of a refused login which says, or does not, what it needs. */
        static Kind ofLogin(Optional<String> needs) {
            Optional<Kind> known = needs.flatMap(Need::of).map(need -> switch (need) {
                case TOKEN -> TOKEN;
                case COOKIE -> COOKIE;
            });
            return known.orElse(LOGIN);
        }
    }
}
