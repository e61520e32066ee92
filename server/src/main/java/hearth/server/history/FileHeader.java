package hearth.server.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the beginning of a database file says of how it is written. SQLite itself replays whatever log lies beside a file, its own or not. */
enum FileHeader {
    /** Its log is beside it. */
    WITH_LOG,
    /** It never had a log, or left it behind for good: one beside it is that of another. */
    WITHOUT_LOG,
    /** The file is too short to say, or no database. */
    SILENT;

    private static final int WRITE_VERSION_AT = 18;

    /** Reads it in a file that is there. */
    static FileHeader of(Path database) throws IOException {
        ByteBuffer version = ByteBuffer.allocate(1);
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
            if (channel.read(version, WRITE_VERSION_AT) < 1) {
                return SILENT;
            }
        }
        return switch (version.get(0)) {
            case 1 -> WITHOUT_LOG;
            case 2 -> WITH_LOG;
            default -> SILENT;
        };
    }
}
