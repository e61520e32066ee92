package hearth.server.hub;

import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who holds a name on this server, online or not. Changed by {@link ChatState} only. */
final class User {
    private final UserRef ref;
    private final String skeleton;
    private final ServerRole role;
    private final Set<String> tokenHashes = new HashSet<>();
    private final NavigableSet<String> conversations = new TreeSet<>();

    User(UserRef ref, String skeleton, ServerRole role) {
        this.ref = ref;
        this.skeleton = skeleton;
        this.role = role;
    }

    UserRef ref() {
        return ref;
    }

    String id() {
        return ref.id();
    }

    String name() {
        return ref.name();
    }

    String skeleton() {
        return skeleton;
    }

    ServerRole role() {
        return role;
    }

    /** The hashes of the tokens that log this user in. */
    Set<String> tokenHashes() {
        return Collections.unmodifiableSet(tokenHashes);
    }

    /** The conversations that this user is a member of, in an order that does not depend on how they came. */
    NavigableSet<String> conversations() {
        return Collections.unmodifiableNavigableSet(conversations);
    }

    void addToken(UndoJournal journal, String hash) {
        journal.add(tokenHashes, hash);
    }

    void removeToken(UndoJournal journal, String hash) {
        journal.remove(tokenHashes, hash);
    }

    void addConversation(UndoJournal journal, String conversation) {
        journal.add(conversations, conversation);
    }

    void removeConversation(UndoJournal journal, String conversation) {
        journal.remove(conversations, conversation);
    }
}
