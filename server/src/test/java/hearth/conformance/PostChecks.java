package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Posts, their duplicates, and whom they mention. */
final class PostChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";
    private static final int REFUSALS = 200;
    private static final int AT_ONCE = 100;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private PostChecks() {}

    static List<Check> checks() {
        return List.of(
                check("R-post-0", PostChecks::anAnswerTellsThePlace),
                check("R-post-1.1", PostChecks::aClientIdHasALength),
                check("R-post-1.2", PostChecks::othersMayUseTheSameClientId),
                check("R-post-2.1", PostChecks::aRepeatedPostGetsTheFirstAnswer),
                check("R-post-2.2", PostChecks::soItDoesWhateverElseIsInIt),
                check("R-post-2.3", PostChecks::aRepeatedPostStoresNothing),
                check("P2", PostChecks::aPostThatIsSentAtTheSameTimeIsStoredOnce),
                check("R-post-3.1", PostChecks::aRepeatIsKnownAfterLeaving),
                check("R-post-3.2", PostChecks::aRepeatIsKnownWhateverItsText),
                check("R-post-4.3", PostChecks::aRefusedPostLeavesItsClientIdFree),
                check("R-post-5.1", PostChecks::tooManyPostsAreRefused),
                check("R-post-5.2 X6", PostChecks::tooManyRefusalsEndTheConnection),
                check("C8.1", PostChecks::aMessageHasItsFields),
                check("C11.1", PostChecks::theLongestNameIsMentioned),
                check("C11.1", PostChecks::mentionsAreInAnyCase),
                check("C11.2", PostChecks::aMentionStandsAlone));
    }

    private static Object[] post(String room, String clientId, String text) {
        return new Object[] {"conversation", room, "clientId", clientId, "text", text};
    }

    private static void anAnswerTellsThePlace(House house) {
        Peer ada = house.guest(ADA);
        Frame made = ada.makeRoom("public");
        String room = made.text("id");
        Frame answer = ada.post(room, "text");
        assertThat(answer.text("conversation")).isEqualTo(room);
        assertThat(answer.number("seq")).isEqualTo(made.number("head") + 1);
        assertThat(answer.text("at")).isEqualTo(ada.message(room, "text").text("at"));
        assertThat(answer.flag("duplicate")).isFalse();
    }

    private static void aClientIdHasALength(House house) {
        Peer ada = house.guest(ADA);
        ada.refused("bad-frame", "post", post(ada.lobby(), "", "x"));
        ada.refused("bad-frame", "post", post(ada.lobby(), "x".repeat(65), "x"));
        ada.ok("post", post(ada.lobby(), "😀".repeat(64), "x"));
    }

    private static void othersMayUseTheSameClientId(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        ada.ok("post", post(room, "same", "of Ada"));
        assertThat(bob.ok("post", post(room, "same", "of Bob")).flag("duplicate"))
                .isFalse();
        ada.message(room, "of Bob");
    }

    private static void aRepeatedPostGetsTheFirstAnswer(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        Frame first = ada.ok("post", post(room, "c1", "text"));
        ada.post(room, "another");
        assertRepeated(first, ada.ok("post", post(room, "c1", "text")));
    }

    private static void assertRepeated(Frame first, Frame second) {
        assertThat(second.flag("duplicate")).as("duplicate in " + second.raw()).isTrue();
        assertThat(second.text("conversation")).isEqualTo(first.text("conversation"));
        assertThat(second.number("seq")).isEqualTo(first.number("seq"));
        assertThat(second.text("at")).isEqualTo(first.text("at"));
    }

    private static void soItDoesWhateverElseIsInIt(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        Frame first = ada.ok("post", post(room, "c1", "text"));
        assertRepeated(first, ada.ok("post", post(ada.lobby(), "c1", "another text")));
        assertRepeated(first, ada.ok("post", post("nowhere", "c1", "text")));
        assertRepeated(first, house.again(ada).ok("post", post(room, "c1", "text")));
    }

    private static void aRepeatedPostStoresNothing(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long first = ada.ok("post", post(room, "c1", "text")).number("seq");
        ada.ok("post", post(room, "c1", "text"));
        ada.ok("post", post(room, "c1", "text"));
        long seq = ada.post(room, "next").number("seq");
        assertThat(seq).isEqualTo(first + 1);
        ada.settle();
        assertThat(Pages.seqs(ada.events(room))).containsExactly(first, seq);
        assertThat(Pages.seqs(Pages.messages(ada, room))).containsExactly(first, seq);
    }

    private static void aPostThatIsSentAtTheSameTimeIsStoredOnce(House house) {
        Peer ada = house.guest(ADA);
        Peer again = house.again(ada);
        String room = ada.createRoom();
        for (int i = 0; i < 20; i++) {
            long here = ada.request("post", post(room, "c" + i, "text " + i));
            long there = again.request("post", post(room, "c" + i, "text " + i));
            Frame one = ada.answer(here);
            Frame other = again.answer(there);
            assertThat(one.number("seq")).isEqualTo(other.number("seq"));
            assertThat(one.flag("duplicate")).isNotEqualTo(other.flag("duplicate"));
        }
        assertThat(Pages.messages(ada, room)).hasSize(20);
    }

    private static void aRepeatIsKnownAfterLeaving(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        Frame first = bob.ok("post", post(room, "c1", "text"));
        bob.ok("leave", "conversation", room);
        assertRepeated(first, bob.ok("post", post(room, "c1", "text")));
        bob.refused("not-member", "post", post(room, "c2", "text"));
    }

    private static void aRepeatIsKnownWhateverItsText(House house) {
        Peer ada = house.guest(ADA);
        Frame first = ada.ok("post", post(ada.lobby(), "c1", "text"));
        int most = Math.toIntExact(ada.welcome().number("limits.textChars"));
        assertRepeated(first, ada.ok("post", post(ada.lobby(), "c1", "")));
        assertRepeated(first, ada.ok("post", post(ada.lobby(), "c1", "x".repeat(most + 1))));
        ada.refused("empty", "post", post(ada.lobby(), "c2", ""));
        ada.refused("too-long", "post", post(ada.lobby(), "c2", "x".repeat(most + 1)));
    }

    private static void aRefusedPostLeavesItsClientIdFree(House house) {
        Peer ada = house.guest(ADA);
        ada.refused("empty", "post", post(ada.lobby(), "c1", " "));
        ada.refused("unknown-conversation", "post", post("nowhere", "c1", "text"));
        assertThat(ada.ok("post", post(ada.lobby(), "c1", "text")).flag("duplicate"))
                .isFalse();
    }

    private static void tooManyPostsAreRefused(House house) {
        Peer ada = house.guest(ADA);
        Haste haste = new Haste(ada);
        haste.until(() -> haste.refusal.isPresent());
        Frame refused = haste.refusal.orElseThrow(
                () -> new NotOfferedException("the kit does not post fast enough to exceed limits.posts"));
        assertThat(refused.text("code")).isEqualTo("rate-limited");
        assertThat(refused.number("retryAfterMs")).isPositive();
    }

    /** Posts faster than is allowed. */
    private static final class Haste {
        private final Peer peer;
        private final String room;
        private long posted;
        private Optional<Frame> refusal = Optional.empty();
        private long inARow;

        Haste(Peer peer) {
            if (!peer.welcome().has("limits.posts")) {
                throw new NotOfferedException("posts are not limited");
            }
            this.peer = peer;
            this.room = peer.createRoom();
        }

        /** Posts until this is so, the connection ends, or it would take too long. */
        void until(BooleanSupplier enough) {
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            while (!enough.getAsBoolean() && !peer.wire().isClosed() && System.nanoTime() < end) {
                List<Long> asked = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    asked.add(peer.requestAtOnce("post", post(room, "c" + posted, "text " + posted)));
                    posted++;
                }
                peer.wire().comesOrCloses(peer.house().patience(), frame -> isAnswer(frame, asked.getLast()));
                count(asked);
            }
        }

        private static boolean isAnswer(Frame frame, long id) {
            return frame.has("re") && frame.number("re") == id;
        }

        private void count(List<Long> asked) {
            for (Frame frame : peer.wire().received()) {
                if (frame.has("re") && asked.contains(frame.number("re"))) {
                    boolean refused = frame.is("type", "error");
                    refusal = refusal.isEmpty() && refused ? Optional.of(frame) : refusal;
                    inARow = refused ? inARow + 1 : 0;
                }
            }
            peer.wire().forget();
        }
    }

    private static void tooManyRefusalsEndTheConnection(House house) {
        Peer ada = house.guest(ADA);
        Haste haste = new Haste(ada);
        haste.until(() -> haste.inARow > REFUSALS + AT_ONCE);
        if (!ada.wire().isClosed() && haste.inARow <= REFUSALS) {
            throw new NotOfferedException(
                    "the kit does not post fast enough to be refused " + REFUSALS + " times in a row");
        }
        assertThat(ada.closeCode()).isEqualTo(4008);
        assertThat(haste.inARow).as("refusals in a row").isGreaterThanOrEqualTo(REFUSALS);
    }

    private static void aMessageHasItsFields(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        ada.ok("post", post(room, "c1", "Hello @" + bob.name()));
        Frame message = bob.event(room, "message");
        assertThat(message.text("clientId")).isEqualTo("c1");
        assertThat(message.text("text")).isEqualTo("Hello @" + bob.name());
        assertThat(message.text("author.id")).isEqualTo(ada.id());
        assertThat(message.text("author.name")).isEqualTo(ada.name());
        assertThat(message.texts("mentions")).containsExactly(bob.id());
        for (String field : List.of("replyTo", "deleted", "edited")) {
            assertThat(message.has(field)).as(field).isFalse();
        }
    }

    private static void theLongestNameIsMentioned(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Peer other = house.logIn("Bobby", new Peer.Account(bob.name() + " the second", house.token()));
        String room = ada.createRoom();
        bob.join(room);
        other.join(room);
        assertMentions(ada, room, "@" + other.name() + " hi", other.id());
        assertMentions(ada, room, "@" + bob.name() + " the first", bob.id());
        assertMentions(ada, room, "@" + house.guest("Eve").name());
    }

    private static void mentionsAreInAnyCase(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        assertMentions(ada, room, "@" + bob.name().toUpperCase(java.util.Locale.ROOT), bob.id());
    }

    private static void aMentionStandsAlone(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        String at = "@" + bob.name();
        assertMentions(ada, room, "(" + at + ")", bob.id());
        assertMentions(ada, room, "世" + at);
        assertMentions(ada, room, "7" + at);
        assertMentions(ada, room, at + "s");
        assertMentions(ada, room, at + "7");
        assertMentions(ada, room, at + "_");
        assertMentions(ada, room, at + "\u0301");
        assertMentions(ada, room, at + ", " + at, bob.id());
    }

    private static void assertMentions(Peer peer, String room, String text, String... users) {
        peer.post(room, text);
        assertThat(peer.message(room, text).texts("mentions"))
                .as("mentions in " + text)
                .containsExactly(users);
    }
}
