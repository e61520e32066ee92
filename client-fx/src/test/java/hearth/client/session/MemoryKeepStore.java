package hearth.client.session;

import hearth.client.store.KeepStore;
import hearth.client.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would be on disk: it fails when told, and can be copied as a crash would leave it. */
public final class MemoryKeepStore implements KeepStore {
    private static final int MOST_NOTED = 20;

    private final Map<Account, String> tokens = new LinkedHashMap<>();
    private final Map<List<Object>, OutboxEntry> outbox = new LinkedHashMap<>();
    private final Map<Account, Map<String, Marker>> markers = new LinkedHashMap<>();
    private final Map<Account, Map<String, String>> drafts = new LinkedHashMap<>();
    private final List<RememberedServer> servers = new ArrayList<>();
    private final List<MemoryKeepStore> writes = new ArrayList<>();
    private boolean broken;
    private boolean full;
    private int markerWrites;
    private int processes;

    MemoryKeepStore copy() {
        MemoryKeepStore copy = new MemoryKeepStore();
        copy.processes = processes + 1;
        copy.tokens.putAll(tokens);
        copy.outbox.putAll(outbox);
        drafts.forEach((account, texts) -> copy.drafts.put(account, new LinkedHashMap<>(texts)));
        markers.forEach((account, seqs) -> copy.markers.put(account, new LinkedHashMap<>(seqs)));
        copy.servers.addAll(servers);
        return copy;
    }

    /** How the disk looked after each write. */
    List<MemoryKeepStore> writes() {
        return List.copyOf(writes);
    }

    public void breakDown(boolean fails) {
        broken = fails;
    }

    /** Whether there is no room: nothing can be added, what is there can be read and taken out. */
    void fillUp(boolean isFull) {
        full = isFull;
    }

    /** Puts an entry there that an earlier process left. */
    void add(OutboxEntry entry) {
        outbox.put(List.of(entry.account(), entry.clientId()), entry);
    }

    public List<OutboxEntry> outboxOfAll() {
        return List.copyOf(outbox.values());
    }

    /** The markers of all accounts. */
    Map<String, Long> allMarkers() {
        Map<String, Long> all = new LinkedHashMap<>();
        markers.values().forEach(each -> each.forEach((conversation, marker) -> all.put(conversation, marker.seq())));
        return all;
    }

    /** How many processes used this disk before: each has other random numbers. */
    int processes() {
        return processes;
    }

    int markerWrites() {
        return markerWrites;
    }

    Map<Account, String> tokens() {
        return Map.copyOf(tokens);
    }

    @Override
    public List<String> names(String serverId) throws StoreException {
        check();
        return tokens.keySet().stream()
                .filter(account -> account.serverId().equals(serverId))
                .map(Account::name)
                .toList();
    }

    @Override
    public List<RememberedServer> servers() throws StoreException {
        check();
        return List.copyOf(servers.reversed());
    }

    @Override
    public void remember(RememberedServer server) throws StoreException {
        checkRoom();
        servers.removeIf(each ->
                each.serverId().equals(server.serverId()) && each.userName().equals(server.userName()));
        servers.add(server);
    }

    @Override
    public void forget(Account account) throws StoreException {
        check();
        servers.removeIf(each ->
                each.serverId().equals(account.serverId()) && each.userName().equals(account.name()));
    }

    @Override
    public Optional<String> token(Account account) throws StoreException {
        check();
        return Optional.ofNullable(tokens.get(account));
    }

    @Override
    public void keepToken(Account account, String token) throws StoreException {
        checkRoom();
        tokens.put(account, token);
        noteWrite();
    }

    @Override
    public void rename(Account before, Account now) throws StoreException {
        checkRoom();
        for (OutboxEntry entry : outbox(before)) {
            outbox.remove(List.of(before, entry.clientId()));
            outbox.put(List.of(now, entry.clientId()), entry.of(now));
        }
        Map<String, String> texts = drafts.getOrDefault(before, Map.of());
        drafts.computeIfAbsent(now, _ -> new LinkedHashMap<>()).putAll(texts);
        drafts.remove(before);
        Map<String, Marker> seqs = markers.getOrDefault(before, Map.of());
        markers.computeIfAbsent(now, _ -> new LinkedHashMap<>()).putAll(seqs);
        markers.remove(before);
        noteWrite();
    }

    @Override
    public List<OutboxEntry> outbox(Account account) throws StoreException {
        check();
        return outbox.values().stream()
                .filter(entry -> entry.account().equals(account))
                .toList();
    }

    @Override
    public void putOutbox(OutboxEntry entry) throws StoreException {
        checkRoom();
        outbox.put(List.of(entry.account(), entry.clientId()), entry);
        noteWrite();
    }

    @Override
    public void removeOutbox(Account account, String clientId) throws StoreException {
        check();
        outbox.remove(List.of(account, clientId));
        noteWrite();
    }

    @Override
    public String draft(Account account, String conversation) throws StoreException {
        check();
        return drafts(account).getOrDefault(conversation, "");
    }

    @Override
    public void keepDraft(Account account, String conversation, String text) throws StoreException {
        check();
        Map<String, String> texts = drafts.computeIfAbsent(account, _ -> new LinkedHashMap<>());
        if (text.isEmpty()) {
            texts.remove(conversation);
        } else {
            texts.put(conversation, text);
        }
    }

    @Override
    public Map<String, String> drafts(Account account) throws StoreException {
        check();
        return Map.copyOf(drafts.getOrDefault(account, Map.of()));
    }

    @Override
    public Map<String, Marker> markers(Account account) throws StoreException {
        check();
        return Map.copyOf(markers.getOrDefault(account, Map.of()));
    }

    @Override
    public void keepMarker(Account account, String conversation, Marker marker) throws StoreException {
        checkRoom();
        markerWrites++;
        markers.computeIfAbsent(account, _ -> new LinkedHashMap<>()).put(conversation, marker);
    }

    @Override
    public void removeMarker(Account account, String conversation) throws StoreException {
        check();
        markers.computeIfAbsent(account, _ -> new LinkedHashMap<>()).remove(conversation);
    }

    @Override
    public void close() {
        tokens.clear();
    }

    /** Only the first ones: a copy of everything at each of thousands of writes would take long. */
    private void noteWrite() {
        if (writes.size() < MOST_NOTED) {
            writes.add(copy());
        }
    }

    private void checkRoom() throws StoreException {
        check();
        if (full) {
            throw new StoreException("there is no room", null);
        }
    }

    private void check() throws StoreException {
        if (broken) {
            throw new StoreException("the disk is full", null);
        }
    }
}
