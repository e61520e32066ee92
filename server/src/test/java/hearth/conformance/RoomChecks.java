package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/** The lobby, rooms that come and go, and the summaries of them. */
final class RoomChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";

    private RoomChecks() {}

    static List<Check> checks() {
        return List.of(
                check("C2.1", RoomChecks::comingAndGoingAreEvents),
                check("C3.1", RoomChecks::membersSeeWhatWasBeforeThem),
                check("C3.2", RoomChecks::aPrivateRoomIsUnknown),
                check("C3.3", RoomChecks::ofAPublicRoomOneIsNoMember),
                check("C5.1", RoomChecks::everybodyIsInTheLobby),
                check("C5.2", RoomChecks::nobodyLeavesTheLobby),
                check("R-create-0", RoomChecks::aRoomIsCreated),
                check(
                        "R-create-1.1",
                        house -> assertThat(summary(house).text("role")).isEqualTo("owner")),
                check("R-create-1.2", RoomChecks::aTakenNameExists),
                check("R-join-0", RoomChecks::aRoomIsJoinedByIdOrName),
                check("R-join-1.1", RoomChecks::nobodyJoinsTwice),
                check("R-join-1.2", RoomChecks::nobodyLeavesTwice),
                check("R-join-2", RoomChecks::aPrivateRoomCannotBeJoined),
                check("R-leave-0", RoomChecks::aRoomIsLeft),
                check("R-leave-1.2", RoomChecks::theLongestStandingMemberInherits),
                check("R-leave-2.1", RoomChecks::anEmptyPrivateRoomIsDeleted),
                check("R-leave-2.2", RoomChecks::whoComesToAnEmptyRoomOwnsIt),
                check("R-rooms-0", RoomChecks::roomsAreListedByName),
                check("R-rooms-0", RoomChecks::theListOfRoomsHasPages),
                check("R-rooms-1.1", RoomChecks::privateRoomsAreListedForMembersOnly),
                check("R-rooms-1.2", RoomChecks::theListTellsOnesRole),
                check("R-len-1", RoomChecks::aTopicHasALength),
                check("R-len-3", RoomChecks::theQueryOfRoomsHasALength));
    }

    private static Frame summary(House house) {
        return house.guest(ADA)
                .ok("create-room", "name", house.unique(), "topic", "What grows", "visibility", "public")
                .at("conversation");
    }

    private static void comingAndGoingAreEvents(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.ok("leave", "conversation", room);
        assertThat(ada.event(room, "joined").text("user.id")).isEqualTo(bob.id());
        Frame left = ada.event(room, "left");
        assertThat(left.text("user.id")).isEqualTo(bob.id());
        assertThat(left.text("reason")).isEqualTo("left");
    }

    private static void membersSeeWhatWasBeforeThem(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        ada.post(room, "before");
        long head = bob.join(room).number("head");
        List<Frame> items = Pages.history(bob, room);
        assertThat(Pages.seqs(items)).isEqualTo(Pages.range(1, head));
        assertThat(items).anyMatch(item -> item.is("text", "before"));
        assertThat(bob.ok("sync", "conversations", Frame.object(room, 0))
                        .numbers("conversations." + room + ".events", "seq"))
                .isEqualTo(Pages.range(1, head));
    }

    private static void aPrivateRoomIsUnknown(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        assertHidden(bob, ada.createRoom("private"), "unknown-conversation");
        assertHidden(bob, "nowhere", "unknown-conversation");
    }

    private static void ofAPublicRoomOneIsNoMember(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        assertHidden(bob, room, "not-member");
        ada.post(room, "secret");
        bob.getsNothing("an event of a room of others", frame -> frame.is("conversation", room));
    }

    private static void assertHidden(Peer stranger, String room, String code) {
        stranger.refused(code, "post", "conversation", room, "clientId", "c", "text", "x");
        stranger.refused(code, "history", "conversation", room);
        stranger.refused(code, "members", "conversation", room);
    }

    private static void everybodyIsInTheLobby(House house) {
        Peer ada = house.guest(ADA);
        Frame lobby = ada.summary(ada.lobby());
        assertThat(lobby.text("kind")).isEqualTo("room");
        assertThat(house.guest(BOB).lobby()).isEqualTo(ada.lobby());
    }

    private static void nobodyLeavesTheLobby(House house) {
        Peer ada = house.guest(ADA);
        ada.refused("forbidden", "leave", "conversation", ada.lobby());
        ada.refused("forbidden", "leave", "room", "lobby");
        ada.post(ada.lobby(), "still here");
    }

    private static void aRoomIsCreated(House house) {
        Peer ada = house.guest(ADA);
        String name = house.unique();
        Frame room =
                ada.ok("create-room", "name", name, "visibility", "private").at("conversation");
        assertThat(room.text("name")).isEqualTo(name);
        assertThat(room.text("visibility")).isEqualTo("private");
        assertThat(room.number("head")).isNotNegative();
        ada.refused("bad-frame", "create-room", "name", house.unique());
        ada.refused("bad-frame", "create-room", "name", house.unique(), "visibility", "secret");
        assertThat(house.again(ada).summaries()).anyMatch(each -> each.is("id", room.text("id")));
    }

    private static void aTakenNameExists(House house) {
        Peer ada = house.guest(ADA);
        String name = house.unique();
        ada.ok("create-room", "name", name, "visibility", "public");
        ada.refused("exists", "create-room", "name", name, "visibility", "public");
        ada.refused("exists", "create-room", "name", "lobby", "visibility", "public");
    }

    private static void aRoomIsJoinedByIdOrName(House house) {
        Peer ada = house.guest(ADA);
        String name = house.unique();
        Frame room = ada.ok("create-room", "name", name, "visibility", "public").at("conversation");
        assertThat(house.guest(BOB).ok("join", "room", name).text("conversation.id"))
                .isEqualTo(room.text("id"));
        assertThat(house.guest("Cyd").join(room.text("id")).text("role")).isEqualTo("member");
        ada.refused("unknown-conversation", "join", "room", house.unique());
    }

    private static void nobodyJoinsTwice(House house) {
        Peer ada = house.guest(ADA);
        ada.refused("already-member", "join", "conversation", ada.createRoom());
        ada.refused("already-member", "join", "conversation", ada.lobby());
    }

    private static void nobodyLeavesTwice(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.ok("leave", "conversation", room);
        bob.refused("not-member", "leave", "conversation", room);
    }

    private static void aPrivateRoomCannotBeJoined(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String name = house.unique();
        String room =
                ada.ok("create-room", "name", name, "visibility", "private").text("conversation.id");
        bob.refused("unknown-conversation", "join", "conversation", room);
        bob.refused("unknown-conversation", "join", "room", name);
    }

    private static void aRoomIsLeft(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String room = ada.createRoom();
        bob.join(room);
        bob.ok("leave", "conversation", room);
        bob.refused("not-member", "post", "conversation", room, "clientId", "c", "text", "x");
        assertThat(house.again(bob).summaries()).noneMatch(each -> each.is("id", room));
    }

    private static void theLongestStandingMemberInherits(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        Peer cyd = house.guest("Cyd");
        String room = ada.createRoom();
        bob.join(room);
        cyd.join(room);
        ada.ok("leave", "conversation", room);
        Frame changed = cyd.event(room, "changed");
        assertThat(changed.text("user.id")).isEqualTo(bob.id());
        assertThat(changed.text("role")).isEqualTo("owner");
        assertThat(house.again(bob).summary(room).text("role")).isEqualTo("owner");
    }

    private static void anEmptyPrivateRoomIsDeleted(House house) {
        Peer ada = house.guest(ADA);
        String name = house.unique();
        String room =
                ada.ok("create-room", "name", name, "visibility", "private").text("conversation.id");
        ada.ok("leave", "conversation", room);
        ada.refused("unknown-conversation", "history", "conversation", room);
        ada.ok("create-room", "name", name, "visibility", "public");
    }

    private static void whoComesToAnEmptyRoomOwnsIt(House house) {
        Peer ada = house.guest(ADA);
        String room = ada.createRoom();
        ada.ok("leave", "conversation", room);
        Peer bob = house.guest(BOB);
        assertThat(bob.join(room).text("role")).isEqualTo("owner");
        assertThat(ada.join(room).text("role")).isEqualTo("member");
    }

    private static void roomsAreListedByName(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String part = house.unique();
        for (String name : List.of("B " + part, "c " + part, "a " + part)) {
            String room = ada.ok("create-room", "name", name, "topic", "t", "visibility", "public")
                    .text("conversation.id");
            bob.join(room);
        }
        List<Frame> rooms =
                Pages.list(bob, "rooms", "rooms", "name", 50, "query", part.toUpperCase(java.util.Locale.ROOT));
        assertThat(rooms.stream().map(room -> room.text("name").substring(0, 1)))
                .containsExactly("a", "B", "c");
        assertThat(rooms).allSatisfy(room -> {
            assertThat(room.text("id")).isNotEmpty();
            assertThat(room.text("topic")).isEqualTo("t");
            assertThat(room.text("visibility")).isEqualTo("public");
            assertThat(room.number("members")).isEqualTo(2);
            assertThat(room.number("online")).isEqualTo(2);
        });
    }

    private static void theListOfRoomsHasPages(House house) {
        Peer ada = house.guest(ADA);
        String part = house.unique();
        for (String letter : List.of("a", "b", "c")) {
            ada.ok("create-room", "name", letter + " " + part, "visibility", "public");
        }
        assertThat(ada.ok("rooms", "query", part, "limit", 2).flag("more")).isTrue();
        assertThat(Pages.list(ada, "rooms", "rooms", "name", 2, "query", part))
                .extracting(room -> room.text("name"))
                .containsExactly("a " + part, "b " + part, "c " + part);
    }

    private static void privateRoomsAreListedForMembersOnly(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String name = house.unique();
        ada.ok("create-room", "name", name, "visibility", "private");
        assertThat(ada.ok("rooms", "query", name).texts("rooms", "name")).containsExactly(name);
        assertThat(bob.ok("rooms", "query", name).list("rooms")).isEmpty();
    }

    private static void theListTellsOnesRole(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String name = house.unique();
        ada.ok("create-room", "name", name, "visibility", "public");
        assertThat(ada.ok("rooms", "query", name).texts("rooms", "role")).containsExactly("owner");
        assertThat(bob.ok("rooms", "query", name).list("rooms").getFirst().has("role"))
                .isFalse();
    }

    private static void aTopicHasALength(House house) {
        Peer ada = house.guest(ADA);
        String most = "😀".repeat(250);
        ada.ok("create-room", "name", house.unique(), "topic", most, "visibility", "public");
        ada.refused("too-long", "create-room", "name", house.unique(), "topic", most + "x", "visibility", "public");
        ada.refused("too-long", "set-status", "status", "busy", "text", most + "x");
    }

    private static void theQueryOfRoomsHasALength(House house) {
        Peer ada = house.guest(ADA);
        ada.ok("rooms", "query", "x".repeat(200));
        ada.refused("too-long", "rooms", "query", "x".repeat(201));
        assertThat(Set.copyOf(ada.ok("rooms", "query", "lobby").texts("rooms", "id")))
                .contains(ada.lobby());
    }
}
