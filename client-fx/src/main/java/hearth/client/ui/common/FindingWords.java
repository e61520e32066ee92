package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import hearth.client.link.DialectName;
import hearth.client.link.recognition.Finding;

/** What was found at an address, in words. Pure functions. */
public final class FindingWords {
    private FindingWords() {}

    /** A sentence about something that does not say how it wants to be spoken with. */
    public static String of(Messages messages, Finding.Sign sign, String address) {
        return messages.text(
                switch (sign) {
                    case SOCKET_IO_2 -> "found.socketio-2";
                    case SOCKET_IO_3 -> "found.socketio-3";
                    case SOCKET_IO_4 -> "found.socketio-4";
                    case SOCKET_IO -> "found.socketio";
                    case PLAIN_TEXT -> "found.plain-text";
                    case WEB_SOCKET -> "found.websocket";
                },
                address);
    }

    /** What a kind of server is called. */
    public static String of(Messages messages, DialectName dialect) {
        return messages.text(
                switch (dialect) {
                    case HEARTH -> "kind.hearth";
                    case SOCKETIO_CHAT -> "kind.socketio-chat";
                    case SOCKETIO_TALK -> "kind.socketio-talk";
                    case SOCKETIO_COMMANDS -> "kind.socketio-commands";
                    case KOA -> "kind.koa";
                    case JSONROOM -> "kind.jsonroom";
                    case TEXT -> "kind.text";
                });
    }
}
