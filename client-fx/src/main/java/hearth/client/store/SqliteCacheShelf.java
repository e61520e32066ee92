package hearth.client.store;

import hearth.client.store.KeepStore.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The caches in a folder of the data folder, a file each, which only their owner may read. Safe from any thread. */
public final class SqliteCacheShelf implements CacheShelf {
    /** The folder's name in the data folder. */
    public static final String FOLDER_NAME = "cache";

    /** How large a cache may be unless told otherwise. */
    public static final long USUAL_MOST_BYTES = 500L * 1024 * 1024;

    private static final int NAME_BYTES = 16;
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path folder;
    private final long mostBytes;

    /** The caches of a data folder, each of which may have about so many bytes. */
    public SqliteCacheShelf(DataFolder data, long mostBytes) {
        this(data.path().resolve(FOLDER_NAME), mostBytes);
    }

    SqliteCacheShelf(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    @Override
    public Optional<CacheStore> find(Account account) throws StoreException {
        return Files.exists(fileOf(account)) ? Optional.of(open(account)) : Optional.empty();
    }

    @Override
    public CacheStore open(Account account) throws StoreException {
        try {
            DataFolder.createOwnerOnlyFolder(folder);
        } catch (IOException e) {
            throw new StoreException("The folder " + folder + " cannot be written.", e);
        }
        return SqliteCacheStore.open(fileOf(account), mostBytes);
    }

    @Override
    public void discard(Account account) throws StoreException {
        Path file = fileOf(account);
        try {
            for (String part : PARTS) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
            }
        } catch (IOException e) {
            throw new StoreException("The file " + file + " cannot be deleted.", e);
        }
    }

    /** Names of servers and people may not be fit for names of files, and say what others need not know. */
    private Path fileOf(Account account) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(account.serverId().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(account.name().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".db");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
