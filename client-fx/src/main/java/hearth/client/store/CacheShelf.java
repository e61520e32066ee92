package hearth.client.store;

import hearth.client.store.KeepStore.Account;
import java.util.Optional;

/** The caches of this person's accounts, one each. Safe from any thread; every call reads or writes the disk. */
public interface CacheShelf {

    /** The cache of an account, where there is one. */
    Optional<CacheStore> find(Account account) throws StoreException;

    /**
     * The cache of an account, made where there is none.
     *
     * @throws DamagedStoreException if there is one that cannot be read
     */
    CacheStore open(Account account) throws StoreException;

    /** Throws the cache of an account away, if there is one; nobody has it open. */
    void discard(Account account) throws StoreException;
}
