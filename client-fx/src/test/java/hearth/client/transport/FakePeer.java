package hearth.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A server on the loopback that speaks just enough RFC 6455 to be good, bad or silent. The test's thread plays it. */
public final class FakePeer implements AutoCloseable {
    /** What keeps a test from waiting for ever. */
    private static final int PATIENCE_MS = 120_000;

    private static final int RECEIVE_BUFFER_BYTES = 16_384;

    private final ServerSocket server;
    private final List<Socket> accepted = new ArrayList<>();

    /** Listens on a free port. */
    public FakePeer() {
        this(open());
    }

    FakePeer(ServerSocket server) {
        this.server = server;
    }

    private static ServerSocket open() {
        try {
            ServerSocket server = new ServerSocket();
            server.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.setSoTimeout(PATIENCE_MS);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to dial. */
    public URI uri() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/chat");
    }

    /** The next connection. */
    public Connection accept() throws IOException {
        Socket socket = server.accept();
        socket.setSoTimeout(PATIENCE_MS);
        accepted.add(socket);
        return new Connection(socket);
    }

    /** Answers who asks for a sign-in form that there is none. */
    public void answerThatThereIsNoForm() throws IOException {
        Connection form = accept();
        assertThat(form.readHead()).startsWith("GET /signin ");
        form.answer("404 Not Found", "");
    }

    /** The next connection, upgraded. */
    public Connection upgrade() throws IOException {
        Connection connection = accept();
        connection.upgrade();
        return connection;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : accepted) {
            socket.close();
        }
        server.close();
    }

    /** A frame as it arrived, unmasked. */
    public record Frame(int opcode, boolean fin, byte[] payload) {
        /** The payload of a text frame. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** One connection, after accept. */
    public static final class Connection {
        /** The opcodes that are used here. */
        public static final int CONTINUATION = 0;

        public static final int TEXT = 1;
        public static final int CLOSE = 8;
        public static final int PING = 9;
        public static final int PONG = 10;

        private static final int FIN = 0x80;
        private static final int MASKED = 0x80;
        private static final int SHORT_LENGTH = 126;
        private static final int LONG_LENGTH = 127;
        private static final int MASK_BYTES = 4;

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            this.out = socket.getOutputStream();
        }

        /** Reads the request of the handshake, head only. */
        public String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            return head.toString();
        }

        /** Returns once something was sent, whatever it is. */
        public void awaitSomething() throws IOException {
            in.readUnsignedByte();
        }

        /** Agrees to the handshake, with the protocol that is offered. */
        public void upgrade() throws IOException {
            raw(agreement(readHead()));
        }

        /** Answers a question of the web, and ends. */
        public void answer(String status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head =
                    "HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n";
            raw(head.getBytes(StandardCharsets.US_ASCII));
            raw(bytes);
            finish();
        }

        /** What a good server answers to this request. */
        static byte[] agreement(String head) {
            String protocol = header(head, "Sec-WebSocket-Protocol");
            String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(header(head, "Sec-WebSocket-Key")) + "\r\n"
                    + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n") + "\r\n";
            return answer.getBytes(StandardCharsets.US_ASCII);
        }

        static String header(String head, String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        private static String accept(String key) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Sends a whole text message. */
        public void text(String text) throws IOException {
            raw(frame(text));
        }

        /** The bytes of a whole text message. */
        public static byte[] frame(String text) {
            return frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends a close frame. */
        public void closeFrame(int code, String reason) throws IOException {
            byte[] text = reason.getBytes(StandardCharsets.UTF_8);
            raw(frame(
                    CLOSE,
                    true,
                    ByteBuffer.allocate(2 + text.length)
                            .putShort((short) code)
                            .put(text)
                            .array()));
        }

        /** Sends bytes as they are. */
        public void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** A frame from a server. */
        static byte[] frame(int opcode, boolean fin, byte[] payload) {
            byte[] head = head(opcode, fin, payload.length);
            return ByteBuffer.allocate(head.length + payload.length)
                    .put(head)
                    .put(payload)
                    .array();
        }

        /** The head of a frame from a server that declares this length. */
        static byte[] head(int opcode, boolean fin, long length) {
            int first = (fin ? FIN : 0) | opcode;
            if (length < SHORT_LENGTH) {
                return new byte[] {(byte) first, (byte) length};
            }
            if (length <= 0xFFFF) {
                return ByteBuffer.allocate(4)
                        .put((byte) first)
                        .put((byte) SHORT_LENGTH)
                        .putShort((short) length)
                        .array();
            }
            return ByteBuffer.allocate(10)
                    .put((byte) first)
                    .put((byte) LONG_LENGTH)
                    .putLong(length)
                    .array();
        }

        /** Reads one frame from the client. */
        public Frame read() throws IOException {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte();
            if ((second & MASKED) == 0) {
                throw new IOException("a client's frame is masked");
            }
            long length = second & ~MASKED;
            if (length == SHORT_LENGTH) {
                length = in.readUnsignedShort();
            } else if (length == LONG_LENGTH) {
                length = in.readLong();
            }
            byte[] mask = in.readNBytes(MASK_BYTES);
            byte[] payload = in.readNBytes(Math.toIntExact(length));
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % MASK_BYTES];
            }
            return new Frame(first & 0x0F, (first & FIN) != 0, payload);
        }

        /** Reads one whole message from the client. */
        public String readText() throws IOException {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            Frame frame = read();
            while (!frame.fin()) {
                text.write(frame.payload());
                frame = read();
            }
            text.write(frame.payload());
            return text.toString(StandardCharsets.UTF_8);
        }

        /** Passes over what comes before a close frame, and reads its code. */
        public int readClose() throws IOException {
            Frame frame = read();
            while (frame.opcode() != CLOSE) {
                frame = read();
            }
            return ByteBuffer.wrap(frame.payload()).getShort();
        }

        /** Whether the client has ended the connection; waits for what is on its way. */
        public boolean isCutOff() {
            try {
                in.skipNBytes(Long.MAX_VALUE);
                return false;
            } catch (SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        /** Ends the stream without a close frame. */
        public void finish() throws IOException {
            socket.close();
        }

        /** Ends the connection as a crashed machine's firewall would. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
