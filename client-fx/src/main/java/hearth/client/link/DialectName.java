package hearth.client.link;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of server that the client can speak with, by the names that files and the command line have for them. */
public enum DialectName {
    HEARTH("hearth"),
    SOCKETIO_CHAT("socketio-chat"),
    SOCKETIO_TALK("socketio-talk"),
    SOCKETIO_COMMANDS("socketio-commands"),
    JSONROOM("jsonroom"),
    KOA("koa"),
    TEXT("text");

    private final String text;

    DialectName(String text) {
        this.text = text;
    }

    /** The name in files and on the command line. */
    public String text() {
        return text;
    }

    /** Whether its servers let users in by a signed token. */
    public boolean takesToken() {
        return this == JSONROOM;
    }

    /** Whether it is spoken on Socket.IO: the names of those begin so. */
    public boolean isOnSocketIo() {
        return text.startsWith("socketio-");
    }

    /** The one with this name, if there is one. */
    public static Optional<DialectName> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }
}
