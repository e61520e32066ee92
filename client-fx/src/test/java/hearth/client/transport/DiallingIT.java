package hearth.client.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a connection never comes to be, and what the user can be told of it. */
final class DiallingIT extends TransportFixture {

    @Test
    void portWithoutListenerIsRefused() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }

        dial(URI.create("ws://127.0.0.1:" + port + "/chat"));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Refused.class);
    }

    @Test
    void unknownHostIsUnreachable() throws Exception {
        dial(URI.create("ws://nobody.invalid:7878/chat"));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Unreachable.class);
    }

    @Test
    void nameThatNoHostCanHaveIsUnreachable() throws Exception {
        dial(URI.create("ws://under_score:7878/chat"));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Unreachable.class);
    }

    @Test
    void muteServerTimesOutAndIsLetGo() throws Exception {
        dial();
        FakePeer.Connection connection = peer.accept();
        connection.readHead();

        pass(JdkSocket.CONNECT_DEADLINE.minusMillis(1));
        assertThat(listener.rest()).isEmpty();
        pass(JdkSocket.CONNECT_DEADLINE);

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.TimedOut.class);
        assertThat(connection.isCutOff()).isTrue();
    }

    @Test
    void endlessAnswerTimesOutAndIsCutOff() throws Exception {
        dial();
        FakePeer.Connection connection = peer.accept();
        connection.readHead();
        connection.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(US_ASCII));
        Future<?> stream = executor.submit(() -> writeUntilCutOff(connection, new byte[1_024]));

        pass(JdkSocket.CONNECT_DEADLINE);

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.TimedOut.class);
        stream.get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 101 Ok\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: bm8=\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n"
            })
    void whatSpeaksSomethingElseIsNoChatServer(String answer) throws Exception {
        dial();
        FakePeer.Connection connection = peer.accept();
        connection.readHead();
        connection.raw(answer.getBytes(US_ASCII));
        connection.finish();

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.NotAChatServer.class);
    }

    @Test
    void statusOfAWebServerIsInTheDetail() throws Exception {
        dial();
        FakePeer.Connection connection = peer.accept();
        connection.readHead();
        connection.raw("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));

        assertThat(listener.awaitEnd()).isEqualTo(new Ending.NotAChatServer("HTTP status 404"));
    }

    @Test
    void serverThatHangsUpAtOnceIsLost() throws Exception {
        dial();
        // The HTTP client tries a few times before it believes it.
        Future<?> hangingUp = executor.submit(() -> {
            while (true) {
                peer.accept().finish();
            }
        });

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Lost.class);
        peer.close();
        assertThat(hangingUp).failsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void certificateOfNobodyWeTrustIsUntrusted(@TempDir Path folder) throws Exception {
        try (FakePeer secure = SelfSigned.listen(folder)) {
            Future<?> handshake = executor.submit(() -> secure.accept().readHead());

            dial(URI.create("wss://127.0.0.1:" + secure.uri().getPort() + "/chat"));

            assertThat(listener.awaitEnd()).isInstanceOf(Ending.Untrusted.class);
            assertThat(handshake).failsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void plainServerDialledWithTlsIsNoChatServer() throws Exception {
        dial(URI.create("wss://127.0.0.1:" + peer.uri().getPort() + "/chat"));
        FakePeer.Connection connection = peer.accept();
        // No server answers before it is asked, and whoever gets such a request hangs up: the platform's client does
        // not always hear one that does otherwise.
        connection.awaitSomething();
        connection.answer("400 Bad Request", "");

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.NotAChatServer.class);
    }

    @Test
    void handshakeOffersTheProtocolAndNamesNoOrigin() throws Exception {
        dial();

        String head = peer.accept().readHead();

        assertThat(FakePeer.Connection.header(head, "Sec-WebSocket-Protocol")).isEqualTo("hearth.v1");
        assertThat(head).doesNotContainIgnoringCase("Origin:").doesNotContainIgnoringCase("Extensions:");
    }

    @Test
    void dialectWithoutProtocolOffersNone() throws Exception {
        transport.dial(peer.uri(), "", MESSAGE_BYTES, listener);

        assertThat(peer.accept().readHead()).doesNotContainIgnoringCase("Sec-WebSocket-Protocol");
    }

    @Test
    void webServerIsAskedBeforeAndWhatItGaveGoesAlong() throws Exception {
        Transport.Socket socket = transport.socket(listener);
        URI form = URI.create("http://127.0.0.1:" + peer.uri().getPort() + "/signin");
        CompletableFuture<WebAnswer> answer = new CompletableFuture<>();
        socket.ask(WebRequest.post(form, "name", "甲 &"), answer::complete);
        FakePeer.Connection connection = peer.accept();
        assertThat(connection.readHead())
                .startsWith("POST /signin HTTP/1.1\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded\r\n", "Content-Length: 18\r\n");
        connection.raw(
                "HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: a=b\r\nset-cookie: c=d\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"
                        .getBytes(US_ASCII));
        WebAnswer came = answer.get(60, TimeUnit.SECONDS);

        assertThat(came.status()).isEqualTo(302);
        assertThat(came.header("Set-Cookie")).containsExactlyInAnyOrder("a=b", "c=d");
        assertThat(came.body()).isEqualTo("hi");
        socket.dial(new Handshake(peer.uri(), "", Map.of("Cookie", "a=b"), MESSAGE_BYTES));
        assertThat(FakePeer.Connection.header(peer.accept().readHead(), "Cookie"))
                .isEqualTo("a=b");
    }

    @Test
    void pageWithoutAnEndIsCutOff() throws Exception {
        Transport.Socket socket = transport.socket(listener);
        socket.ask(WebRequest.get(URI.create("http://127.0.0.1:" + peer.uri().getPort() + "/")), _ -> {});
        FakePeer.Connection connection = peer.accept();
        connection.readHead();
        connection.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(US_ASCII));
        Future<?> stream = executor.submit(() -> writeUntilCutOff(connection, new byte[1_024]));

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Lost.class);
        stream.get(30, TimeUnit.SECONDS);
    }

    @Test
    void addressThatIsNoWebPageIsUnreachable() throws Exception {
        transport.socket(listener).ask(WebRequest.get(URI.create("ftp://127.0.0.1/")), _ -> {});

        assertThat(listener.awaitEnd()).isInstanceOf(Ending.Unreachable.class);
    }

    @Test
    void diallingCanBeCancelled() throws Exception {
        Transport.Socket socket = dial();
        FakePeer.Connection connection = peer.accept();
        connection.readHead();

        socket.close(1000, "");

        assertThat(listener.awaitEnd()).isEqualTo(new Ending.Cancelled());
        assertThat(connection.isCutOff()).isTrue();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void whatComesWithTheHandshakeIsHeardAfterIt() throws Exception {
        dial();
        FakePeer.Connection connection = peer.accept();
        byte[] agreement = FakePeer.Connection.agreement(connection.readHead());
        byte[] greeting = FakePeer.Connection.frame(FakePeer.Connection.TEXT, true, "first".getBytes(US_ASCII));
        byte[] both = ByteBuffer.allocate(agreement.length + greeting.length)
                .put(agreement)
                .put(greeting)
                .array();
        connection.raw(both);

        listener.awaitOpen();
        assertThat(listener.awaitText()).isEqualTo("first");
    }

    private static Void writeUntilCutOff(FakePeer.Connection connection, byte[] bytes) {
        boolean open = true;
        while (open) {
            try {
                connection.raw(bytes);
            } catch (IOException e) {
                open = false;
            }
        }
        return null;
    }
}
