package hearth.faults.model;

import hearth.protocol.UserRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All conversations as they have to be. */
final class ModelChat {
    private final Map<String, ModelConversation> conversations = new LinkedHashMap<>();

    /** The same, from now on on its own: what a backup holds. */
    ModelChat copy() {
        ModelChat copy = new ModelChat();
        conversations.values().forEach(each -> copy.add(each.copy()));
        return copy;
    }

    void add(ModelConversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    void remove(String conversation) {
        conversations.remove(conversation);
    }

    Collection<ModelConversation> all() {
        return List.copyOf(conversations.values());
    }

    Optional<ModelConversation> find(String conversation) {
        return Optional.ofNullable(conversations.get(conversation));
    }

    /** Those that this user is in. */
    List<ModelConversation> of(UserRef user) {
        return conversations.values().stream().filter(each -> each.has(user)).toList();
    }

    /** Does something in a conversation, if it is there; one that is abandoned by that is no more. */
    void in(String conversation, Consumer<ModelConversation> act) {
        find(conversation).ifPresent(act);
        find(conversation).filter(ModelConversation::isAbandoned).ifPresent(gone -> remove(gone.id()));
    }
}
