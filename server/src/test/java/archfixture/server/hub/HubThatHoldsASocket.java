package archfixture.server.hub;

import org.java_websocket.WebSocket;

/** Breaks a rule on purpose. */
public interface HubThatHoldsASocket {
    WebSocket socket();
}
