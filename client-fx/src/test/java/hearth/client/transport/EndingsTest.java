package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EndingsTest {

    static Stream<Arguments> failuresToDial() {
        return Stream.of(
                Arguments.of(connectException(new ClosedChannelException()), Ending.Refused.class),
                Arguments.of(new ConnectException("Verbindungsaufbau abgelehnt"), Ending.Refused.class),
                Arguments.of(connectException(new UnresolvedAddressException()), Ending.Unreachable.class),
                Arguments.of(connectException(new UnknownHostException("x")), Ending.Unreachable.class),
                Arguments.of(connectException(new NoRouteToHostException("No route")), Ending.Unreachable.class),
                Arguments.of(connectException(new SocketException("unreachable")), Ending.Unreachable.class),
                Arguments.of(new IllegalArgumentException("unsupported URI"), Ending.Unreachable.class),
                Arguments.of(new ConnectException("Connection timed out"), Ending.TimedOut.class),
                Arguments.of(new HttpConnectTimeoutException("connect"), Ending.TimedOut.class),
                Arguments.of(new HttpTimeoutException("request"), Ending.TimedOut.class),
                Arguments.of(new ProtocolException("Invalid status line"), Ending.NotAChatServer.class),
                Arguments.of(new SSLException("Unsupported SSL message"), Ending.NotAChatServer.class),
                Arguments.of(untrusted(), Ending.Untrusted.class),
                Arguments.of(new IOException("no bytes", new EOFException("EOF")), Ending.Lost.class));
    }

    @ParameterizedTest
    @MethodSource("failuresToDial")
    void everyFailureToDialHasItsEnding(Throwable failure, Class<? extends Ending> ending) {
        assertThat(Endings.ofDialling(failure)).isInstanceOf(ending);
        assertThat(Endings.ofDialling(new CompletionException(failure))).isInstanceOf(ending);
    }

    @Test
    void detailIsTheInnermostCauseThatSaysSomething() {
        Throwable failure =
                new CompletionException(new IOException("outer", new IOException("inner", new IOException())));

        assertThat(Endings.ofFailure(failure)).isEqualTo(new Ending.Lost("IOException: inner"));
        assertThat(Endings.ofFailure(new IOException())).isEqualTo(new Ending.Lost("IOException"));
    }

    @Test
    void causesThatGoRoundInCirclesHaveAnEnd() {
        IOException first = new IOException("first");
        first.initCause(new IOException("second", first));

        assertThat(Endings.ofFailure(first)).isInstanceOf(Ending.Lost.class);
    }

    @Test
    void streamThatEndsWithoutCloseFrameIsLost() {
        assertThat(Endings.ofClose(1006, "")).isEqualTo(new Ending.Lost("end of stream"));
        assertThat(Endings.ofClose(1000, "bye")).isEqualTo(new Ending.Closed(1000, "bye"));
    }

    private static ConnectException connectException(Throwable cause) {
        ConnectException failure = new ConnectException(cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    private static SSLHandshakeException untrusted() {
        SSLHandshakeException failure = new SSLHandshakeException("PKIX path building failed");
        failure.initCause(new CertificateException("unable to find valid certification path"));
        return failure;
    }
}
