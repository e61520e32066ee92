package hearth.client.transport;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The table from what the socket reports to why the connection ended. Pure functions. */
final class Endings {
    private static final List<Class<? extends Throwable>> TIMED_OUT = List.of(HttpTimeoutException.class);
    private static final List<Class<? extends Throwable>> UNTRUSTED = List.of(
            CertificateException.class,
            CertPathValidatorException.class,
            CertPathBuilderException.class,
            SSLPeerUnverifiedException.class);
    private static final List<Class<? extends Throwable>> NO_CHAT_SERVER =
            List.of(WebSocketHandshakeException.class, ProtocolException.class, SSLException.class);
    private static final List<Class<? extends Throwable>> NOT_CONNECTED = List.of(ConnectException.class);
    private static final List<Class<? extends Throwable>> NO_ADDRESS = List.of(IllegalArgumentException.class);
    private static final int DEEPEST_CAUSE = 16;
    private static final int HTTP_SWITCHING_PROTOCOLS = 101;

    /** FIN without a close frame; never sent on the wire. */
    private static final int NO_CLOSE_FRAME = 1006;

    private Endings() {}

    /** Why a connection never came to be. */
    static Ending ofDialling(Throwable failure) {
        List<Throwable> causes = causes(failure);
        String detail = describe(causes);
        if (any(causes, TIMED_OUT)) {
            return new Ending.TimedOut(detail);
        }
        if (any(causes, UNTRUSTED)) {
            return new Ending.Untrusted(detail);
        }
        if (any(causes, NO_CHAT_SERVER)) {
            return new Ending.NotAChatServer(detail);
        }
        if (any(causes, NOT_CONNECTED)) {
            return ofConnecting(causes, detail);
        }
        if (any(causes, NO_ADDRESS)) {
            return new Ending.Unreachable(detail);
        }
        return new Ending.Lost(detail);
    }

    /** Why an open connection failed without a close frame. */
    static Ending ofFailure(Throwable failure) {
        return new Ending.Lost(describe(causes(failure)));
    }

    /** What the end of the stream means. */
    static Ending ofClose(int code, String reason) {
        return code == NO_CLOSE_FRAME ? new Ending.Lost("end of stream") : new Ending.Closed(code, reason);
    }

    /** The client reports every failure to connect as a ConnectException: the causes tell them apart, the texts depend on the system's language. */
    private static Ending ofConnecting(List<Throwable> causes, String detail) {
        boolean noWay = causes.stream().anyMatch(Endings::saysNoWay);
        if (noWay) {
            return new Ending.Unreachable(detail);
        }
        return detail.toLowerCase(Locale.ROOT).contains("timed out")
                ? new Ending.TimedOut(detail)
                : new Ending.Refused(detail);
    }

    /** Of the errors of a socket only refused and timed out are ConnectExceptions where they arise; the others are about the way there. */
    private static boolean saysNoWay(Throwable cause) {
        return cause instanceof UnresolvedAddressException
                || cause instanceof UnknownHostException
                || (cause instanceof SocketException && !(cause instanceof ConnectException));
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
    }

    private static boolean any(List<Throwable> causes, List<Class<? extends Throwable>> types) {
        return causes.stream().anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
    }

    /** The innermost cause that says something, and what an HTTP server answered. */
    private static String describe(List<Throwable> causes) {
        Throwable last = causes.getFirst();
        for (Throwable cause : causes) {
            last = cause.getMessage() == null ? last : cause;
        }
        String text = last.getClass().getSimpleName() + (last.getMessage() == null ? "" : ": " + last.getMessage());
        return causes.stream()
                .filter(WebSocketHandshakeException.class::isInstance)
                .map(cause ->
                        ((WebSocketHandshakeException) cause).getResponse().statusCode())
                .filter(status -> status != HTTP_SWITCHING_PROTOCOLS)
                .map(status -> "HTTP status " + status)
                .findFirst()
                .orElse(text);
    }
}
