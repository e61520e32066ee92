package hearth.conformance;

import static hearth.conformance.Check.check;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/** Handshakes, and what a message may weigh. */
final class TransportChecks {
    private static final int MOST_REPLY_BYTES = 1_048_576;
    private static final int BYTES_BEFORE_WELCOME = 10_240;
    private static final int FRAGMENTS = 64;

    private TransportChecks() {}

    static List<Check> checks() {
        return List.of(
                check("T1", TransportChecks::aQueryIsIgnored),
                check("T2.1", TransportChecks::anotherPathIsRefused),
                check("T2.2", TransportChecks::foreignSubprotocolsAreRefused),
                check("T3.1", TransportChecks::theSubprotocolIsAmongThoseOffered),
                check("T3.2", TransportChecks::whoOffersNoneIsServed),
                check("T5", TransportChecks::anOriginIsRefused),
                check("T6", TransportChecks::compressionIsNotNegotiated),
                check("T7 X2", TransportChecks::binaryIsClosed),
                check("T8.1", TransportChecks::oneByteMoreThanAMessageMayHave),
                check("T8.2", TransportChecks::oneFragmentMoreThanAMessageMayHave),
                check("T9", TransportChecks::littleIsTakenBeforeTheWelcome),
                check("T10.1", TransportChecks::largePagesAreCut),
                check("T10.2", TransportChecks::theLimitOfRepliesIsBounded));
    }

    private static void aQueryIsIgnored(House house) {
        house.connect("Ada", house.target().asking("token=none"), UnaryOperator.identity())
                .settle();
    }

    private static void anotherPathIsRefused(House house) {
        assertThat(refusal(house, house.target().at("/chat2"), UnaryOperator.identity()))
                .isBetween(400, 499);
        assertThat(refusal(house, house.target().at("/"), UnaryOperator.identity()))
                .isBetween(400, 499);
    }

    private static void foreignSubprotocolsAreRefused(House house) {
        assertThat(refusal(house, house.target().url(), builder -> builder.subprotocols("mqtt", "hearth.v9")))
                .isBetween(400, 499);
    }

    private static void theSubprotocolIsAmongThoseOffered(House house) {
        Peer peer = house.connect("Ada", house.target().url(), b -> b.subprotocols("mqtt", House.SUBPROTOCOL));
        assertThat(peer.wire().subprotocol()).isEqualTo(House.SUBPROTOCOL);
    }

    private static void whoOffersNoneIsServed(House house) {
        house.connect("Ada", house.target().url(), UnaryOperator.identity()).logIn(house.account("Ada"));
    }

    private static void anOriginIsRefused(House house) {
        assertThat(refusal(house, house.target().url(), builder -> builder.header("Origin", "https://example.org")))
                .isBetween(400, 499);
    }

    private static int refusal(House house, URI address, UnaryOperator<WebSocket.Builder> how) {
        try {
            house.connect("Ada", address, how);
            throw new AssertionError("the upgrade was granted");
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private static void compressionIsNotNegotiated(House house) throws Exception {
        String head = house.stranger("Ada")
                .ask(
                        "Sec-WebSocket-Protocol: " + House.SUBPROTOCOL,
                        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
        assertThat(head).startsWith("HTTP/1.1 101");
        assertThat(RawPeer.header(head, "Sec-WebSocket-Extensions")).isEmpty();
    }

    private static void binaryIsClosed(House house) {
        Peer ada = house.guest("Ada");
        if (house.offer().has("files")) {
            throw new NotOfferedException("binary messages belong to attachments here");
        }
        ada.wire().sendBinary("{\"type\":\"ping\"}".getBytes(UTF_8));
        assertThat(ada.closeCode()).isEqualTo(1003);
    }

    private static void oneByteMoreThanAMessageMayHave(House house) {
        Peer ada = house.guest("Ada");
        long most = ada.welcome().number("limits.frameBytes");
        ada.send(padded("whole", most));
        ada.await("the pong", frame -> frame.is("t", "whole"));
        ada.send(padded("more", most + 1));
        assertThat(ada.closeCode()).isEqualTo(1009);
    }

    /** A ping with blanks behind it. */
    static String padded(String t, long bytes) {
        String ping = Frame.of("ping", "t", t);
        return ping + " ".repeat(Math.toIntExact(bytes) - ping.length());
    }

    private static void oneFragmentMoreThanAMessageMayHave(House house) {
        Peer ada = house.guest("Ada");
        ada.wire().sendInFragments(padded("whole", FRAGMENTS));
        ada.await("the pong", frame -> frame.is("t", "whole"));
        ada.wire().sendInFragments(padded("more", FRAGMENTS + 1));
        assertThat(ada.closeCode()).isEqualTo(1009);
    }

    private static void littleIsTakenBeforeTheWelcome(House house) {
        Peer fits = house.connect("Ada");
        fits.wire().answerNoPings(); // each answer would weigh something
        fits.send(padded("first", 5_000));
        fits.send(padded("rest", BYTES_BEFORE_WELCOME - 5_000));
        fits.await("the pong", frame -> frame.is("t", "rest"));
        Peer greedy = house.connect("Eve");
        greedy.wire().answerNoPings();
        greedy.send(padded("first", 5_000));
        greedy.await("the pong", frame -> frame.is("t", "first"));
        greedy.send(padded("rest", BYTES_BEFORE_WELCOME - 5_000 + 1));
        assertThat(greedy.closeCode()).isEqualTo(1009);
    }

    private static void largePagesAreCut(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        long most = ada.welcome().number("limits.replyBytes");
        ada.postAll(room, moreThanFits(ada));
        ada.ok("history", "conversation", room, "limit", 100);
        ada.ok("sync", "conversations", Frame.object(room, 0));
        assertThat(ada.wire().received())
                .allSatisfy(frame -> assertThat(frame.raw().getBytes(UTF_8).length)
                        .as("bytes of a message")
                        .isLessThanOrEqualTo(Math.toIntExact(most)));
    }

    /** As many of the longest texts as weigh half as much again as an answer may. */
    static List<String> moreThanFits(Peer peer) {
        long most = peer.welcome().number("limits.replyBytes");
        String text = peer.longest();
        return Collections.nCopies(Math.toIntExact(3 * most / 2 / text.getBytes(UTF_8).length) + 1, text);
    }

    private static void theLimitOfRepliesIsBounded(House house) {
        assertThat(house.guest("Ada").welcome().number("limits.replyBytes")).isBetween(1L, (long) MOST_REPLY_BYTES);
    }
}
