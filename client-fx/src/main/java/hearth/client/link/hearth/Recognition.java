package hearth.client.link.hearth;

import hearth.client.transport.Ending;
import hearth.protocol.ClientFrame;
import hearth.protocol.CloseCode;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells from what a peer sends first whether it is a Hearth server: a negotiated subprotocol proves nothing, since some servers echo whatever is offered.
 * Immutable.
 */
public final class Recognition {
    private final String pingText;

    /** What a frame says about who sent it. */
    public sealed interface Verdict {

        /** It is a Hearth server. */
        record Hearth(ServerInfo server) implements Verdict {}

        /** A Hearth server may send this first, and so may others. */
        record Open() implements Verdict {}

        /** No Hearth server sends this first. */
        record Foreign(String detail) implements Verdict {}
    }

    /**
     * Waits for the answer to one ping.
     *
     * @param pingText what nobody can know but who got that ping
     */
    public Recognition(String pingText) {
        this.pingText = pingText;
    }

    /** What is sent first. */
    public ClientFrame.Ping question() {
        return new ClientFrame.Ping(Optional.of(pingText));
    }

    /** What this frame says, as long as none said more than {@link Verdict.Open}. */
    public Verdict of(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Pong(Optional<String> text, Optional<ServerInfo> server)
            when isOurs(text) ->
                server.<Verdict>map(Verdict.Hearth::new)
                        .orElseGet(() -> new Verdict.Foreign("a pong that does not say who sent it"));
            case ServerFrame.Pong _ -> new Verdict.Foreign("a pong that nobody asked for");
            case ServerFrame.Ping(Optional<String> text) ->
                isOurs(text) ? new Verdict.Foreign("an echo") : new Verdict.Open();
            case ServerFrame.Bye _, ServerFrame.Error _, ServerFrame.Unknown _ -> new Verdict.Open();
            case ServerFrame.Welcome _,
                    ServerFrame.Ok _,
                    ServerFrame.Happened _,
                    ServerFrame.Gained _,
                    ServerFrame.Gone _,
                    ServerFrame.Presence _,
                    ServerFrame.Typing _,
                    ServerFrame.Read _ -> new Verdict.Foreign("a frame that comes after a login");
        };
    }

    /** What it means that the connection ended so before the peer was known: only a Hearth server closes as the protocol says. */
    public static Ending ofEnding(Ending ending) {
        return ending instanceof Ending.Closed(int code, String reason) && !saysSomethingBeforeLogin(code)
                ? new Ending.NotAChatServer("closed with " + code + " " + reason)
                : ending;
    }

    private static boolean saysSomethingBeforeLogin(int code) {
        return Arrays.stream(CloseCode.values())
                .filter(known -> known.code() == code)
                .anyMatch(known -> switch (known) {
                    case GOING_AWAY, LOGIN_FAILED, BANNED, RATE_LIMIT, TOO_SLOW, FULL -> true;
                    case NORMAL, BINARY, NOT_UTF8, TOO_LARGE, PROTOCOL_BROKEN -> false;
                });
    }

    private boolean isOurs(Optional<String> text) {
        return text.filter(pingText::equals).isPresent();
    }
}
