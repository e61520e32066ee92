package hearth.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/** A client without manners: every byte is the check's, and it reads only when it wants to. Used by one thread. */
final class RawPeer implements Closeable {
    private static final byte[] MASK = {1, 2, 3, 4};
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final long NEVER = Long.MAX_VALUE;

    private final String who;
    private final Transcript transcript;
    private final Target target;
    private final Socket socket;
    private final DataInputStream in;
    private int closeCode = -1;
    private long deadline = NEVER;

    /**
     * Connects, and sends nothing.
     *
     * @param receiveBuffer its size in bytes, 0 for the usual one
     */
    RawPeer(String who, Transcript transcript, Target target, int receiveBuffer) throws IOException {
        this.who = who;
        this.transcript = transcript;
        this.target = target;
        boolean tls = target.url().getScheme().equals("wss");
        int millis = Math.toIntExact(target.patience().toMillis());
        socket = tls ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(millis);
        int named = target.url().getPort();
        int port = named >= 0 ? named : tls ? 443 : 80;
        socket.connect(new InetSocketAddress(target.url().getHost(), port), millis);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Asks to become a WebSocket, with further header lines, and gives the head of the response. */
    String ask(String... lines) throws IOException {
        String request = "GET " + target.url().getPath() + " HTTP/1.1\r\nHost: "
                + target.url().getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(lines)
                                .map(line -> line + "\r\n")
                                .toList())
                + "\r\n";
        transcript.sent(who, request.strip());
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        transcript.received(who, head.toString().strip());
        return head.toString();
    }

    RawPeer upgrade() throws IOException {
        assertThat(ask("Sec-WebSocket-Protocol: " + House.SUBPROTOCOL)).startsWith("HTTP/1.1 101");
        return this;
    }

    /** The value of a header in a head. */
    static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    void text(String text) throws IOException {
        transcript.sent(who, text);
        write(0x80 | TEXT, text.getBytes(UTF_8));
    }

    /** Sends a frame with this first byte. */
    void frame(int first, byte[] payload) throws IOException {
        transcript.sent(who, "frame 0x" + Integer.toHexString(first) + " of " + payload.length + " bytes");
        write(first, payload);
    }

    private void write(int first, byte[] payload) throws IOException {
        int length = payload.length;
        ByteBuffer frame = ByteBuffer.allocate(14 + length).put((byte) first);
        if (length < 126) {
            frame.put((byte) (0x80 | length));
        } else if (length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(length);
        }
        frame.put(MASK);
        for (int i = 0; i < length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i & 3]));
        }
        try {
            socket.getOutputStream().write(frame.array(), 0, frame.position());
        } catch (SocketException e) {
            transcript.received(who, "no more reading: " + e.getMessage());
        }
    }

    /** The next text; empty at the end of the connection. */
    Optional<Frame> readText() throws IOException {
        try {
            while (true) {
                if (deadline != NEVER) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    socket.setSoTimeout(Math.max(1, Math.toIntExact(left)));
                }
                int opcode = in.readUnsignedByte() & 0x0F;
                byte[] payload = new byte[length()];
                in.readFully(payload);
                if (opcode == TEXT) {
                    String text = new String(payload, UTF_8);
                    transcript.received(who, text);
                    return Optional.of(Frame.parse(text));
                }
                if (opcode == CLOSE) {
                    int code =
                            payload.length < 2 ? -1 : ByteBuffer.wrap(payload).getShort();
                    transcript.received(who, "close " + code);
                    closeCode = code;
                    return Optional.empty();
                }
            }
        } catch (EOFException | SocketException e) {
            transcript.received(who, "the end of the connection: " + e.getMessage());
            return Optional.empty();
        }
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    /** Reads up to a text of this type. */
    Frame readTo(String type) throws IOException {
        Optional<Frame> next = readText();
        while (next.isPresent() && !next.get().is("type", type)) {
            next = readText();
        }
        return next.orElseThrow(() -> new AssertionError("the connection ended before a frame " + type));
    }

    /** The code of the close frame that was read; -1 where there was none. */
    int closeCode() {
        return closeCode;
    }

    /** Reads up to the end, and gives the code of the close frame; -1 where there was none. */
    int readToClose() throws IOException {
        Optional<Frame> next = readText();
        while (next.isPresent()) {
            next = readText();
        }
        return closeCode;
    }

    /** Reads up to the end, which has to come in this time. */
    void readToEnd(Duration within) throws IOException {
        deadline = System.nanoTime() + within.toNanos();
        try {
            readToClose();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection of " + who + " should end in " + within + "; it did not", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
