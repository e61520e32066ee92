package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Requests, their answers, and the order of both. */
final class RequestChecks {
    private static final long MOST_ID = (1L << 53) - 1;
    private static final Set<String> CODES = Set.of(
            "bad-frame",
            "unknown-type",
            "not-logged-in",
            "already-logged-in",
            "unauthorized",
            "name-taken",
            "name-invalid",
            "unknown-user",
            "unknown-conversation",
            "unknown-message",
            "already-member",
            "not-member",
            "forbidden",
            "banned",
            "muted",
            "rate-limited",
            "too-long",
            "too-large",
            "empty",
            "exists",
            "full",
            "read-only",
            "unsupported",
            "internal");

    private RequestChecks() {}

    static List<Check> checks() {
        return List.of(
                check("Q1", RequestChecks::allIdsUpToTheLargestAreAnswered),
                check("Q2.1", RequestChecks::everyRequestIsAnsweredOnce),
                check("Q2.3", RequestChecks::helloIsAnsweredByWelcome),
                check("Q3.1", RequestChecks::whatCannotBeNamedIsAnsweredWithoutRe),
                check("Q3.2", RequestChecks::soIsAnUnknownType),
                check("Q3.3", RequestChecks::soIsAMalformedPing),
                check("Q4", RequestChecks::errorsCarryAMessage),
                check("Q5", RequestChecks::theFramesOfAConnectionAreOneStream),
                check("Q6.1", RequestChecks::requestsTakeEffectInTheirOrder),
                check("Q6.2", RequestChecks::historyShowsWhatWasAcknowledged),
                check("Q8", RequestChecks::theSenderGetsTheEventToo),
                check("Q9.2", RequestChecks::aSecondPageIsAnsweredAsUsual),
                check("Q10.1", RequestChecks::aPageHasFiftyUnlessTold),
                check("Q10.2", RequestChecks::aLimitThatIsTooLargeIsTheLargest),
                check("Q10.3", RequestChecks::aLimitBelowOneIsRefused),
                check("E0", RequestChecks::onlyKnownCodesAreUsed),
                check("R1", RequestChecks::whatIsNotListedIsUnsupported));
    }

    private static void allIdsUpToTheLargestAreAnswered(House house) {
        Peer ada = house.guest("Ada");
        for (long id : new long[] {2, 4_294_967_296L, MOST_ID}) {
            ada.send("{\"type\":\"sync\",\"id\":" + id + ",\"conversations\":{}}");
            assertThat(ada.answer(id).type()).isEqualTo("ok");
        }
    }

