package hearth.client.transport;

/** Why a connection ended or never came to be. {@code detail} is for the log. */
public sealed interface Ending {

    /** Nothing listens at that port. */
    record Refused(String detail) implements Ending {}

    /** The host has no address, or no way leads there. */
    record Unreachable(String detail) implements Ending {}

    /** Nothing answered in time. */
    record TimedOut(String detail) implements Ending {}

    /** Something answered that does not speak WebSocket, or not what we speak. */
    record NotAChatServer(String detail) implements Ending {}

    /** The server's certificate cannot be trusted. */
    record Untrusted(String detail) implements Ending {}

    /** Closed by a close frame; 1005 where it carried no code. */
    record Closed(int code, String reason) implements Ending {}

    /** Cut off: reset, end of stream, a missed deadline, broken frames. */
    record Lost(String detail) implements Ending {}

    /** The server sent a message beyond the bound. */
    record Oversized(String detail) implements Ending {}

    /** The server sent what is no frame of the protocol; nothing that we sent is to blame. */
    record Garbled(String detail) implements Ending {}

    /** This side ended it. */
    record Cancelled() implements Ending {}
}
