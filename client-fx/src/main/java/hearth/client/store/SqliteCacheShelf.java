package hearth.client.store;

import hearth.client.store.KeepStore.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The caches in a folder of the data folder, a file each, which only their owner may read. Together they have at most about so many bytes whenever one was
 * opened: of those that nobody has open the ones go that were not written for longest. Safe from any thread.
 */
public final class SqliteCacheShelf implements CacheShelf {
    /** The folder's name in the data folder. */
    public static final String FOLDER_NAME = "cache";

    /** How large all caches together may be unless told otherwise. */
    public static final long USUAL_MOST_BYTES = 500L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(SqliteCacheShelf.class);
    private static final String ENDING = ".db";
    private static final int NAME_BYTES = 16;
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path folder;
    private final long mostBytes;

    /** Guarded by this; one for each opening, for there may be several of one file. */
    private final Map<Object, Path> inUse = new HashMap<>();

    /** The caches of a data folder, which no other process uses. */
    public SqliteCacheShelf(DataFolder data, long mostBytes) {
        this(data.path().resolve(FOLDER_NAME), mostBytes);
    }

    SqliteCacheShelf(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized Optional<CacheStore> find(Account account) throws StoreException {
        return Files.exists(fileOf(account)) ? Optional.of(open(account)) : Optional.empty();
    }

    @Override
    public synchronized CacheStore open(Account account) throws StoreException {
        try {
            DataFolder.createOwnerOnlyFolder(folder);
        } catch (IOException e) {
            throw new StoreException("The folder " + folder + " cannot be written.", e);
        }
        Path file = fileOf(account);
        Object use = new Object();
        CacheStore opened = SqliteCacheStore.open(file, mostBytes, () -> letGo(use));
        inUse.put(use, file);
        makeRoom();
        return opened;
    }

    private synchronized void letGo(Object use) {
        inUse.remove(use);
    }

    /** What cannot be deleted stays, and is no reason to do without the one that was opened. */
    private void makeRoom() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Kept> all = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                all.add(Kept.of(file));
            }
            long surplus = all.stream().mapToLong(Kept::bytes).sum() - mostBytes;
            all.removeIf(kept -> inUse.containsValue(kept.file()));
            all.sort(Comparator.comparing(Kept::written));
            for (Iterator<Kept> oldest = all.iterator(); surplus > 0 && oldest.hasNext(); ) {
                Kept kept = oldest.next();
                delete(kept.file());
                surplus -= kept.bytes();
            }
        } catch (IOException e) {
            log.warn("there is no knowing how large the caches are, or one cannot be deleted", e);
        }
    }

    /** A file with what belongs to it. */
    private record Kept(Path file, long bytes, FileTime written) {
        static Kept of(Path file) throws IOException {
            long bytes = 0;
            FileTime written = FileTime.fromMillis(0);
            for (Path part : parts(file)) {
                if (Files.exists(part)) {
                    bytes += Files.size(part);
                    FileTime at = Files.getLastModifiedTime(part);
                    written = at.compareTo(written) > 0 ? at : written;
                }
            }
            return new Kept(file, bytes, written);
        }
    }

    @Override
    public synchronized void discard(Account account) throws StoreException {
        Path file = fileOf(account);
        try {
            delete(file);
        } catch (IOException e) {
            throw new StoreException("The file " + file + " cannot be deleted.", e);
        }
    }

    private static void delete(Path file) throws IOException {
        for (Path part : parts(file)) {
            Files.deleteIfExists(part);
        }
    }

    private static List<Path> parts(Path file) {
        return PARTS.stream()
                .map(part -> file.resolveSibling(file.getFileName() + part))
                .toList();
    }

    /** Names of servers and people may not be fit for names of files, and say what others need not know. */
    Path fileOf(Account account) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(account.serverId().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(account.name().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ENDING);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
