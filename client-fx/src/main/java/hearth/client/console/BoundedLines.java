package hearth.client.console;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines that end with LF or CR LF; of one that is too long only the beginning is kept, and one character more, so that it shows. */
final class BoundedLines {
    private final Reader in;
    private final int mostChars;

    BoundedLines(Reader in, int mostChars) {
        this.in = in;
        this.mostChars = mostChars;
    }

    /** The next line; nothing at the end of input. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.length() <= mostChars) {
                line.append((char) read);
            }
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return Optional.of(line.toString());
    }
}
