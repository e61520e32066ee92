package hearth.client.ui.host;

/** What every screen lets the user do about the chat that is hosted here. */
public interface HostActions {

    /** Asks for a name and a port, and begins. */
    void host();

    /** Ends it; asks first where others are connected. */
    void stop();

    /** Joins it. */
    void join();
}
