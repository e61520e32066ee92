package hearth.client.session;

import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.OutboxEntry;
import hearth.client.store.Progress;
import hearth.client.store.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entries of one account's outbox, here as on disk. Session thread only. */
final class KeptEntries {
    private static final Logger log = LoggerFactory.getLogger(KeptEntries.class);

    private final KeepStore store;
    private final Consumer<String> failed;
    private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
    private Optional<Account> account = Optional.empty();
    private boolean loaded;

    /** {@code failed} hears a sentence for the user whenever the disk cannot be read or written. */
    KeptEntries(KeepStore store, Consumer<String> failed) {
        this.store = store;
        this.failed = failed;
    }

    /** Whose they are on disk; empty before anybody knows. */
    Optional<Account> account() {
        return account;
    }

    /** Whose they are on disk. */
    void belongTo(Account whose) {
        if (!account.equals(Optional.of(whose))) {
            account = Optional.of(whose);
            entries.replaceAll((_, entry) -> entry.of(whose));
            loaded = false;
        }
    }

    /** Whether all that is on disk is known here. */
    boolean isLoaded() {
        return loaded;
    }

    /** Reads what is on disk, where that was not done yet. Gives what was not known here; it is known once it is {@linkplain #takeUp taken up}. */
    List<OutboxEntry> load() {
        if (loaded || account.isEmpty()) {
            return List.of();
        }
        try {
            List<OutboxEntry> left = store.outbox(account.get());
            loaded = true;
            return left.stream()
                    .filter(entry -> !entries.containsKey(entry.clientId()))
                    .toList();
        } catch (StoreException e) {
            onFailure(e);
            return List.of();
        }
    }

    Optional<OutboxEntry> find(String clientId) {
        return Optional.ofNullable(entries.get(clientId));
    }

    /** All of them, in the order in which the user did it. */
    List<OutboxEntry> all() {
        return List.copyOf(entries.values());
    }

    int count() {
        return entries.size();
    }

    /** Takes a new one, on disk first; where that fails it is not here either. */
    boolean add(OutboxEntry entry) {
        try {
            store.putOutbox(entry);
            entries.put(entry.clientId(), entry);
            return true;
        } catch (StoreException e) {
            onFailure(e);
            return false;
        }
    }

    /** Takes one as it is on disk. */
    void takeUp(OutboxEntry entry) {
        entries.put(entry.clientId(), entry);
    }

    /** Changes one, on disk too: if that fails, the older form there does no harm, for its client id is the same. */
    void change(OutboxEntry entry) {
        takeUp(entry);
        try {
            store.putOutbox(entry);
        } catch (StoreException e) {
            onFailure(e);
        }
    }

    /**
     * Says on disk what one is from the moment at which it is sent, should nothing more be heard of it; here it waits until then.
     *
     * @return whether that is on disk
     */
    boolean attempt(OutboxEntry entry) {
        try {
            store.putOutbox(entry.now(new Progress.Unconfirmed()));
            return true;
        } catch (StoreException e) {
            onFailure(e);
            return false;
        }
    }

    /** Takes one out, on disk too. */
    void remove(OutboxEntry entry) {
        entries.remove(entry.clientId());
        try {
            store.removeOutbox(entry.account(), entry.clientId());
        } catch (StoreException e) {
            onFailure(e);
        }
    }

    private void onFailure(StoreException e) {
        log.warn("the outbox on disk cannot be used", e);
        failed.accept(String.valueOf(e.getMessage()));
    }
}
