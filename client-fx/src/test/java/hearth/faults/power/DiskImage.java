package hearth.faults.power;

import hearth.faults.power.DiskAct.Printed;
import hearth.faults.power.DiskAct.Removed;
import hearth.faults.power.DiskAct.Renamed;
import hearth.faults.power.DiskAct.Synced;
import hearth.faults.power.DiskAct.Truncated;
import hearth.faults.power.DiskAct.Written;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What is found on a disk whose power was cut: of each file all that was done to it before its last sync, and of what came after that any part, in sectors
 * of 512 bytes. A file that was removed may be there again until its folder, or a new file of the same name, was synced.
 */
final class DiskImage {
    private static final int SECTOR_BYTES = 512;
    private static final String FOLDER = "";

    /** How the disk treats an act that no sync secured. */
    private enum Fate {
        DONE,
        TORN,
        UNDONE
    }

    private final RandomGenerator random;
    private final int doneOf100;
    private final int tornOf100;
    private final Map<String, Content> files = new TreeMap<>();

    private DiskImage(RandomGenerator random) {
        this.random = random;
        // Some disks had written nearly all by then, some next to nothing.
        this.doneOf100 = random.nextInt(101);
        this.tornOf100 = random.nextInt(101 - doneOf100);
    }

    /**
     * One of the states that are possible.
     *
     * @param acts all that was done before the power went
     */
    static DiskImage after(List<DiskAct> acts, RandomGenerator random) {
        DiskImage image = new DiskImage(random);
        boolean[] secured = secured(acts);
        for (int i = 0; i < acts.size(); i++) {
            image.play(acts.get(i), secured[i] ? Fate.DONE : image.fate());
        }
        return image;
    }

    /** The content of a file; nothing where there is no such file. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).map(Content::whole);
    }

    /** Writes the files into a folder, in the place of those that are there. */
    void lay(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, Content> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().whole());
        }
    }

    /** Which acts are on the disk for certain, since a sync of their file came later. */
    private static boolean[] secured(List<DiskAct> acts) {
        boolean[] secured = new boolean[acts.size()];
        Set<String> syncedLater = new HashSet<>();
        for (int i = acts.size() - 1; i >= 0; i--) {
            DiskAct act = acts.get(i);
            secured[i] = switch (act) {
                case Synced _ -> syncedLater.add(act.file());
                case Printed _ -> true;
                case Written _, Truncated _ -> syncedLater.contains(act.file());
                case Removed _ -> syncedLater.contains(FOLDER) || syncedLater.contains(act.file());
                case Renamed renamed -> syncedLater.contains(FOLDER) || syncedLater.contains(renamed.to());
            };
        }
        return secured;
    }

    private Fate fate() {
        int drawn = random.nextInt(100);
        if (drawn < doneOf100) {
            return Fate.DONE;
        }
        return drawn < doneOf100 + tornOf100 ? Fate.TORN : Fate.UNDONE;
    }

    private void play(DiskAct act, Fate fate) {
        boolean isDone = fate == Fate.DONE || (fate == Fate.TORN && random.nextBoolean());
        switch (act) {
            case Written written -> write(written, fate);
            case Truncated truncated when isDone -> content(act.file()).truncate(Math.toIntExact(truncated.size()));
            case Removed _ when isDone -> files.remove(act.file());
            case Renamed renamed
            when isDone && files.containsKey(act.file()) -> files.put(renamed.to(), files.remove(act.file()));
            case Truncated _, Removed _, Renamed _, Synced _, Printed _ -> {}
        }
    }

    private void write(Written written, Fate fate) {
        int begin = Math.toIntExact(written.offset());
        int end = begin + written.data().length;
        switch (fate) {
            case DONE -> content(written.file()).write(written.data(), begin, begin, end);
            case TORN -> {
                for (int from = begin; from < end; from = endOfSector(from)) {
                    if (random.nextBoolean()) {
                        content(written.file()).write(written.data(), begin, from, Math.min(endOfSector(from), end));
                    }
                }
            }
            case UNDONE -> {}
        }
    }

    private static int endOfSector(int position) {
        return (position / SECTOR_BYTES + 1) * SECTOR_BYTES;
    }

    private Content content(String file) {
        return files.computeIfAbsent(file, _ -> new Content());
    }

    /** The bytes of one file. */
    private static final class Content {
        private byte[] bytes = new byte[SECTOR_BYTES];
        private int size;

        /** Writes from one position up to another what stands in the data of a write that began at a third. */
        void write(byte[] data, int begin, int from, int to) {
            if (to > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(to, 2 * bytes.length));
            }
            System.arraycopy(data, from - begin, bytes, from, to - from);
            size = Math.max(size, to);
        }

        void truncate(int to) {
            bytes = Arrays.copyOf(Arrays.copyOf(bytes, Math.min(size, to)), Math.max(to, SECTOR_BYTES));
            size = to;
        }

        byte[] whole() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
