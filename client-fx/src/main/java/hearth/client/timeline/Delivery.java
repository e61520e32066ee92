package hearth.client.timeline;

import hearth.protocol.ErrorCode;

/** How far something that the user did has come: a message, or a change of one. */
public sealed interface Delivery {

    /** Written down here; on its way, or waiting for a connection. */
    record Sending() implements Delivery {}

    /** Stored by the server, or somebody else's. */
    record Sent() implements Delivery {}

    /** Sent, and whether it arrived nobody knows: the user decides. */
    record Unconfirmed() implements Delivery {}

    /** Refused for good: the user decides. */
    record Failed(ErrorCode reason) implements Delivery {}
}
