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
        setText(letters(serverName));
    }

    /** Up to two letters for a server: the first of its first two words. */
    public static String letters(String serverName) {
        String[] words = serverName.strip().split("[\\s,]+", 3);
        String first = Avatar.initialOf(words[0]);
        return words.length > 1 && !words[1].isEmpty() ? first + Avatar.initialOf(words[1]) : first;
    }
}
