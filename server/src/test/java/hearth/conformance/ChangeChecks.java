package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What happens to a message after it was posted: edits, deletions, reactions, replies. */
final class ChangeChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";
    private static final String THUMB = "👍🏽";

    private ChangeChecks() {}

    static List<Check> checks() {
        return List.of(
                check("C8.2", ChangeChecks::anEditIsAnEvent),
                check("C8.3", ChangeChecks::aDeletionIsAnEvent),
                check("C8.4", ChangeChecks::aReactionIsAnEvent),
                check("C12.1", ChangeChecks::whatIsDeletedIsGone),
                check("C12.2", ChangeChecks::searchDoesNotFindTheDeleted),
                check("C12.3", ChangeChecks::noChangeFindsTheDeleted),
                check("R-edit-0 R-delete-0", ChangeChecks::anAnswerTellsTheSeq),
                check("R-edit-1.1", ChangeChecks::nobodyChangesWhatOthersSaid),
                check("R-edit-1.2", ChangeChecks::moderatorsDelete),
                check("R-edit-1.3", ChangeChecks::moderatorsDoNotEdit),
                check("R-edit-2", ChangeChecks::editsAreBoundAsPostsAre),
                check("R-edit-3", ChangeChecks::whatIsNoMessageIsNotFound),
                check("R-react-0", ChangeChecks::aReactionIsAnswered),
                check("R-react-1.1", ChangeChecks::anEmojiHasAForm),
                check("R-react-1.2", ChangeChecks::aMessageBearsTwentyEmoji),
                check("R-react-2", ChangeChecks::noChangeIsNoEvent),
                check("R-history-1.2", ChangeChecks::historyShowsTheFinalState),
                check("R-history-3.2", ChangeChecks::historyTellsWhatWasEditedOrDeleted),
                check("R-history-3.3", ChangeChecks::historyCountsReactions),
                check("R-post-4.1", ChangeChecks::deletionFreesNoClientId),
                check("R-post-6.1", ChangeChecks::aReplyIsToAMessage),
                check("R-post-6.2", ChangeChecks::aReplyOutlivesItsMessage));
    }

    private static Object[] of(String room, long target, Object... more) {
        Object[] fields = new Object[4 + more.length];
        fields[0] = "conversation";
        fields[1] = room;
        fields[2] = "target";
        fields[3] = target;
        System.arraycopy(more, 0, fields, 4, more.length);
        return fields;
    }

    private static Frame item(Peer peer, String room, long seq) {
        Frame item = peer.ok("history", "conversation", room, "around", seq, "limit", 1)
                .list("items")
                .getFirst();
        assertThat(item.number("seq")).as("the nearest item").isEqualTo(seq);
        return item;
    }

    private static void anEditIsAnEvent(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        ada.ok("edit", of(room, target, "text", "Hello @" + ada.name()));
        Frame edited = ada.event(room, "edited");
        assertThat(edited.number("target")).isEqualTo(target);
        assertThat(edited.text("text")).isEqualTo("Hello @" + ada.name());
        assertThat(edited.texts("mentions")).containsExactly(ada.id());
    }

    private static void aDeletionIsAnEvent(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        ada.ok("delete", of(room, target));
        assertThat(ada.event(room, "deleted").number("target")).isEqualTo(target);
    }

    private static void aReactionIsAnEvent(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        ada.ok("react", of(room, target, "emoji", THUMB, "on", true));
        Frame reacted = ada.event(room, "reacted");
        assertThat(reacted.number("target")).isEqualTo(target);
        assertThat(reacted.text("emoji")).isEqualTo(THUMB);
        assertThat(reacted.flag("on")).isTrue();
    }

    private static void whatIsDeletedIsGone(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "secret one").number("seq");
        ada.ok("edit", of(room, target, "text", "secret two @" + ada.name()));
        ada.ok("delete", of(room, target));
        Frame item = item(ada, room, target);
        assertThat(item.text("text")).isEmpty();
        assertThat(item.list("mentions")).isEmpty();
        assertThat(item.list("reactions")).isEmpty();
        assertThat(item.flag("deleted")).isTrue();
        Frame synced = ada.ok("sync", "conversations", Frame.object(room, 0));
        assertThat(synced.raw()).doesNotContain("secret");
        List<Frame> spoken = synced.list("conversations." + room + ".events").stream()
                .filter(event -> event.is("kind", "message") || event.is("kind", "edited"))
                .toList();
        assertThat(spoken).hasSize(2).allSatisfy(event -> {
            assertThat(event.text("text")).isEmpty();
            assertThat(event.flag("deleted")).isTrue();
        });
    }

    private static void searchDoesNotFindTheDeleted(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        String first = house.unique();
        String second = house.unique();
        long target = ada.post(room, first).number("seq");
        ada.ok("edit", of(room, target, "text", second));
        assertThat(ada.ok("search", "query", second).list("hits")).hasSize(1);
        ada.ok("delete", of(room, target));
        assertThat(ada.ok("search", "query", first).list("hits")).isEmpty();
        assertThat(ada.ok("search", "query", second).list("hits")).isEmpty();
    }

    private static void noChangeFindsTheDeleted(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        ada.ok("delete", of(room, target));
        ada.refused("unknown-message", "edit", of(room, target, "text", "x"));
        ada.refused("unknown-message", "delete", of(room, target));
        ada.refused("unknown-message", "react", of(room, target, "emoji", THUMB, "on", true));
    }

    private static void anAnswerTellsTheSeq(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        assertThat(ada.ok("edit", of(room, target, "text", "x")).number("seq")).isEqualTo(target + 1);
        assertThat(ada.ok("delete", of(room, target)).number("seq")).isEqualTo(target + 2);
    }

    private static void nobodyChangesWhatOthersSaid(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        long target = ada.post(room, "Hello").number("seq");
        bob.refused("forbidden", "edit", of(room, target, "text", "x"));
        bob.refused("forbidden", "delete", of(room, target));
    }

    private static void moderatorsDelete(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        ada.ok("delete", of(room, bob.post(room, "Hello").number("seq")));
    }

    private static void moderatorsDoNotEdit(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        ada.refused("forbidden", "edit", of(room, bob.post(room, "Hello").number("seq"), "text", "x"));
    }

    private static void editsAreBoundAsPostsAre(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        int most = Math.toIntExact(ada.welcome().number("limits.textChars"));
        long target = ada.post(room, "Hello").number("seq");
        ada.refused("empty", "edit", of(room, target, "text", " "));
        ada.refused("too-long", "edit", of(room, target, "text", "x".repeat(most + 1)));
    }

    private static void whatIsNoMessageIsNotFound(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        for (long target : new long[] {1, 99}) {
            ada.refused("unknown-message", "edit", of(room, target, "text", "x"));
            ada.refused("unknown-message", "delete", of(room, target));
            ada.refused("unknown-message", "react", of(room, target, "emoji", THUMB, "on", true));
        }
    }

    private static void aReactionIsAnswered(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        assertThat(ada.ok("react", of(room, target, "emoji", THUMB, "on", true)).number("seq"))
                .isEqualTo(target + 1);
        ada.refused("bad-frame", "react", of(room, target, "emoji", THUMB, "on", 1));
    }

    private static void anEmojiHasAForm(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        for (String emoji : List.of("", "👍 ", "x".repeat(33))) {
            ada.refused("bad-frame", "react", of(room, target, "emoji", emoji, "on", true));
        }
        ada.ok("react", of(room, target, "emoji", "😀".repeat(32), "on", true));
    }

    private static void aMessageBearsTwentyEmoji(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        for (int i = 0; i < 20; i++) {
            ada.ok("react", of(room, target, "emoji", "e" + i, "on", true));
        }
        ada.refused("full", "react", of(room, target, "emoji", "e20", "on", true));
        ada.ok("react", of(room, target, "emoji", "e0", "on", false));
        ada.ok("react", of(room, target, "emoji", "e20", "on", true));
    }

    private static void noChangeIsNoEvent(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "Hello").number("seq");
        Frame off = ada.ok("react", of(room, target, "emoji", THUMB, "on", false));
        assertThat(off.raw()).contains("\"seq\":null");
        ada.ok("react", of(room, target, "emoji", THUMB, "on", true));
        assertThat(ada.ok("react", of(room, target, "emoji", THUMB, "on", true)).has("seq"))
                .isFalse();
        assertThat(ada.post(room, "next").number("seq")).isEqualTo(target + 2);
    }

    private static void historyShowsTheFinalState(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "first").number("seq");
        ada.ok("edit", of(room, target, "text", "second"));
        List<Frame> items = Pages.history(ada, room);
        assertThat(items).noneMatch(item -> item.is("kind", "edited"));
        assertThat(items.getLast().number("seq")).isEqualTo(target);
        assertThat(items.getLast().text("text")).isEqualTo("second");
    }

    private static void historyTellsWhatWasEditedOrDeleted(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long target = ada.post(room, "first").number("seq");
        ada.ok("edit", of(room, target, "text", "second"));
        Frame edited = item(ada, room, target);
        assertThat(edited.flag("edited")).isTrue();
        assertThat(edited.has("deleted")).isFalse();
        assertThat(edited.number("rev")).isEqualTo(target + 1);
        ada.ok("delete", of(room, target));
        assertThat(item(ada, room, target).flag("deleted")).isTrue();
    }

    private static void historyCountsReactions(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        long target = ada.post(room, "Hello").number("seq");
        bob.ok("react", of(room, target, "emoji", THUMB, "on", true));
        ada.event(room, "reacted");
        Frame reaction = item(ada, room, target).list("reactions").getFirst();
        assertThat(reaction.text("emoji")).isEqualTo(THUMB);
        assertThat(reaction.number("count")).isEqualTo(1);
        assertThat(reaction.flag("own")).isFalse();
        assertThat(reaction.texts("users")).containsExactly(bob.id());
        assertThat(item(bob, room, target).list("reactions").getFirst().flag("own"))
                .isTrue();
    }

    private static void deletionFreesNoClientId(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        Object[] post = {"conversation", room, "clientId", "c1", "text", "Hello"};
        long seq = ada.ok("post", post).number("seq");
        ada.ok("delete", of(room, seq));
        Frame again = ada.ok("post", post);
        assertThat(again.flag("duplicate")).isTrue();
        assertThat(again.number("seq")).isEqualTo(seq);
        ada.ok("delete-room", "conversation", room);
        assertThat(ada.ok("post", post).flag("duplicate")).isTrue();
    }

    private static void aReplyIsToAMessage(House house) {
        house.offer().require("reply");
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long first = ada.post(room, "first").number("seq");
        for (long target : new long[] {1, 99}) {
            ada.refused("unknown-message", "post", reply(room, "c1", target));
        }
        ada.ok("post", reply(room, "c1", first));
        assertThat(ada.message(room, "a reply").number("replyTo")).isEqualTo(first);
    }

    private static Object[] reply(String room, String clientId, long target) {
        return new Object[] {"conversation", room, "clientId", clientId, "text", "a reply", "replyTo", target};
    }

    private static void aReplyOutlivesItsMessage(House house) {
        house.offer().require("reply");
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        long first = ada.post(room, "first").number("seq");
        long reply = ada.ok("post", reply(room, "c1", first)).number("seq");
        ada.ok("delete", of(room, first));
        assertThat(item(ada, room, reply).number("replyTo")).isEqualTo(first);
        ada.ok("post", reply(room, "c2", first));
    }
}
