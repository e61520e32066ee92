package hearth.protocol;

import java.io.OutputStream;

/** Counts the bytes written to it, and keeps none. Not thread-safe. */
final class ByteCounter extends OutputStream {

    private int count;

    @Override
    public void write(int oneByte) {
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
    }

    int count() {
        return count;
    }
}
