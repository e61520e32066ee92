package hearth.faults.power;

import hearth.faults.power.DiskAct.Printed;
import hearth.faults.power.DiskAct.Removed;
import hearth.faults.power.DiskAct.Renamed;
import hearth.faults.power.DiskAct.Span;
import hearth.faults.power.DiskAct.Synced;
import hearth.faults.power.DiskAct.Truncated;
import hearth.faults.power.DiskAct.Written;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads what a {@link Witness} noted. */
final class DiskRecording {
    private static final int HEAD_BYTES = 40;

    private static final int WRITE = 1;
    private static final int TRUNCATE = 2;
    private static final int SYNC = 3;
    private static final int REMOVE = 4;
    private static final int RENAME = 5;
    private static final int PRINT = 6;

    private final String folder;
    private final ByteBuffer notes;

    private DiskRecording(String folder, ByteBuffer notes) {
        this.folder = folder;
        this.notes = notes;
    }

    /**
     * The acts of a program in their order.
     *
     * @param folder the one that was watched
     * @param matters which files are wanted
     */
    static List<DiskAct> read(Path log, Path folder, Predicate<String> matters) throws IOException {
        ByteBuffer notes = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.nativeOrder());
        DiskRecording recording = new DiskRecording(folder.toString(), notes);
        List<DiskAct> acts = new ArrayList<>();
        while (recording.hasNext()) {
            DiskAct act = recording.next();
            if (matters.test(act.file())) {
                acts.add(act);
            }
        }
        return acts;
    }

    /** The last note is not whole where the program was killed while it wrote it. */
    private boolean hasNext() {
        if (notes.remaining() < HEAD_BYTES) {
            return false;
        }
        int at = notes.position();
        long size = HEAD_BYTES + (long) notes.getInt(at + 28) + notes.getInt(at + 32) + notes.getInt(at + 36);
        return notes.remaining() >= size;
    }

    private DiskAct next() {
        Span span = new Span(notes.getLong(), notes.getLong());
        long offset = notes.getLong();
        int act = notes.getInt();
        byte[] path = new byte[notes.getInt()];
        byte[] other = new byte[notes.getInt()];
        byte[] data = new byte[notes.getInt()];
        notes.get(path).get(other).get(data);
        String file = name(path);
        return switch (act) {
            case WRITE -> new Written(span, file, offset, data);
            case TRUNCATE -> new Truncated(span, file, offset);
            case SYNC -> new Synced(span, file);
            case REMOVE -> new Removed(span, file);
            case RENAME -> new Renamed(span, file, name(other));
            case PRINT -> new Printed(span, new String(data, StandardCharsets.UTF_8));
            default -> throw new IllegalStateException("an act of kind " + act);
        };
    }

    private String name(byte[] path) {
        String whole = new String(path, StandardCharsets.UTF_8);
        String below = whole.substring(folder.length());
        return below.startsWith("/") ? below.substring(1) : below;
    }
}
