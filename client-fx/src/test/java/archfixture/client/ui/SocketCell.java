package archfixture.client.ui;

import java.net.http.WebSocket;

/** Breaks a rule on purpose. */
public interface SocketCell {
    WebSocket socket();
}
