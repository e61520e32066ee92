package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Workshop;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What owners and moderators do to a room and its people, and what nobody else is offered. */
class ModerationFxTest {
    private static final String GARDEN = "c-garden";

    private final FakeChatSession session = new FakeChatSession();
    private ChatWindow window;

    private void as(Role role) {
        session.tell(
                new SessionEvent.StateChanged(new ConnectionState.Online()),
                Workshop.signedIn(),
                new SessionEvent.ConversationChanged(
                        Workshop.inRole(GARDEN, "garden", "Who waters on Thursday?", role)),
                Workshop.presence(),
                Workshop.members(GARDEN, role));
        session.answerBans(new Outcome.Done<>(new Answer.BansPage(
                List.of(new Answer.BanEntry(
                        "u-otto", "Otto", Workshop.JONAS.id(), Workshop.NOW, Optional.of("Advertising"))),
                false)));
        window = ChatWindow.inChat(session);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void menuOf(String name) {
        window.rightClick(".member-name", name);
    }

    @Test
    void anOwnerMutesFromTheMenuOfAPerson() {
        as(Role.OWNER);
        menuOf("林晓");
        window.clickInMenu("Mute for 1 hour");
        assertThat(session.commands("mute")).containsExactly("mute c-garden u-lin16 PT1H");
        window.awaitReads("林晓 cannot write in this room for that time.");
        menuOf("林晓");
        window.clickInMenu("Let write again");
        assertThat(session.commands("mute")).contains("mute c-garden u-lin16 PT0S");
    }

    @Test
    void whoIsRemovedIsAskedForFirstAndAReasonGoesAlong() {
        as(Role.MODERATOR);
        menuOf("Noor");
        window.clickInMenu("Remove from the room…");
        window.awaitReads("Remove Noor from garden?");
        assertThat(session.commands("kick")).isEmpty();
        window.type("flood");
        window.click("#kick-confirm");
        assertThat(session.commands("kick")).containsExactly("kick c-garden u-noor3 flood");
        assertThat(window.isShown("#kick-dialog")).isFalse();
    }

    @Test
    void whoShallNotBeBannedIsNot() {
        as(Role.OWNER);
        menuOf("Noor");
        window.clickInMenu("Ban from the room…");
        window.awaitShown("#ban-reason");
        window.press(KeyCode.ESCAPE);
        assertThat(session.commands("ban ")).isEmpty();
        menuOf("Noor");
        window.clickInMenu("Ban from the room…");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("ban ")).containsExactly("ban c-garden u-noor3 -");
    }

    @Test
    void anOwnerGivesRolesFromTheCardAndIsAskedBeforeThereIsAnotherOwner() {
        as(Role.OWNER);
        window.click(".member-name", "美 Mei");
        window.click("#person-moderate");
        window.clickInMenu("Make a member");
        assertThat(session.commands("setRole")).containsExactly("setRole c-garden u-mei member");
        window.click(".member-name", "林晓");
        window.click("#person-moderate");
        window.clickInMenu("Make an owner…");
        assertThat(session.commands("setRole")).hasSize(1);
        window.click("#owner-confirm");
        assertThat(session.commands("setRole")).contains("setRole c-garden u-lin16 owner");
    }

    @Test
    void aModeratorHasNoPowerOverThoseOfTheSameRoleOrAbove() {
        as(Role.MODERATOR);
        menuOf("美 Mei");
        assertThat(window.menuOffers("Message")).isTrue();
        assertThat(window.menuOffers("Ban from the room…")).isFalse();
        window.press(KeyCode.ESCAPE);
        menuOf("林晓");
        assertThat(window.menuOffers("Mute for 1 day")).isTrue();
        assertThat(window.menuOffers("Make a moderator")).isFalse();
        window.press(KeyCode.ESCAPE);
    }

    @Test
    void aMemberIsOfferedNothingOfThat() {
        as(Role.MEMBER);
        menuOf("林晓");
        assertThat(window.menuOffers("Mention")).isTrue();
        assertThat(window.menuOffers("Mute for 1 hour")).isFalse();
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#people-invite")).isFalse();
        window.click("#header-more");
        assertThat(window.menuOffers("Invite people…")).isFalse();
        window.clickInMenu("Room details");
        window.awaitReads("8 people. Everybody can find and join this room.");
        assertThat(window.isShown("#details-name")).isFalse();
        assertThat(window.isShown("#details-save")).isFalse();
        assertThat(window.isShown("#details-erase")).isFalse();
        assertThat(session.commands("bans")).isEmpty();
    }

