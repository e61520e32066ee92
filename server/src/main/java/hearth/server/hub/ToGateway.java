package hearth.server.hub;

import hearth.protocol.CloseCode;
import hearth.protocol.EncodedFrame;

/** What the hub tells the gateway, in the order in which it has to happen. Unknown connections are ones that closed meanwhile: ignored. */
public sealed interface ToGateway {

    /** Queue this frame for each of these connections. The array is shared and never written. */
    record Deliver(long[] connections, EncodedFrame frame) implements ToGateway {}

    /** The login of this connection succeeded: the limits before {@code welcome} no longer hold. */
    record Admitted(long connection) implements ToGateway {}

    /** Tell with {@link FromGateway.Drained} when everything queued so far for this connection has been written. */
    record TellWhenDrained(long connection) implements ToGateway {}

    /** So many frames of this connection have been handled: the gateway may read on where it had stopped. */
    record Handled(long connection, int frames) implements ToGateway {}

    /** Close behind what is queued. */
    record Close(long connection, CloseCode code, String reason) implements ToGateway {}
}
