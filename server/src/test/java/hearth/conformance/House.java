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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one check has at hand: the server, and people who come to it. Ends their connections when it is closed. */
final class House implements Closeable {
    static final String SUBPROTOCOL = "hearth.v1";

    private static final SecureRandom RANDOM = new SecureRandom();
    /** No two of these look alike, so that names made of them have different skeletons. */
    private static final String LETTERS = "bcdfghkqstvwxz";

    private static final int MOST_LOGINS = 10;

    private final Target target;
    private final HttpClient http;
    private final Offer offer;
    private final Transcript transcript = new Transcript();
    private final List<Closeable> open = new ArrayList<>();
    private final Map<String, Meter> meters = new HashMap<>(); // by user

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

    /** Connects and says hello, again after a while where that was too soon for the server. */
    Peer hello(String who, Object... auth) {
        Peer peer = connect(who);
        peer.hello(auth);
        for (int i = 0; i < MOST_LOGINS && peer.greeting().is("code", "rate-limited"); i++) {
            peer.waitAsTold(peer.greeting());
            peer = connect(who);
            peer.hello(auth);
        }
        return peer;
    }

    /** Somebody new comes. */
    Peer guest(String who) {
        return logIn(who, account(who));
    }

    /** Somebody comes as a guest with a token. */
    Peer logIn(String who, Peer.Account guest) {
        return hello(who, "kind", "guest", "name", guest.name(), "token", guest.token())
                .welcomed(guest);
    }

    /** Somebody comes back with a token. */
    Peer logInAgain(String who, Peer.Account known) {
        return hello(who, "kind", "token", "token", known.token()).welcomed(known);
    }

    /** Another connection of the same user. */
    Peer again(Peer peer) {
        return logInAgain(peer.account().name().split(" ")[0] + "2", peer.account());
    }

    /** What the posts of somebody who was welcomed must not exceed; empty where they are not limited. */
    Optional<Meter> meter(Frame welcome) {
        if (!welcome.has("limits.posts")) {
            return Optional.empty();
        }
        Frame limit = welcome.at("limits.posts");
        return Optional.of(meters.computeIfAbsent(
                welcome.text("user.id"),
                user -> new Meter(limit.number("burst"), limit.decimal("perSecond"), System.nanoTime())));
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
