package hearth.client.ui.common;

import javafx.scene.control.Label;

/** A server as a rounded square with its letters. */
public final class ServerTile extends Label {
    /** A square without letters. */
    public ServerTile() {
        getStyleClass().add("server-tile");
        Weight.semiBold(this);
    }

    /** Shows a server of this name. */
    public void show(String serverName) {
        setText(ServerLetters.of(serverName));
    }
}
