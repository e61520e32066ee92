package hearth.server.hub;

import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.util.OptionalLong;

/** What the gateway tells the hub. For one connection: {@link Opened} first, {@link Closed} last, frames between in the order received. */
public sealed interface FromGateway extends HubInput {

    /** The connection that it is about; ids are never used again within a process. */
    long connection();

    /** A connection was upgraded; {@code remoteAddress} is the peer's IP address. */
    record Opened(long connection, String remoteAddress) implements FromGateway {}

    /**
     * A frame arrived. The gateway answers pings after the login itself as any frame: through the hub.
     *
     * @param backlogged whether the queue to this connection was more than half full
     */
    record Received(long connection, ClientFrame frame, boolean backlogged) implements FromGateway {}

    /** A frame arrived that is refused for its form; the hub answers, so that the order of answers holds. */
    record Malformed(long connection, OptionalLong re, ErrorCode code, String frameType, String message)
            implements FromGateway {}

    /** The queue to this connection, which held back the rest of a welcome, is empty again. */
    record Drained(long connection) implements FromGateway {}

    /** The connection is gone, for whatever reason. */
    record Closed(long connection) implements FromGateway {}
}
