package hearth.client.session;

import hearth.client.store.CacheShelf;
import hearth.client.store.CacheStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import hearth.protocol.HistoryItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What would be in the files of caches: what was not committed is lost with the process, and it fails when told. */
final class MemoryCacheShelf implements CacheShelf {
    private final Map<Account, Image> files = new HashMap<>();
    private Optional<StoreException> failure = Optional.empty();
    private boolean unfit;
    private int commits;
    private final Map<String, Long> surplus = new HashMap<>();

    /** What is in one file. */
    private static final class Image {
        private Optional<CacheStore.Owner> owner = Optional.empty();
        private final Map<String, CacheStore.CachedConversation> conversations = new LinkedHashMap<>();
        private final Map<String, CacheStore.CachedConversation> left = new LinkedHashMap<>();
        private final Map<String, Long> floors = new HashMap<>();
        private final Map<String, TreeMap<Long, HistoryItem>> items = new HashMap<>();

        Image copy() {
            Image copy = new Image();
            copy.owner = owner;
            copy.conversations.putAll(conversations);
            copy.left.putAll(left);
            copy.floors.putAll(floors);
            items.forEach((id, all) -> copy.items.put(id, new TreeMap<>(all)));
            return copy;
        }
    }

    /** The next call of an open cache fails with this. */
    void failWith(StoreException e) {
        failure = Optional.of(e);
    }

    /** No cache can be made or thrown away any more. */
    void becomeUnfit() {
        unfit = true;
    }

    /** The next commit finds the file too large: the oldest items of this conversation are given up. */
    void giveUp(String conversation, long upTo) {
        surplus.put(conversation, upTo);
    }

    int commits() {
        return commits;
    }

    @Override
    public Optional<CacheStore> find(Account account) throws StoreException {
        return files.containsKey(account) ? Optional.of(open(account)) : Optional.empty();
    }

    @Override
    public CacheStore open(Account account) throws StoreException {
        check();
        return new Open(account, files.getOrDefault(account, new Image()).copy());
    }

    @Override
    public void discard(Account account) throws StoreException {
        check();
        files.remove(account);
    }

    private void check() throws StoreException {
        if (unfit) {
            throw new StoreException("The disk is full.", null);
        }
    }

    private final class Open implements CacheStore {
        private final Account account;
        private final Image image;
        private boolean closed;

        Open(Account account, Image image) {
            this.account = account;
            this.image = image;
        }

        private void use() throws StoreException {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            if (failure.isPresent()) {
                StoreException e = failure.get();
                failure = Optional.empty();
                throw e;
            }
        }

        @Override
        public Optional<Owner> owner() throws StoreException {
            use();
            return image.owner;
        }

        @Override
        public void own(Owner owner) throws StoreException {
            use();
            image.owner = Optional.of(owner);
        }

        @Override
        public List<CachedConversation> conversations() throws StoreException {
            use();
            return List.copyOf(image.conversations.values());
        }

        @Override
        public void put(CachedConversation conversation) throws StoreException {
            use();
            String id = conversation.summary().id();
            CachedConversation before = image.left.get(id);
            if (before != null && before.cursor() != conversation.cursor()) {
                remove(id);
            }
            image.left.remove(id);
            image.conversations.put(id, conversation);
            image.floors.putIfAbsent(id, conversation.cursor());
            image.items.putIfAbsent(id, new TreeMap<>());
        }

        @Override
        public void leave(String conversation) throws StoreException {
            use();
            image.left.put(conversation, image.conversations.remove(conversation));
        }

        @Override
        public List<CachedConversation> left() throws StoreException {
            use();
            return List.copyOf(image.left.values());
        }

        @Override
        public void remove(String conversation) throws StoreException {
            use();
            image.conversations.remove(conversation);
            image.left.remove(conversation);
            image.floors.remove(conversation);
            image.items.remove(conversation);
        }

        @Override
        public void clear() throws StoreException {
            use();
            image.owner = Optional.empty();
            List.copyOf(image.floors.keySet()).forEach(id -> {
                image.conversations.remove(id);
                image.left.remove(id);
                image.floors.remove(id);
                image.items.remove(id);
            });
        }

        @Override
        public long floor(String conversation) throws StoreException {
            use();
            return image.floors.get(conversation);
        }

        @Override
        public void lowerFloor(String conversation, long floor) throws StoreException {
            use();
            image.floors.merge(conversation, floor, Math::min);
        }

        @Override
        public void restart(String conversation, long floor) throws StoreException {
            use();
            image.items.get(conversation).clear();
            image.floors.put(conversation, floor);
        }

        @Override
        public Optional<HistoryItem> item(String conversation, long seq) throws StoreException {
            use();
            return Optional.ofNullable(image.items.get(conversation).get(seq));
        }

        @Override
        public void put(HistoryItem item) throws StoreException {
            use();
            image.items.get(item.event().conversation()).put(item.event().seq(), item);
        }

        @Override
        public List<HistoryItem> before(String conversation, long seq, int limit) throws StoreException {
            use();
            Stream<HistoryItem> newest =
                    image.items.get(conversation).headMap(seq, false).descendingMap().values().stream();
            return newest.limit(limit).toList().reversed();
        }

        @Override
        public void commit() throws StoreException {
            use();
            commits++;
            surplus.forEach((id, upTo) -> {
                image.items.get(id).headMap(upTo, true).clear();
                image.floors.merge(id, upTo, Math::max);
            });
            surplus.clear();
            files.put(account, image.copy());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
