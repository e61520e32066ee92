package hearth.faults;

/** A client and the proxy through which it reaches the server. */
public record Seat(FaultClient client, FaultProxy proxy) {}
