package hearth.client.session;

import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.transport.Ending;
import java.time.Duration;
import java.util.Optional;

/** What to do once a connection is over: the protocol's table of close codes. Pure. */
sealed interface AfterEnding {

    /**
     * Come back.
     *
     * @param notBefore how long to wait at least
     * @param report whether the user is told that something that we sent was broken
     */
    record ComeBack(Duration notBefore, boolean report) implements AfterEnding {}

    /** Stay away until the user acts. */
    record Stop(RefusalReason reason) implements AfterEnding {}

    /**
     * What was known when it ended.
     *
     * @param loggedIn whether the login had succeeded
     * @param bye what the server asked for before it went
     * @param explained whether a request was unanswered that may have broken the connection; it will not simply be sent again
     */
    record Circumstances(boolean loggedIn, Optional<Duration> bye, boolean explained) {}

    /** How long a client stays away that was too much for the server. */
    Duration LONG = Duration.ofSeconds(30);

    static AfterEnding decide(Ending ending, Circumstances then) {
        Duration asked = then.bye().orElse(Duration.ZERO);
        if (!(ending instanceof Ending.Closed(int code, String reason))) {
            return new ComeBack(asked, false);
        }
        return switch (code) {
            case 1003, 1007, 1009 -> new ComeBack(asked, true);
            case 4000 -> then.explained() ? new ComeBack(asked, true) : stop(Kind.PROTOCOL, reason);
            case 4001 -> then.loggedIn() ? stop(Kind.LOGGED_OUT, reason) : new ComeBack(asked, false);
            case 4003 -> stop(Kind.BANNED, reason);
            case 4008, 4010 -> new ComeBack(LONG, false);
            default -> new ComeBack(asked, false);
        };
    }

    private static Stop stop(Kind kind, String detail) {
        return new Stop(new RefusalReason(kind, Optional.empty(), detail));
    }
}
