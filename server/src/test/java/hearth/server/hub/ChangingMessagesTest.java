package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.Role;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChangingMessagesTest {
    private final HubHarness hub = HubHarness.empty();
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");
    private final TestClient cyd = hub.login("Cyd");
    private final String kitchen = hub.room("kitchen", ada, ben, cyd);
    private final long message = ben.post(kitchen, "hello");

    ChangingMessagesTest() {
        hub.settle();
    }

    @Test
    void theAuthorEditsAndEverybodySeesIt() {
        assertThat(ben.ok(Answer.Applied.class, Requests.edit(kitchen, message, "hello @Ada")))
                .isEqualTo(applied(message + 1));

        Event.Edited edited = ada.takeEvent(Event.Edited.class);
        assertThat(edited.seq()).isEqualTo(message + 1);
        assertThat(edited.target()).isEqualTo(message);
        assertThat(edited.text()).isEqualTo("hello @Ada");
        assertThat(edited.mentions()).containsExactly(ada.id());
        assertThat(edited.author().id()).isEqualTo(ben.id());
    }

    @Test
    void nobodyElseEdits() {
        ada.refused(ErrorCode.FORBIDDEN, Requests.edit(kitchen, message, "I own this room"));
        cyd.refused(ErrorCode.FORBIDDEN, Requests.edit(kitchen, message, "mine"));
    }

    @Test
    void anEditObeysTheRulesOfTexts() {
        ben.refused(ErrorCode.EMPTY, Requests.edit(kitchen, message, "  "));
        ben.refused(ErrorCode.TOO_LONG, Requests.edit(kitchen, message, "x".repeat(10_001)));
    }

    @Test
    void whatIsNoMessageCannotBeChanged() {
        for (long target : new long[] {1, 99, 0, -1}) {
            ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.edit(kitchen, target, "x"));
            ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.delete(kitchen, target));
            ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.react(kitchen, target, "👍", true));
        }
    }

    @Test
    void whatIsDeletedCannotBeChanged() {
        assertThat(ben.ok(Answer.Applied.class, Requests.delete(kitchen, message)))
                .isEqualTo(applied(message + 1));
        assertThat(ada.takeEvent(Event.Deleted.class).target()).isEqualTo(message);

        ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.edit(kitchen, message, "x"));
        ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.delete(kitchen, message));
        ben.refused(ErrorCode.UNKNOWN_MESSAGE, Requests.react(kitchen, message, "👍", true));
    }

    @Test
    void moderatorsDeleteAnyAndMembersOnlyTheirOwn() {
        cyd.refused(ErrorCode.FORBIDDEN, Requests.delete(kitchen, message));
        ada.done(Requests.setRole(kitchen, cyd.id(), Role.MODERATOR));

        cyd.ok(Answer.Applied.class, Requests.delete(kitchen, message));
    }

    @Test
    void onlyMembersChangeMessages() {
        TestClient dan = hub.login("Dan");

        dan.refused(ErrorCode.NOT_MEMBER, Requests.edit(kitchen, message, "x"));
        dan.refused(ErrorCode.NOT_MEMBER, Requests.delete(kitchen, message));
        dan.refused(ErrorCode.NOT_MEMBER, Requests.react(kitchen, message, "👍", true));
    }

    @Test
    void aReactionIsAddedAndTakenBackOnce() {
        assertThat(ada.ok(Answer.Applied.class, Requests.react(kitchen, message, "👍", true)))
                .isEqualTo(applied(message + 1));
        assertThat(ada.ok(Answer.Applied.class, Requests.react(kitchen, message, "👍", true)))
                .isEqualTo(unchanged());
        assertThat(cyd.ok(Answer.Applied.class, Requests.react(kitchen, message, "👍", false)))
                .isEqualTo(unchanged());
        assertThat(ada.ok(Answer.Applied.class, Requests.react(kitchen, message, "👍", false)))
                .isEqualTo(applied(message + 2));

        assertThat(ben.takeEvents()).hasSize(2).first().satisfies(event -> {
            Event.Reacted reacted = (Event.Reacted) event;
            assertThat(reacted.target()).isEqualTo(message);
            assertThat(reacted.emoji()).isEqualTo("👍");
            assertThat(reacted.on()).isTrue();
        });
    }

    @Test
    void aMessageBearsTwentyDifferentEmoji() {
        for (int i = 0; i < 20; i++) {
            ada.ok(Answer.Applied.class, Requests.react(kitchen, message, "e" + i, true));
        }

        ada.refused(ErrorCode.FULL, Requests.react(kitchen, message, "one more", true));
        assertThat(cyd.ok(Answer.Applied.class, Requests.react(kitchen, message, "e7", true)))
                .as("a second of a kind that is there")
                .isEqualTo(applied(message + 21));
        assertThat(ada.ok(Answer.Applied.class, Requests.react(kitchen, message, "none", false)))
                .isEqualTo(unchanged());
        ada.ok(Answer.Applied.class, Requests.react(kitchen, message, "e0", false));
        ada.ok(Answer.Applied.class, Requests.react(kitchen, message, "room again", true));
    }

    @Test
    void aMutedMemberDeletesButDoesNotWrite() {
        ada.done(Requests.mute(kitchen, ben.id(), 60));

        ben.refused(ErrorCode.MUTED, Requests.edit(kitchen, message, "x"));
        ben.refused(ErrorCode.MUTED, Requests.react(kitchen, message, "👍", true));
        ben.ok(Answer.Applied.class, Requests.delete(kitchen, message));
    }

    private static Answer.Applied applied(long seq) {
        return new Answer.Applied(OptionalLong.of(seq));
    }

    private static Answer.Applied unchanged() {
        return new Answer.Applied(OptionalLong.empty());
    }
}
