package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the proxy does to bytes, with a plain socket on either side. */
class FaultProxyIT {
    private static final int PATIENCE_MS = 30_000;
    private static final int A_WHILE_MS = 300;

    private final List<Socket> opened = new ArrayList<>();
    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MS);
        proxy = new FaultProxy(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        for (Socket each : opened) {
            each.close();
        }
        proxy.close();
        server.close();
    }

    @Test
    void everythingPassesUnchangedBothWays() throws IOException {
        Pair pair = connect();
        byte[] much = new byte[3_000_000];
        new Random(1).nextBytes(much);

        Thread writer = new Thread(() -> pair.send(Direction.UP, much));
        writer.start();

        assertThat(pair.receive(Direction.UP, much.length)).isEqualTo(much);
        pair.send(Direction.DOWN, bytes("hello"));
        assertThat(pair.receive(Direction.DOWN, 5)).isEqualTo(bytes("hello"));
    }

    @ParameterizedTest
    @CsvSource({"UP, FIN", "UP, RESET", "DOWN, FIN", "DOWN, RESET"})
    void aCutLetsExactlySoManyBytesPass(Direction direction, Cut how) throws IOException {
        for (int count : new int[] {0, 1, 4, 9}) {
            Pair pair = connect();
            pair.send(direction, bytes("before"));
            assertThat(pair.receive(direction, 6)).isEqualTo(bytes("before"));

            proxy.cutAfter(direction, count, how);
            pair.sendIfPossible(direction, bytes("0123456789"));

            assertThat(pair.receiveAll(direction)).isEqualTo(Arrays.copyOf(bytes("0123456789"), count));
            assertThat(pair.receiveAll(opposite(direction))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void anOrderlyEndIsAnEndOfStreamToBothSides(Direction direction) throws IOException {
        Pair pair = connect();

        assertThat(proxy.end(Cut.FIN)).isOne();

        assertThat(pair.in(direction).read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aResetIsAnErrorToBothSides(Direction direction) throws IOException {
        Pair pair = connect();

        proxy.end(Cut.RESET);

        assertThatThrownBy(() -> pair.in(direction).read())
                .isInstanceOf(SocketException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aBlackHoleKeepsTheConnectionAndPassesNothingUntilItIsGone() throws IOException {
        Pair pair = connect();
        proxy.conditions(LinkConditions.BLACK_HOLE);
        Socket dialled = dial();
        pair.send(Direction.UP, bytes("a"));
        pair.send(Direction.DOWN, bytes("b"));
        pair.client().shutdownOutput();

        pair.client().setSoTimeout(A_WHILE_MS);
        pair.accepted().setSoTimeout(A_WHILE_MS);
        assertThatThrownBy(() -> pair.in(Direction.UP).read()).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> pair.in(Direction.DOWN).read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(dialled.isConnected()).isTrue();

        proxy.conditions(LinkConditions.CLEAR);
        pair.accepted().setSoTimeout(PATIENCE_MS);
        pair.client().setSoTimeout(PATIENCE_MS);
        assertThat(pair.receiveAll(Direction.UP)).isEqualTo(bytes("a"));
        assertThat(pair.receive(Direction.DOWN, 1)).isEqualTo(bytes("b"));
    }

    @Test
    void latencyDelaysEachByteAndKeepsTheOrder() throws IOException {
        proxy.conditions(LinkConditions.CLEAR.withLatency(Duration.ofMillis(200)));
        Pair pair = connect();
        long begin = System.nanoTime();

        pair.send(Direction.UP, bytes("ab"));
        pair.send(Direction.UP, bytes("c"));

        assertThat(pair.receive(Direction.UP, 3)).isEqualTo(bytes("abc"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void bandwidthBoundsHowMuchPassesInATime() throws IOException {
        proxy.conditions(LinkConditions.CLEAR.withBytesPerSecond(100_000));
        Pair pair = connect();
        long begin = System.nanoTime();

        pair.send(Direction.DOWN, new byte[50_000]);

        assertThat(pair.receive(Direction.DOWN, 50_000)).hasSize(50_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(450));
    }

    @Test
    void aSlowCloseReachesTheOtherSideLate() throws IOException {
        proxy.conditions(LinkConditions.CLEAR.withSlowClose(Duration.ofMillis(300)));
        Pair pair = connect();
        long begin = System.nanoTime();

        pair.send(Direction.UP, bytes("last words"));
        pair.client().shutdownOutput();

        assertThat(pair.receiveAll(Direction.UP)).isEqualTo(bytes("last words"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aRefusingProxyResetsWhoDialsAndKeepsWhoIsThere() throws IOException {
        Pair pair = connect();
        proxy.refuse(true);

        Socket refused = dial();
        assertThatThrownBy(() -> readOnce(refused)).isInstanceOf(SocketException.class);

        pair.send(Direction.UP, bytes("x"));
        assertThat(pair.receive(Direction.UP, 1)).isEqualTo(bytes("x"));
    }

    @Test
    void aServerThatIsNotThereResetsWhoDials() throws IOException {
        server.close();

        Socket refused = dial();

        assertThatThrownBy(() -> readOnce(refused)).isInstanceOf(SocketException.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> proxy.open() == 0);
    }

    @Test
    void aWatchSeesWholeFramesAndCutsWithinOne() throws IOException {
        List<String> seen = new ArrayList<>();
        proxy.watch(piece -> {
            seen.add(piece.direction() + " " + piece.text());
            return piece.text().equals("cut me") ? OptionalInt.of(3) : OptionalInt.empty();
        });
        Pair pair = connect();
        byte[] head = bytes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
        byte[] first = {(byte) 0x81, 2, 'h', 'i'};
        byte[] cut = {(byte) 0x81, 6, 'c', 'u', 't', ' ', 'm', 'e'};

        pair.send(Direction.DOWN, Arrays.copyOf(head, 10));
        pair.send(Direction.DOWN, Arrays.copyOfRange(head, 10, head.length));
        pair.send(Direction.DOWN, first);
        pair.send(Direction.DOWN, cut);
        pair.sendIfPossible(Direction.DOWN, first);

        byte[] arrived = pair.receiveAll(Direction.DOWN);
        assertThat(arrived).hasSize(head.length + first.length + 3);
        assertThat(arrived).endsWith(Arrays.copyOf(cut, 3));
        assertThat(seen).startsWith("DOWN " + new String(head, StandardCharsets.US_ASCII), "DOWN hi", "DOWN cut me");
    }

    @Test
    void aMaskedFrameIsShownUnmasked() throws IOException {
        List<String> seen = new ArrayList<>();
        proxy.watch(piece -> {
            seen.add(piece.text());
            return OptionalInt.empty();
        });
        Pair pair = connect();
        byte[] frame = {(byte) 0x81, (byte) 0x82, 1, 2, 3, 4, 'h' ^ 1, 'i' ^ 2};

        String head = "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n";
        pair.send(Direction.UP, bytes(head));
        pair.send(Direction.UP, frame);

        assertThat(pair.receive(Direction.UP, head.length() + frame.length)).endsWith(frame);
        assertThat(seen).containsExactly(head, "hi");
    }

    @Test
    void whatIsNoHandshakePassesAsItComes() throws IOException {
        StringBuilder seen = new StringBuilder();
        proxy.watch(piece -> {
            seen.append(piece.text());
            return OptionalInt.empty();
        });
        Pair pair = connect();
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n0{}";

        pair.send(Direction.DOWN, bytes(answer));

        assertThat(pair.receive(Direction.DOWN, answer.length())).isEqualTo(bytes(answer));
        assertThat(seen).hasToString(answer);
    }

    private Socket dial() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(PATIENCE_MS);
        opened.add(client);
        return client;
    }

    private Pair connect() throws IOException {
        Socket client = dial();
        Socket accepted = server.accept();
        accepted.setSoTimeout(PATIENCE_MS);
        opened.add(accepted);
        return new Pair(client, accepted);
    }

    private static int readOnce(Socket socket) throws IOException {
        return socket.getInputStream().read();
    }

    private static Direction opposite(Direction direction) {
        return direction == Direction.UP ? Direction.DOWN : Direction.UP;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Both ends of one link. */
    private record Pair(Socket client, Socket accepted) {

        void send(Direction direction, byte[] bytes) {
            try {
                (direction == Direction.UP ? client : accepted)
                        .getOutputStream()
                        .write(bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** Sends into what may have been cut already. */
        void sendIfPossible(Direction direction, byte[] bytes) throws IOException {
            try {
                (direction == Direction.UP ? client : accepted)
                        .getOutputStream()
                        .write(bytes);
            } catch (SocketException e) {
                assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|abort).*");
            }
        }

        /** Where bytes of this direction arrive. */
        InputStream in(Direction direction) throws IOException {
            return (direction == Direction.UP ? accepted : client).getInputStream();
        }

        byte[] receive(Direction direction, int count) throws IOException {
            return in(direction).readNBytes(count);
        }

        /** What arrives before the end, whether that is orderly or not. */
        byte[] receiveAll(Direction direction) throws IOException {
            byte[] arrived = new byte[1_000];
            int count = 0;
            try {
                for (int next = in(direction).read();
                        next >= 0;
                        next = in(direction).read()) {
                    arrived[count++] = (byte) next;
                }
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no end", e);
            } catch (SocketException e) {
                // A reset is an end too.
                return Arrays.copyOf(arrived, count);
            }
            return Arrays.copyOf(arrived, count);
        }
    }
}
