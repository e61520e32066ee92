package hearth.conformance;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** What one check has at hand: the server, and people who come to it. Ends their connections when it is closed. */
final class House implements Closeable {
    static final String SUBPROTOCOL = "hearth.v1";

    private static final SecureRandom RANDOM = new SecureRandom();
    /** No two of these look alike, so that names made of them have different skeletons. */
    private static final String LETTERS = "bcdfghkqstvwxz";

    private final Target target;
    private final HttpClient http;
    private final Offer offer;
    private final Transcript transcript = new Transcript();
    private final List<Closeable> open = new ArrayList<>();

    House(Target target, HttpClient http, Offer offer) {
        this.target = target;
        this.http = http;
        this.offer = offer;
    }

    Target target() {
        return target;
    }

    Offer offer() {
        return offer;
    }

    Transcript transcript() {
        return transcript;
    }

    Duration patience() {
        return target.patience();
    }

    /** A text that nobody has used before. */
    String unique() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Somebody new, who has not come yet. */
    Peer.Account account(String who) {
        return new Peer.Account(who + " " + unique(), token());
    }

    /** Connects, and says nothing. */
    Peer connect(String who) {
        return connect(who, target.url(), builder -> builder.subprotocols(SUBPROTOCOL));
    }

    /** Connects in a special way, and says nothing. */
    Peer connect(String who, URI address, UnaryOperator<WebSocket.Builder> how) {
        WebSocket.Builder builder = how.apply(http.newWebSocketBuilder().connectTimeout(patience()));
        Peer peer = new Peer(this, new Wire(who, transcript, builder, address));
        open.add(peer);
        return peer;
    }

    /** Somebody new comes. */
    Peer guest(String who) {
        return connect(who).logIn(account(who));
    }

    /** Another connection of the same user. */
    Peer again(Peer peer) {
        return connect(peer.account().name().split(" ")[0] + "2").logInAgain(peer.account());
    }

    /** A connection of which every byte can be chosen; upgraded already. */
    RawPeer raw(String who) throws IOException {
        RawPeer raw = new RawPeer(who, transcript, target, 0);
        open.add(raw);
        return raw.upgrade();
    }

    /** The same, of a machine that takes little in. */
    RawPeer narrow(String who) throws IOException {
        RawPeer raw = new RawPeer(who, transcript, target, 4_096);
        open.add(raw);
        return raw.upgrade();
    }

    /** Not upgraded yet. */
    RawPeer stranger(String who) throws IOException {
        RawPeer raw = new RawPeer(who, transcript, target, 0);
        open.add(raw);
        return raw;
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }
}
