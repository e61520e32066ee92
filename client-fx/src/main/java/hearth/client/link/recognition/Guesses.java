package hearth.client.link.recognition;

import hearth.client.link.DialectName;
import hearth.client.link.foreign.ForeignJson;
import hearth.client.transport.WebAnswer;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What a sign, and the path at which it was seen, make likely. Pure functions. */
final class Guesses {
    /** One packet of version 3, with its length before it. */
    private static final Pattern COUNTED = Pattern.compile("\\d{1,4}:(.*)", Pattern.DOTALL);

    /** Not every page is one: there are web servers that answer the same page at every path. */
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*\\bsignin\\b", Pattern.CASE_INSENSITIVE);

    private Guesses() {}

    /** A server of this sign at this address. */
    static Finding.Uncertain of(Finding.Sign sign, URI address) {
        DialectName best = best(sign, address);
        // A stable order: what is as likely stays as it is listed. What did not answer as ours does is hardly ours.
        List<DialectName> guesses = Arrays.stream(DialectName.values())
                .filter(each -> each.isOnSocketIo() == best.isOnSocketIo())
                .sorted(Comparator.comparing((DialectName each) -> each != best)
                        .thenComparing(each -> each == DialectName.HEARTH))
                .toList();
        return new Finding.Uncertain(sign, guesses);
    }

    private static DialectName best(Finding.Sign sign, URI address) {
        return switch (sign) {
            case SOCKET_IO_2, SOCKET_IO_3, SOCKET_IO_4, SOCKET_IO -> DialectName.SOCKETIO_CHAT;
            case PLAIN_TEXT -> DialectName.TEXT;
            case WEB_SOCKET -> ofPath(String.valueOf(address.getPath()));
        };
    }

    private static DialectName ofPath(String path) {
        if (path.startsWith("/socket.io")) {
            return DialectName.SOCKETIO_CHAT;
        }
        return path.startsWith("/ws/chat") ? DialectName.KOA : DialectName.TEXT;
    }

    /** Whether this answer, to who asked for the sign-in form, says that there is one; any page will do where the path is that of chats behind one. */
    static boolean isForm(WebAnswer answer, URI address) {
        boolean likely = ofPath(String.valueOf(address.getPath())) == DialectName.KOA;
        return answer.isNotToBeAsked()
                || (answer.isPage() && (likely || FORM.matcher(answer.body()).find()));
    }

    /** What the answer to a handshake of Socket.IO by polling shows. */
    static Optional<Finding.Sign> handshake(String body) {
        Matcher counted = COUNTED.matcher(body);
        String packet = counted.matches() ? counted.group(1) : body;
        int end = packet.indexOf('}');
        if (packet.startsWith("0{") && end > 0) {
            return ForeignJson.object(packet.substring(1, end + 1))
                    .filter(about -> ForeignJson.text(about, "sid").isPresent())
                    .map(about -> version(counted.matches(), about));
        }
        return ForeignJson.object(body)
                .filter(refusal -> ForeignJson.whole(refusal, "code").isPresent()
                        && ForeignJson.text(refusal, "message").isPresent())
                .map(_ -> Finding.Sign.SOCKET_IO);
    }

    private static Finding.Sign version(boolean counted, ObjectNode about) {
        if (counted) {
            return Finding.Sign.SOCKET_IO_2;
        }
        return about.has("maxPayload") ? Finding.Sign.SOCKET_IO_4 : Finding.Sign.SOCKET_IO_3;
    }
}
