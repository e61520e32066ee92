package hearth.client.session;

import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.SignedIn;
import hearth.client.store.CacheShelf;
import hearth.client.store.CacheStore;
import hearth.client.store.CacheStore.CachedConversation;
import hearth.client.store.CacheStore.Owner;
import hearth.client.store.DamagedStoreException;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the cache of the account, if there is one, and sees to it that nothing that happens to it harms the session: a damaged one is thrown away and made
 * anew, and where the disk fails the session goes on without. What was changed is on disk together at the end of each burst: once all that was queued at
 * the first change has run. Session thread only.
 */
final class CacheKeeper {
    private static final Logger log = LoggerFactory.getLogger(CacheKeeper.class);

    /** What an earlier process knew. */
    record Held(SignedIn signedIn, List<CachedConversation> conversations) {}

    /** Something that is done with the cache. */
    @FunctionalInterface
    interface Use<T> {
        Optional<T> with(CacheStore store) throws StoreException;
    }

    /** A change of the cache. */
    @FunctionalInterface
    interface Change {
        void make(CacheStore store) throws StoreException;
    }

    /** Something that is done with a conversation that was left. */
    @FunctionalInterface
    interface LeftUse {
        void with(CacheStore store, CachedConversation left) throws StoreException;
    }

    private final Optional<CacheShelf> shelf;
    private final SessionLoop loop;
    private final Conversations conversations;
    private final Consumer<SessionEvent> told;
    private final Set<String> known = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private Optional<Account> account = Optional.empty();
    private Optional<CacheStore> store = Optional.empty();
    private Optional<Owner> owner = Optional.empty();
    private boolean commitQueued;
    private boolean rebuilt;
    private boolean off;

    /**
     * Begins without a cache.
     *
     * @param shelf where they are; empty where nothing is to be kept
     */
    CacheKeeper(
            Optional<CacheShelf> shelf, SessionLoop loop, Conversations conversations, Consumer<SessionEvent> told) {
        this.shelf = shelf;
        this.loop = loop;
        this.conversations = conversations;
        this.told = told;
    }

    /** Whose session this is; gives what an earlier process kept, the first time somebody says so. */
    Optional<Held> belongTo(Account whose) {
        if (account.equals(Optional.of(whose)) || shelf.isEmpty() || off) {
            return Optional.empty();
        }
        release();
        account = Optional.of(whose);
        try {
            store = shelf.get().find(whose);
        } catch (StoreException e) {
            onFailure(e);
        }
        return use(this::takeUp);
    }

    private Optional<Held> takeUp(CacheStore found) throws StoreException {
        owner = found.owner();
        if (owner.isEmpty() || !conversations.all().isEmpty()) {
            // Either it was never used, or what is known already is not from it.
            found.clear();
            return Optional.empty();
        }
        List<CachedConversation> all = found.conversations();
        all.forEach(each -> known.add(each.summary().id()));
        Owner who = owner.get();
        return Optional.of(new Held(new SignedIn(who.self(), who.server(), who.limits(), who.capabilities()), all));
    }

    /** A login succeeded: from now on there is a cache. */
    void own(SignedIn signedIn) {
        owner = Optional.of(new Owner(signedIn.self(), signedIn.server(), signedIn.limits(), signedIn.capabilities()));
        try {
            if (store.isEmpty() && shelf.isPresent() && !off) {
                store = Optional.of(shelf.get().open(account.orElseThrow()));
            }
        } catch (StoreException e) {
            onFailure(e);
        }
        change(cache -> {
            if (known.isEmpty()) {
                writeAll(cache);
            } else {
                cache.own(owner.orElseThrow());
            }
        });
    }

    /** Another history has begun: nothing of the old one counts. */
    void clear() {
        change(cache -> {
            cache.clear();
            known.clear();
            changed.clear();
        });
    }

    /** A conversation is there, or is another than before. */
    void onChanged(Conversation conversation) {
        change(cache -> {
            if (known.add(conversation.id())) {
                cache.put(cached(conversation));
            }
            changed.add(conversation.id());
        });
    }

