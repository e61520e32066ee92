package hearth.server.gateway;

import hearth.protocol.CloseCode;
import hearth.protocol.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Reads the frames of one client and puts messages together. Every limit is checked on the header, before anything is allocated for the payload, and
 * memory grows only with what has arrived. Owned by the connection's worker.
 */
final class FrameReader {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int MOST_CONTROL_BYTES = 125;
    private static final char REPLACEMENT = '\uFFFD';

    private final Sink sink;
    private final BooleanSupplier admitted;
    private final byte[] header = new byte[14];
    private int headerLength;
    private boolean inPayload;
    private int left;
    private int position;
    private byte[] control = new byte[0];
    private byte[] message = new byte[256];
    private int messageLength;
    private int fragments;
    private long beforeWelcome;

    /** Takes what was read. */
    interface Sink {
        /** A whole message. */
        void text(String text, int bytes) throws WireViolationException;

        /** The peer wants a pong. */
        void ping(byte[] payload) throws WireViolationException;

        /** The peer answers a ping. */
        void pong() throws WireViolationException;

        /** The peer closes. */
        void close(int code);
    }

    /**
     * Begins with the first byte after the handshake.
     *
     * @param admitted whether the login succeeded: then more may be sent
     */
    FrameReader(Sink sink, BooleanSupplier admitted) {
        this.sink = sink;
        this.admitted = admitted;
    }

    /** Reads all of the buffer, which is backed by an array. */
    void read(ByteBuffer bytes) throws WireViolationException {
        while (bytes.hasRemaining()) {
            if (inPayload) {
                readPayload(bytes);
            } else {
                readHeader(bytes);
            }
        }
    }

    private void readHeader(ByteBuffer bytes) throws WireViolationException {
        header[headerLength++] = bytes.get();
        if (headerLength < 2) {
            return;
        }
        if (headerLength == 2) {
            checkKind();
        }
        if (headerLength == 2 + lengthBytes() + 4) {
            beginPayload();
        }
    }

    private void checkKind() throws WireViolationException {
        if ((header[0] & 0x70) != 0) {
            throw broken("reserved bits");
        }
        if ((header[1] & 0x80) == 0) {
            throw broken("unmasked frame");
        }
        boolean whole = (header[0] & 0x80) != 0;
        int kind = opcode();
        switch (kind) {
            case BINARY -> throw new WireViolationException(CloseCode.BINARY, "binary message");
            case TEXT, CONTINUATION -> {
                if ((kind == TEXT) != (fragments == 0)) {
                    throw broken("fragments out of order");
                }
                if (++fragments > Limits.FRAGMENTS) {
                    throw tooLarge("more than " + Limits.FRAGMENTS + " fragments");
                }
            }
            case CLOSE, PING, PONG -> {
                if (!whole || (header[1] & 0x7F) > MOST_CONTROL_BYTES) {
                    throw broken("control frame too long or in fragments");
                }
            }
            default -> throw broken("unknown opcode");
        }
    }

    private void beginPayload() throws WireViolationException {
        long length = declaredLength();
        if (length < 0 || (!isControl() && messageLength + length > Limits.STANDARD.frameBytes())) {
            throw tooLarge("message of more than " + Limits.STANDARD.frameBytes() + " bytes");
        }
        if (!admitted.getAsBoolean()) {
            beforeWelcome += length;
            if (beforeWelcome > Limits.BYTES_BEFORE_WELCOME) {
                throw tooLarge("more than " + Limits.BYTES_BEFORE_WELCOME + " bytes before welcome");
            }
        }
        left = (int) length;
        position = 0;
        inPayload = true;
        if (isControl()) {
            control = new byte[left];
        }
        if (left == 0) {
            endFrame();
        }
    }

    private void readPayload(ByteBuffer bytes) throws WireViolationException {
        int count = Math.min(left, bytes.remaining());
        byte[] target = isControl() ? control : roomFor(count);
        int offset = isControl() ? position : messageLength;
        int mask = headerLength - 4;
        byte[] source = bytes.array();
        int from = bytes.arrayOffset() + bytes.position();
        for (int i = 0; i < count; i++) {
            target[offset + i] = (byte) (source[from + i] ^ header[mask + ((position + i) & 3)]);
        }
        bytes.position(bytes.position() + count);
        position += count;
        left -= count;
        if (!isControl()) {
            messageLength += count;
        }
        if (left == 0) {
            endFrame();
        }
    }

    private void endFrame() throws WireViolationException {
        boolean whole = (header[0] & 0x80) != 0;
        int kind = opcode();
        inPayload = false;
        headerLength = 0;
        switch (kind) {
            case CLOSE -> sink.close(closeCode());
            case PING -> sink.ping(control);
            case PONG -> sink.pong();
            default -> {
                if (whole) {
                    endMessage();
                }
            }
        }
    }

    private void endMessage() throws WireViolationException {
        int bytes = messageLength;
        String text = decode(message, bytes);
        messageLength = 0;
        fragments = 0;
        message = new byte[256];
        sink.text(text, bytes);
    }

    /** The fast way puts U+FFFD where bytes are wrong; only a text that has one needs the strict way. */
    private static String decode(byte[] bytes, int length) throws WireViolationException {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WireViolationException(CloseCode.NOT_UTF8, "not UTF-8");
        }
    }

    private byte[] roomFor(int count) {
        int needed = messageLength + count;
        if (needed > message.length) {
            message = Arrays.copyOf(
                    message, Math.max(needed, Math.min(message.length * 2, Limits.STANDARD.frameBytes())));
        }
        return message;
    }

    private int lengthBytes() {
        return switch (header[1] & 0x7F) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
    }

    /** As it stands in the header; negative where it is above 2^63. */
    private long declaredLength() {
        ByteBuffer declared = ByteBuffer.wrap(header);
        return switch (lengthBytes()) {
            case 2 -> declared.getShort(2) & 0xFFFF;
            case 8 -> declared.getLong(2);
            default -> header[1] & 0x7F;
        };
    }

    private int closeCode() {
        return control.length < 2
                ? CloseCode.NORMAL.code()
                : ByteBuffer.wrap(control).getShort() & 0xFFFF;
    }

    private int opcode() {
        return header[0] & 0x0F;
    }

    private boolean isControl() {
        return opcode() >= CLOSE;
    }

    private static WireViolationException broken(String message) {
        return new WireViolationException(CloseCode.PROTOCOL_BROKEN, message);
    }

    private static WireViolationException tooLarge(String message) {
        return new WireViolationException(CloseCode.TOO_LARGE, message);
    }
}