    @Test
    void otherServersOfferNothingOfThat() {
        as(Role.OWNER);
        session.tell(new SessionEvent.AbilitiesTold(ForeignChats.SOCKETIO_CHAT));
        window.settle();
        window.click("#header-more");
        assertThat(window.menuOffers("Leave room")).isTrue();
        assertThat(window.menuOffers("Room details")).isFalse();
        assertThat(window.menuOffers("Invite people…")).isFalse();
        window.press(KeyCode.ESCAPE);
    }

    @Test
    void aRefusalIsSaidInWords() {
        as(Role.OWNER);
        session.answerDeciding(new Outcome.Refused<>(ErrorCode.FORBIDDEN, OptionalLong.empty()));
        menuOf("林晓");
        window.clickInMenu("Make a moderator");
        window.awaitReads("You may not do this here.");
        session.answerDeciding(new Outcome.Refused<>(ErrorCode.NOT_MEMBER, OptionalLong.empty()));
        menuOf("林晓");
        window.clickInMenu("Mute for 10 minutes");
        window.awaitReads("Not in this room any more.");
    }

    private void details() {
        window.click("#header-more");
        window.clickInMenu("Room details");
        window.awaitShown("#details-save");
    }

    @Test
    void whatIsChangedOfARoomIsSentAndNothingElse() {
        as(Role.OWNER);
        details();
        assertThat(window.hasFocus("#details-name")).isTrue();
        window.type("s");
        window.click("#details-private");
        window.click("#details-save");
        assertThat(session.commands("setRoom")).containsExactly("setRoom c-garden gardens - private");
        assertThat(window.isShown("#details-dialog")).isFalse();
    }

    @Test
    void anUnchangedRoomIsNotSentAndANameIsNeeded() {
        as(Role.OWNER);
        details();
        window.click("#details-save");
        assertThat(session.commands("setRoom")).isEmpty();
        details();
        for (int letter = 0; letter < "garden".length(); letter++) {
            window.press(KeyCode.BACK_SPACE);
        }
        window.press(KeyCode.ENTER);
        window.awaitReads("A room needs a name.");
        session.answerDeciding(new Outcome.Refused<>(ErrorCode.EXISTS, OptionalLong.empty()));
        window.type("lobby");
        window.press(KeyCode.ENTER);
        window.awaitReads("There is a room of this name already. Choose another one.");
        assertThat(window.textIn("#details-name")).isEqualTo("lobby");
    }

    @Test
    void whoIsBannedIsLetInAgain() {
        as(Role.MODERATOR);
        details();
        window.awaitReads("Otto");
        assertThat(window.reads("by Jonas: Advertising")).isTrue();
        assertThat(window.isShown("#details-erase")).as("only owners delete").isFalse();
        window.click(".unban");
        assertThat(session.commands("unban")).containsExactly("unban c-garden u-otto");
        window.awaitReads("Nobody is banned from this room.");
    }

    @Test
    void aRoomIsDeletedOnlyAfterAQuestion() {
        as(Role.OWNER);
        details();
        window.click("#details-erase");
        window.awaitReads("Delete garden?");
        assertThat(session.commands("deleteRoom")).isEmpty();
        window.click("#erase-confirm");
        assertThat(session.commands("deleteRoom")).containsExactly("deleteRoom c-garden");
    }

    @Test
    void peopleAreInvitedOneAfterTheOther() {
        as(Role.MODERATOR);
        window.click("#people-invite");
        window.awaitReads("Invite to garden");
        assertThat(window.reads("Priya")).isTrue();
        window.type("pri");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("invite")).containsExactly("invite c-garden u-priya");
        window.awaitReads("Invited");
        window.press(KeyCode.ENTER);
        assertThat(session.commands("invite")).as("once is enough").hasSize(1);
        session.answerDeciding(new Outcome.Refused<>(ErrorCode.BANNED, OptionalLong.empty()));
        for (int letter = 0; letter < 3; letter++) {
            window.press(KeyCode.BACK_SPACE);
        }
        window.type("yus");
        window.press(KeyCode.ENTER);
        window.awaitReads("Is banned from this room. Unban first, in the room details.");
    }

    @Test
    void theHeaderInvitesToo() {
        as(Role.OWNER);
        window.click("#header-more");
        window.clickInMenu("Invite people…");
        await().atMost(Duration.ofMinutes(1)).until(() -> window.isShown("#invite-find"));
        assertThat(window.hasFocus("#invite-find")).isTrue();
    }
}