    private static void everyRequestIsAnsweredOnce(House house) {
        Peer ada = house.guest("Ada");
        Set<Long> asked = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            asked.add(ada.request("sync", "conversations", Frame.object()));
            asked.add(ada.request("post", "conversation", ada.lobby(), "clientId", "" + i, "text", "once " + i));
            asked.add(ada.request("history", "conversation", ada.lobby()));
            asked.add(ada.request("dance"));
        }
        asked.forEach(ada::answer);
        ada.settle();
        assertThat(ada.wire().received().stream()
                        .filter(frame -> frame.has("re") && asked.contains(frame.number("re"))))
                .hasSize(asked.size());
    }

    private static void helloIsAnsweredByWelcome(House house) {
        Peer ada = house.connect("Ada");
        Peer.Account account = house.account("Ada");
        ada.send(Peer.helloFrame(41, "kind", "guest", "name", account.name(), "token", account.token()));
        assertThat(ada.answer(41).type()).isEqualTo("welcome");
    }

    private static void whatCannotBeNamedIsAnsweredWithoutRe(House house) {
        Peer ada = house.guest("Ada");
        for (String id :
                List.of("", ",\"id\":0", ",\"id\":-1", ",\"id\":\"7\"", ",\"id\":1.5", ",\"id\":9007199254740992")) {
            ada.send("{\"type\":\"sync\",\"conversations\":{}" + id + "}");
            assertNameless(ada, "bad-frame");
        }
    }

    private static void soIsAnUnknownType(House house) {
        Peer ada = house.guest("Ada");
        ada.send("{\"type\":\"dance\"}");
        assertNameless(ada, "unknown-type");
    }

    private static void soIsAMalformedPing(House house) {
        Peer ada = house.guest("Ada");
        ada.send("{\"type\":\"ping\",\"t\":7,\"id\":3}");
        assertNameless(ada, "bad-frame");
    }

    static void assertNameless(Peer peer, String code) {
        Frame error = peer.next("error");
        assertThat(error.has("re")).as("'re' in " + error.raw()).isFalse();
        assertThat(error.text("code")).isEqualTo(code);
    }

    private static void errorsCarryAMessage(House house) {
        Peer ada = house.guest("Ada");
        assertThat(ada.refused("unknown-type", "dance").text("message")).isNotBlank();
        assertThat(ada.refused("unknown-conversation", "join", "conversation", "nowhere")
                        .text("message"))
                .isNotBlank();
    }

    private static void theFramesOfAConnectionAreOneStream(House house) {
        Peer ada = house.guest("Ada");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String t = "p" + i;
            sent.add(t);
            ada.send(Frame.of("ping", "t", t));
            sent.add("" + ada.request("sync", "conversations", Frame.object()));
        }
        ada.settle();
        assertThat(ada.wire().received().stream()
                        .filter(frame -> frame.is("type", "pong") || frame.is("type", "ok"))
                        .map(frame -> frame.has("re") ? "" + frame.number("re") : frame.text("t"))
                        .filter(sent::contains))
                .isEqualTo(sent);
    }

    private static void requestsTakeEffectInTheirOrder(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            asked.add(ada.request("post", "conversation", room, "clientId", "c" + i, "text", "text " + i));
            asked.add(ada.request("leave", "conversation", room));
            asked.add(ada.request("join", "conversation", room));
        }
        List<Frame> answers = asked.stream().map(ada::answer).toList();
        assertThat(answers).allMatch(answer -> answer.is("type", "ok"));
        assertThat(ada.wire().received().stream()
                        .filter(frame -> frame.is("type", "ok"))
                        .map(frame -> frame.number("re"))
                        .filter(asked::contains))
                .isEqualTo(asked);
    }

    private static void historyShowsWhatWasAcknowledged(House house) {
        Peer ada = house.guest("Ada");
        String room = ada.createRoom();
        for (int i = 0; i < 10; i++) {
            long seq = ada.post(room, "text " + i).number("seq");
            Frame page = ada.ok("history", "conversation", room, "limit", 1);
            assertThat(page.numbers("items", "seq")).containsExactly(seq);
        }
    }

    private static void theSenderGetsTheEventToo(House house) {
        Peer ada = house.guest("Ada");
        String text = house.unique();
        long seq = ada.post(ada.lobby(), text).number("seq");
        assertThat(ada.message(ada.lobby(), text).number("seq")).isEqualTo(seq);
    }

    private static void aSecondPageIsAnsweredAsUsual(House house) {
        Peer ada = house.guest("Ada");
        long first = ada.request("members", "conversation", ada.lobby());
        long second = ada.request("rooms");
        long third = ada.request("history", "conversation", ada.lobby());
        for (long id : new long[] {first, second, third}) {
            assertThat(ada.answer(id).type()).isEqualTo("ok");
        }
    }

    private static void aPageHasFiftyUnlessTold(House house) {
        Peer ada = house.guest("Ada");
        String room = fill(ada, 55);
        assertThat(ada.ok("history", "conversation", room).list("items")).hasSizeBetween(1, 50);
    }

    private static void aLimitThatIsTooLargeIsTheLargest(House house) {
        Peer ada = house.guest("Ada");
        int most = Math.toIntExact(ada.welcome().number("limits.historyPage"));
        String room = fill(ada, most + 5);
        for (long limit : new long[] {most + 3, 3_000_000_000L}) {
            assertThat(ada.ok("history", "conversation", room, "limit", limit).list("items"))
                    .hasSizeBetween(1, most);
            assertThat(ada.ok("members", "conversation", room, "limit", limit).texts("members", "id"))
                    .containsExactly(ada.id());
            assertThat(ada.ok("rooms", "limit", limit).list("rooms")).hasSizeBetween(1, most);
        }
    }

    /** A room with so many messages. */
    static String fill(Peer peer, int messages) {
        String room = peer.createRoom();
        peer.postAll(
                room, IntStream.range(0, messages).mapToObj(i -> "text " + i).toList());
        peer.settle();
        return room;
    }

    /** The {@code seq} of the newest event of a room that was filled. */
    static long head(Peer peer, String room) {
        return peer.events(room).getLast().number("seq");
    }

    private static void aLimitBelowOneIsRefused(House house) {
        Peer ada = house.guest("Ada");
        for (int limit : new int[] {0, -1}) {
            ada.refused("bad-frame", "history", "conversation", ada.lobby(), "limit", limit);
            ada.refused("bad-frame", "members", "conversation", ada.lobby(), "limit", limit);
            ada.refused("bad-frame", "rooms", "limit", limit);
        }
    }

    private static void onlyKnownCodesAreUsed(House house) {
        Peer ada = house.guest("Ada");
        ada.refused("unknown-user", "open-direct", "user", "nobody");
        ada.refused("unknown-user", "open-direct", "name", "Nobody " + house.unique());
        ada.refused("unknown-conversation", "history", "conversation", "nowhere");
        ada.refused("unknown-conversation", "post", "conversation", "nowhere", "clientId", "c", "text", "x");
        ada.answer(ada.request("kick", "conversation", ada.lobby(), "user", ada.id()));
        ada.answer(ada.request("audit"));
        ada.answer(ada.request("claim-server", "code", "none"));
        assertThat(ada.wire().received().stream().filter(frame -> frame.is("type", "error")))
                .allSatisfy(error -> assertThat(error.text("code")).isIn(CODES));
    }

    private static void whatIsNotListedIsUnsupported(House house) {
        Peer ada = house.guest("Ada");
        Map<String, String> lacking = new java.util.HashMap<>(Offer.requests());
        lacking.values().removeIf(capability -> house.offer().has(capability) || capability.equals("typing"));
        if (lacking.isEmpty()) {
            throw new NotOfferedException("every capability is listed");
        }
        lacking.keySet().forEach(type -> {
            Frame answer = ada.answer(ada.request(type, fields(ada, type)));
            assertThat(answer.text("code")).as(type).isEqualTo("unsupported");
        });
    }

    /** What makes a request of this type well formed. */
    private static Object[] fields(Peer peer, String type) {
        return switch (type) {
            case "search" -> new Object[] {"query", "x"};
            case "set-status" -> new Object[] {"status", "away"};
            case "open-direct" -> new Object[] {"name", "Nobody"};
            case "create-room" -> new Object[] {"name", "Somewhere", "visibility", "public"};
            case "react" -> new Object[] {"conversation", peer.lobby(), "target", 1, "emoji", "👍", "on", true};
            case "edit" -> new Object[] {"conversation", peer.lobby(), "target", 1, "text", "x"};
            case "delete" -> new Object[] {"conversation", peer.lobby(), "target", 1};
            case "read" -> new Object[] {"conversation", peer.lobby(), "seq", 1};
            case "audit", "rooms" -> new Object[] {};
            default -> new Object[] {"conversation", peer.lobby()};
        };
    }
}
