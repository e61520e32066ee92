package hearth.client.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;

/** What a bad disk does to a file. */
record FileDamage(Path file) {

    /** Puts garbage between these bytes. */
    void garble(long from, long until) throws IOException {
        byte[] garbage = new byte[(int) (until - from)];
        new Random(from + until).nextBytes(garbage);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(from);
            raw.write(garbage);
        }
    }

    /** Turns some bits of one byte over. */
    void flip(long at, int bits) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at);
            int before = raw.read();
            raw.seek(at);
            raw.write(before ^ bits);
        }
    }

    /** Leaves so many bytes of it. */
    void cut(long bytes) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(bytes);
        }
    }
}
