package hearth.faults;

/** A client and the proxy through which it reaches the server. */
public record Seat(FaultClient client, FaultProxy proxy) {

    /** Resets the connection, and returns when there is another one and all that was missed is there. Its user must be impatient. */
    public void loseConnection() {
        int before = client.logins();
        proxy.end(Cut.RESET);
        client.awaitOnlineAfter(before);
    }
}