    /** A conversation is no longer the user's; what is known of it stays, for nobody else knows it. */
    void onLeft(Conversation conversation) {
        change(cache -> {
            if (known.remove(conversation.id())) {
                changed.remove(conversation.id());
                cache.put(cached(conversation));
                cache.leave(conversation.id());
            }
        });
    }

    /** Reads what is kept of those that were left. */
    void readLeft(LeftUse use) {
        change(cache -> {
            for (CachedConversation each : cache.left()) {
                use.with(cache, each);
            }
        });
    }

    /** A conversation is no longer the user's, nor is what is known of it. */
    void onRemoved(String conversation) {
        change(cache -> {
            if (known.remove(conversation)) {
                changed.remove(conversation);
                cache.remove(conversation);
            }
        });
    }

    /** Changes what is kept of a conversation, together with its cursor. */
    void change(Conversation conversation, Change change) {
        change(cache -> {
            if (known.contains(conversation.id())) {
                changed.add(conversation.id());
                change.make(cache);
            }
        });
    }

    /** Reads what is kept of a conversation; empty where nothing is. */
    <T> Optional<T> read(Conversation conversation, Use<T> use) {
        return use(cache -> known.contains(conversation.id()) ? use.with(cache) : Optional.empty());
    }

    /** Nothing is written from now on; what happened until now is. */
    void close() {
        commit();
        off = true;
        release();
    }

    private void change(Change change) {
        use(cache -> {
            change.make(cache);
            return Optional.empty();
        });
    }

    private <T> Optional<T> use(Use<T> use) {
        if (store.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<T> result = use.with(store.get());
            queueCommit();
            return result;
        } catch (StoreException e) {
            onFailure(e);
            return Optional.empty();
        }
    }

    /** Reading begins a transaction as well, and one that is never ended keeps the file from being tidied up. */
    private void queueCommit() {
        if (!commitQueued) {
            commitQueued = true;
            loop.execute(this::commit);
        }
    }

    private void commit() {
        commitQueued = false;
        if (store.isEmpty()) {
            return;
        }
        try {
            for (String id : changed) {
                Optional<Conversation> conversation = conversations.find(id);
                if (conversation.isPresent()) {
                    store.get().put(cached(conversation.get()));
                }
            }
            changed.clear();
            store.get().commit();
        } catch (StoreException e) {
            onFailure(e);
        }
    }

    private void onFailure(StoreException failure) {
        log.warn("the cache cannot be used", failure);
        release();
        if (failure instanceof DamagedStoreException && !rebuilt) {
            rebuilt = true;
            rebuild();
        } else {
            giveUp(failure);
        }
    }

    private void rebuild() {
        try {
            Account whose = account.orElseThrow();
            shelf.orElseThrow().discard(whose);
            CacheStore empty = shelf.orElseThrow().open(whose);
            store = Optional.of(empty);
            writeAll(empty);
            queueCommit();
            told.accept(new SessionEvent.Noticed(Notice.CACHE_REBUILT, ""));
        } catch (StoreException e) {
            log.warn("the cache cannot be made anew", e);
            release();
            giveUp(e);
        }
    }

    private void giveUp(StoreException why) {
        off = true;
        told.accept(new SessionEvent.Noticed(Notice.CACHE_FAILED, String.valueOf(why.getMessage())));
    }

    private void writeAll(CacheStore cache) throws StoreException {
        if (owner.isPresent()) {
            cache.own(owner.get());
        }
        for (Conversation each : conversations.all()) {
            known.add(each.id());
            cache.put(cached(each));
        }
    }

    private void release() {
        store.ifPresent(CacheStore::close);
        store = Optional.empty();
        known.clear();
        changed.clear();
    }

    private static CachedConversation cached(Conversation conversation) {
        return new CachedConversation(
                conversation.summary(), conversation.cursor().position());
    }
}
