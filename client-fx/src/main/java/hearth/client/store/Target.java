package hearth.client.store;

/** Where something that the user did goes. */
public sealed interface Target {

    /** Into this conversation. */
    record Conversation(String id) implements Target {}

    /** To the person of this name, with whom there may be no conversation yet. */
    record Person(String name) implements Target {}
}
