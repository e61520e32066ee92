package hearth.server.hub;

import hearth.server.account.Mentions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All users, by what they are found by: id, name, mention and token. Changed by {@link ChatState} only. */
final class People {
    private final UndoJournal journal;
    private final Map<String, User> byId = new HashMap<>();
    private final Map<String, User> bySkeleton = new HashMap<>();
    private final Map<String, User> byMention = new HashMap<>();
    private final Map<String, User> byToken = new HashMap<>();
    private final Set<String> deadTokens = new HashSet<>();

    People(UndoJournal journal) {
        this.journal = journal;
    }

    Optional<User> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<User> bySkeleton(String skeleton) {
        return Optional.ofNullable(bySkeleton.get(skeleton));
    }

    /** Who is found by this {@link Mentions#key}. */
    Optional<User> byMention(String key) {
        return Optional.ofNullable(byMention.get(key));
    }

    /** Whom a living token logs in. */
    Optional<User> byToken(String hash) {
        return Optional.ofNullable(byToken.get(hash));
    }

    /** Whether a token has died: it is never anybody's again. */
    boolean isDead(String hash) {
        return deadTokens.contains(hash);
    }

    void add(User user) {
        journal.put(byId, user.id(), user);
        journal.put(bySkeleton, user.skeleton(), user);
        journal.put(byMention, Mentions.key(user.name()), user);
    }

    void remove(String id) {
        byId(id).ifPresent(user -> {
            journal.remove(byId, id);
            journal.remove(bySkeleton, user.skeleton());
            journal.remove(byMention, Mentions.key(user.name()));
        });
    }

    void addToken(String id, String hash) {
        byId(id).ifPresent(user -> {
            user.addToken(journal, hash);
            journal.put(byToken, hash, user);
        });
    }

    void revokeToken(String id, String hash) {
        byId(id).ifPresent(user -> user.removeToken(journal, hash));
        journal.remove(byToken, hash);
        journal.add(deadTokens, hash);
    }
}
