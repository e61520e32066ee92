package hearth.server.gateway;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A WebSocket client without manners: it sends what the test says, byte for byte, and reads frames as they come. */
public final class RawClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket = new Socket();
    private final DataInputStream in;

    /**
     * A frame that came; {@code opcode} -1 stands for the end of the connection.
     */
    public record Frame(int opcode, byte[] payload) {
        /** The payload as text. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The code of a close frame; -1 for the end of the connection without one. */
        public int closeCode() {
            return opcode == 8 ? ByteBuffer.wrap(payload).getShort() : -1;
        }
    }

    private RawClient(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** A connection that has sent nothing yet. */
    public static RawClient connect(int port) throws IOException {
        return new RawClient(port, 0);
    }

    /** A WebSocket. */
    public static RawClient open(int port) throws IOException {
        return connect(port).upgrade();
    }

    /** A WebSocket whose own buffer is small. */
    public static RawClient openNarrow(int port) throws IOException {
        return new RawClient(port, 4096).upgrade();
    }

    /** The request that is accepted, with further header lines. */
    public static String request(String path, String... lines) {
        return "GET " + path
                + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join(
                        "", java.util.Arrays.stream(lines).map(l -> l + "\r\n").toList()) + "\r\n";
    }

    /** Asks to become a WebSocket, and sees that it did. */
    public RawClient upgrade() throws IOException {
        send(request("/chat", "Sec-WebSocket-Protocol: hearth.v1"));
        String answer = readHead();
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new IOException("not upgraded: " + answer);
        }
        return this;
    }

    /** Sends characters as they are. */
    public void send(String raw) throws IOException {
        send(raw.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes as they are. */
    public void send(byte[] raw) throws IOException {
        socket.getOutputStream().write(raw);
    }

    /** Sends a text message. */
    public void text(String text) throws IOException {
        frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a frame with this first byte. */
    public void frame(int first, byte[] payload) throws IOException {
        send(masked(first, payload));
    }

    /** The bytes of a frame as a client sends it. */
    public static byte[] masked(int first, byte[] payload) {
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
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    /** The next frame. */
    public Frame read() throws IOException {
        try {
            int opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte();
            int real = length == 126 ? in.readUnsignedShort() : length == 127 ? Math.toIntExact(in.readLong()) : length;
            byte[] payload = new byte[real];
            in.readFully(payload);
            return new Frame(opcode, payload);
        } catch (EOFException | SocketException e) {
            return new Frame(-1, new byte[0]);
        }
    }

    /** The next text; skips nothing. */
    public String readText() throws IOException {
        Frame frame = read();
        if (frame.opcode() != 1) {
            throw new IOException("no text but opcode " + frame.opcode() + ", close code " + frame.closeCode());
        }
        return frame.text();
    }

    /** Reads up to a text with this part; false where the connection ends before. */
    public boolean readToText(String part) throws IOException {
        for (Frame frame = read(); frame.opcode() != -1; frame = read()) {
            if (frame.opcode() == 1 && frame.text().contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Reads up to the end of the connection, and gives the code of the close frame; -1 where there was none. */
    public int readToClose() throws IOException {
        int code = -1;
        for (Frame frame = read(); frame.opcode() != -1; frame = read()) {
            code = frame.opcode() == 8 ? frame.closeCode() : code;
        }
        return code;
    }

    /** Reads the head of an HTTP response; empty where the connection ended. */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
        } catch (EOFException | SocketException e) {
            return head.toString();
        }
        return head.toString();
    }

    /** Cuts the connection. */
    public void cut() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
