package hearth.client.timeline;

import hearth.protocol.ErrorCode;

/** How far a message of one's own has come. */
public sealed interface Delivery {

    /** Written down here; on its way, or waiting for a connection. */
    record Sending() implements Delivery {}

    /** Stored by the server, or somebody else's message. */
    record Sent() implements Delivery {}

    /** Refused for good: the user decides. */
    record Failed(ErrorCode reason) implements Delivery {}
}
