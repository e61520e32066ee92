package hearth.protocol;

import java.util.Arrays;

/**
 * One frame as UTF-8 JSON, encoded once and shared by all its recipients. Immutable: nobody writes into {@link #payload()}.
 */
public record EncodedFrame(byte[] payload) {

    /** The number of bytes of the payload. */
    public int length() {
        return payload.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedFrame(byte[] bytes) && Arrays.equals(payload, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "EncodedFrame[" + payload.length + " bytes]";
    }
}
