package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Limits;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListsTest {
    private final HubHarness hub = HubHarness.empty();
    private final TestClient ada = hub.login("Ada");
    private final TestClient ben = hub.login("Ben");

    @Test
    void roomsAreListedByCaseFoldedName() {
        for (String name : List.of("Zoo", "apple", "Banana", "ärmel", "会议", "😀 fun", "豈")) {
            hub.room(name, ada);
        }

        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms()).rooms())
                .extracting(Answer.RoomEntry::name)
                .containsExactly("apple", "Banana", "lobby", "Zoo", "ärmel", "会议", "豈", "😀 fun");
    }

    @Test
    void aRoomInTheListSaysWhatItIs() {
        TestClient cyd = hub.login("Cyd");
        String kitchen = hub.room("kitchen", ada, ben, cyd);
        ada.done(Requests.setTopic(kitchen, "Tea"));
        cyd.disconnect();

        List<Answer.RoomEntry> rooms =
                ben.ok(Answer.RoomsPage.class, Requests.rooms()).rooms();

        assertThat(rooms.getFirst())
                .isEqualTo(new Answer.RoomEntry(
                        kitchen, "kitchen", "Tea", Visibility.PUBLIC, 3, 2, Optional.of(Role.MEMBER)));
        ben.done(Requests.leave(kitchen));
        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms()).rooms().getFirst())
                .isEqualTo(new Answer.RoomEntry(kitchen, "kitchen", "Tea", Visibility.PUBLIC, 2, 1, Optional.empty()));
    }

    @Test
    void privateRoomsAreListedForTheirMembersOnly() {
        ada.ok(Answer.Entered.class, Requests.createPrivate("secret"));

        assertThat(ada.ok(Answer.RoomsPage.class, Requests.rooms()).rooms())
                .extracting(Answer.RoomEntry::name)
                .containsExactly("lobby", "secret");
        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms()).rooms())
                .extracting(Answer.RoomEntry::name)
                .containsExactly("lobby");
    }

    @Test
    void roomsComeInPages() {
        Stream.of("a1", "a2", "b1", "b2").forEach(name -> hub.room(name, ada));

        Answer.RoomsPage first = ben.ok(Answer.RoomsPage.class, Requests.rooms("", "", 2));
        assertThat(first.rooms()).extracting(Answer.RoomEntry::name).containsExactly("a1", "a2");
        assertThat(first.more()).isTrue();
        Answer.RoomsPage second = ben.ok(Answer.RoomsPage.class, Requests.rooms("", "A2", 3));
        assertThat(second.rooms()).extracting(Answer.RoomEntry::name).containsExactly("b1", "b2", "lobby");
        assertThat(second.more()).isFalse();
        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms("", "zzz", 3)).rooms())
                .isEmpty();
    }

    @Test
    void roomsAreFoundByAPartOfTheName() {
        Stream.of("Tea room", "TEA garden", "coffee").forEach(name -> hub.room(name, ada));

        Answer.RoomsPage page = ben.ok(Answer.RoomsPage.class, Requests.rooms("tEa", "", 1));

        assertThat(page.rooms()).extracting(Answer.RoomEntry::name).containsExactly("TEA garden");
        assertThat(page.more()).isTrue();
        Answer.RoomsPage rest = ben.ok(Answer.RoomsPage.class, Requests.rooms("tEa", "TEA garden", 1));
        assertThat(rest.rooms()).extracting(Answer.RoomEntry::name).containsExactly("Tea room");
        assertThat(rest.more()).isFalse();
    }

    @Test
    void aPageHoldsFiftyUnlessToldAndNeverMoreThanAllowed() {
        for (int i = 0; i < 120; i++) {
            ada.ok(Answer.Entered.class, Requests.createRoom("room " + i));
        }

        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms()).rooms()).hasSize(50);
        assertThat(ben.ok(Answer.RoomsPage.class, Requests.rooms("", "", 1_000)).rooms())
                .hasSize(100);
    }

    @Test
    void membersAreListedByIdWithWhatTheyDo() {
        String kitchen = hub.room("kitchen", ada, ben);
        ben.done(Requests.setStatus(Status.BUSY, "cooking"));

        Answer.MembersPage page = ada.ok(Answer.MembersPage.class, Requests.members(kitchen));

        assertThat(page.members())
                .containsExactlyInAnyOrder(
                        new Answer.MemberEntry(ada.id(), "Ada", Role.OWNER, Status.ONLINE, Optional.empty()),
                        new Answer.MemberEntry(ben.id(), "Ben", Role.MEMBER, Status.BUSY, Optional.of("cooking")));
        assertThat(page.members()).extracting(Answer.MemberEntry::id).isSorted();
        assertThat(page.more()).isFalse();
        ben.disconnect();
        assertThat(ada.ok(Answer.MembersPage.class, Requests.members(kitchen)).members())
                .contains(new Answer.MemberEntry(ben.id(), "Ben", Role.MEMBER, Status.OFFLINE, Optional.empty()));
    }

    @Test
    void membersComeInPages() {
        List<String> ids = Stream.of("Cyd", "Dan", "Eve")
                .map(hub::login)
                .map(TestClient::id)
                .toList();
        List<String> all = Stream.concat(Stream.of(ada.id(), ben.id()), ids.stream())
                .sorted()
                .toList();

        Answer.MembersPage first = ada.ok(Answer.MembersPage.class, Requests.members(hub.lobby(), "", 3));
        assertThat(first.members()).extracting(Answer.MemberEntry::id).containsExactlyElementsOf(all.subList(0, 3));
        assertThat(first.more()).isTrue();
        Answer.MembersPage second = ada.ok(Answer.MembersPage.class, Requests.members(hub.lobby(), all.get(2), 3));
        assertThat(second.members()).extracting(Answer.MemberEntry::id).containsExactlyElementsOf(all.subList(3, 5));
        assertThat(second.more()).isFalse();
    }

    @Test
    void aPageOfMembersMayHoldMoreThanOneOfHistory() {
        for (int i = 0; i < 110; i++) {
            hub.arrive("User " + i);
        }

        assertThat(ada.ok(Answer.MembersPage.class, Requests.members(hub.lobby()))
                        .members())
                .hasSize(50);
        assertThat(ada.ok(Answer.MembersPage.class, Requests.members(hub.lobby(), "", 5_000))
                        .members())
                .hasSize(112);
    }

    @Test
    void aPageThatWouldBeTooLargeEndsEarly() {
        Limits standard = Limits.STANDARD;
        HubHarness small = new HubHarness(
                new FakeHistoryStore(), new Limits(standard.frameBytes(), 4_096, 10_000, 100, 32, Optional.empty()));
        TestClient eve = small.login("Eve");
        for (int i = 0; i < 20; i++) {
            String name = "room " + i;
            eve.ok(
                    Answer.Entered.class,
                    id -> new ClientFrame.CreateRoom(id, name, Optional.of("x".repeat(250)), Visibility.PUBLIC));
        }

        Answer.RoomsPage page = eve.ok(Answer.RoomsPage.class, Requests.rooms());

        assertThat(page.rooms()).hasSizeBetween(7, 12);
        assertThat(page.more()).isTrue();
    }

    @Test
    void onlyMembersListMembers() {
        String kitchen = hub.room("kitchen", ada);

        ben.refused(ErrorCode.NOT_MEMBER, Requests.members(kitchen));
        ben.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.members("nowhere"));
        assertThat(ada.ask(id -> new ClientFrame.Members(id, kitchen, Optional.empty(), OptionalInt.of(1))))
                .isNotNull();
    }
}
