package hearth.client.store;

import java.util.Optional;

/** Where something that the user did goes. */
public sealed interface Target {

    /** Into this conversation. */
    record Conversation(String id) implements Target {}

    /**
     * To a person with whom there may be no conversation yet.
     *
     * @param id who it is, whoever has that name by then; empty where nobody knows more than the name
     */
    record Person(String name, Optional<String> id) implements Target {

        /** Whoever has this name. */
        public Person(String name) {
            this(name, Optional.empty());
        }
    }
}
