package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;

/** What moderators and owners of rooms do. */
final class ModerationChecks {
    private ModerationChecks() {}

    /** A room of Ada's, with Bob in it, and Cyd outside. */
    private record Scene(Peer ada, Peer bob, Peer cyd, String room) {
        static Scene in(House house) {
            Peer ada = house.guest("Ada");
            Peer bob = house.guest("Bob");
            String room = ada.createRoom();
            bob.join(room);
            return new Scene(ada, bob, house.guest("Cyd"), room);
        }

        Object[] on(Peer user, Object... more) {
            Object[] fields = new Object[4 + more.length];
            fields[0] = "conversation";
            fields[1] = room;
            fields[2] = "user";
            fields[3] = user.id();
            System.arraycopy(more, 0, fields, 4, more.length);
            return fields;
        }

        void setRole(Peer user, String role) {
            ada.ok("set-role", on(user, "role", role));
        }
    }

    static List<Check> checks() {
        return List.of(
                check("C5.3", ModerationChecks::nobodyIsRemovedFromTheLobby),
                check("C8.5", ModerationChecks::anInvitationTellsByWhom),
                check("C8.6", ModerationChecks::aKickTellsWhy),
                check("C8.7 R-mod-0.5", ModerationChecks::changesOfTheRoomAreEvents),
                check("D2", ModerationChecks::theInvitedGetTheSummaryFirst),
                check("N6", ModerationChecks::theReasonOfLosingIsTold),
                check("Q2.2", ModerationChecks::whereWaitingHelpsItIsSaid),
                check("R-leave-1.1", ModerationChecks::theModeratorInherits),
                check("R-post-3.1", ModerationChecks::aRepeatIsKnownWhileMuted),
                check("R-mod-0.1", ModerationChecks::peopleComeAndGo),
                check("R-mod-0.2", ModerationChecks::mutingIsLifted),
                check("R-mod-0.3", ModerationChecks::bansAreListed),
                check("R-mod-0.4", ModerationChecks::rolesAreGiven),
                check("R-mod-0.6 R-mod-7.2", ModerationChecks::aDeletedRoomIsGone),
                check("R-mod-1.1", ModerationChecks::membersModerateNothing),
                check("R-mod-1.2", ModerationChecks::onlyLowerRolesAreModerated),
                check("R-mod-2.1", ModerationChecks::theInvitedAreMembersAtOnce),
                check("R-mod-2.2", s -> with(s, (t, h) -> t.ada().refused("already-member", "invite", t.on(t.bob())))),
                check("R-mod-2.3", ModerationChecks::theBannedAreNotInvited),
                check("R-mod-3", ModerationChecks::whoIsNotThereIsNotKicked),
                check("R-mod-4.1", ModerationChecks::theBannedStayOut),
                check("R-mod-4.2", ModerationChecks::banningTwiceIsOk),
                check("R-mod-5.1", ModerationChecks::theMutedSayNothing),
                check("R-mod-5.2", ModerationChecks::theMutedDoNotType),
                check("R-mod-6", ModerationChecks::theLastOwnerStays),
                check("R-mod-7.1", ModerationChecks::membersAreToldOfTheEnd),
                check("R-mod-7.3", ModerationChecks::theLobbyIsNotDeleted));
    }

    private static void with(House house, BiConsumer<Scene, House> what) {
        what.accept(Scene.in(house), house);
    }

    private static void nobodyIsRemovedFromTheLobby(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        for (String request : List.of("kick", "ban")) {
            ada.refused("forbidden", request, "conversation", ada.lobby(), "user", bob.id());
        }
    }

    private static void anInvitationTellsByWhom(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("invite", scene.on(scene.cyd()));
        Frame joined = scene.bob().event(scene.room(), "joined");
        assertThat(joined.text("user.id")).isEqualTo(scene.cyd().id());
        assertThat(joined.text("by.id")).isEqualTo(scene.ada().id());
        assertThat(joined.text("author.id")).isEqualTo(scene.ada().id());
    }

    private static void aKickTellsWhy(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("kick", scene.on(scene.bob(), "reason", "trampled the beds"));
        Frame left = scene.ada().event(scene.room(), "left");
        assertThat(left.text("reason")).isEqualTo("kicked");
        assertThat(left.text("by.name")).isEqualTo(scene.ada().name());
        assertThat(left.text("text")).isEqualTo("trampled the beds");
        scene.ada().refused("too-long", "kick", scene.on(scene.bob(), "reason", "x".repeat(251)));
    }

    private static void changesOfTheRoomAreEvents(House house) {
        Scene scene = Scene.in(house);
        String name = house.unique();
        scene.ada().ok("set-room", "conversation", scene.room(), "name", name, "visibility", "private");
        Frame changed = scene.bob().event(scene.room(), "changed");
        assertThat(changed.text("name")).isEqualTo(name);
        assertThat(changed.text("visibility")).isEqualTo("private");
        assertThat(changed.has("topic")).isFalse();
        assertThat(house.again(scene.bob()).summary(scene.room()).text("name")).isEqualTo(name);
        scene.ada().refused("exists", "set-room", "conversation", scene.room(), "name", "lobby");
    }

    private static void theInvitedGetTheSummaryFirst(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("invite", scene.on(scene.cyd()));
        scene.ada().post(scene.room(), "welcome");
        scene.cyd().message(scene.room(), "welcome");
        List<Frame> about = scene.cyd().wire().received().stream()
                .filter(frame -> frame.raw().contains(scene.room()))
                .toList();
        assertThat(about).extracting(Frame::type).containsExactly("conversation", "event");
        assertThat(about.getLast().number("seq")).isEqualTo(about.getFirst().number("conversation.head") + 1);
    }

    private static void theReasonOfLosingIsTold(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("kick", scene.on(scene.bob()));
        assertThat(scene.bob().next("conversation-gone").text("reason")).isEqualTo("kicked");
        scene.bob().join(scene.room());
        scene.ada().ok("ban", scene.on(scene.bob()));
        assertThat(scene.bob().next("conversation-gone").text("reason")).isEqualTo("banned");
    }

    private static void whereWaitingHelpsItIsSaid(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("mute", scene.on(scene.bob(), "seconds", 3_600));
        Frame refused =
                scene.bob().refused("muted", "post", "conversation", scene.room(), "clientId", "c", "text", "x");
        assertThat(refused.number("retryAfterMs")).isBetween(1L, 3_600_000L);
    }

    private static void theModeratorInherits(House house) {
        Scene scene = Scene.in(house);
        scene.cyd().join(scene.room());
        scene.setRole(scene.cyd(), "moderator");
        scene.ada().ok("leave", "conversation", scene.room());
        scene.bob()
                .await(
                        "the new owner",
                        frame -> frame.is("kind", "changed")
                                && frame.is("role", "owner")
                                && frame.is("user.id", scene.cyd().id()));
    }

    private static void aRepeatIsKnownWhileMuted(House house) {
        Scene scene = Scene.in(house);
        Object[] post = {"conversation", scene.room(), "clientId", "c1", "text", "Hello"};
        scene.bob().ok("post", post);
        scene.ada().ok("mute", scene.on(scene.bob(), "seconds", 3_600));
        assertThat(scene.bob().ok("post", post).flag("duplicate")).isTrue();
    }

    private static void peopleComeAndGo(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("invite", scene.on(scene.cyd()));
        scene.ada().ok("kick", scene.on(scene.cyd()));
        scene.ada().ok("ban", scene.on(scene.cyd()));
        scene.ada().ok("unban", scene.on(scene.cyd()));
        scene.cyd().join(scene.room());
        scene.ada().refused("unknown-user", "invite", "conversation", scene.room(), "user", "nobody");
    }

    private static void mutingIsLifted(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("mute", scene.on(scene.bob(), "seconds", 3_600));
        scene.bob().refused("muted", "post", "conversation", scene.room(), "clientId", "c", "text", "x");
        scene.ada().ok("mute", scene.on(scene.bob(), "seconds", 0));
        scene.bob().post(scene.room(), "at last");
        scene.ada().refused("bad-frame", "mute", scene.on(scene.bob(), "seconds", -1));
    }

    private static void bansAreListed(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("ban", scene.on(scene.bob(), "reason", "noise"));
        Frame banned = scene.ada()
                .ok("bans", "conversation", scene.room())
                .list("users")
                .getFirst();
        assertThat(banned.text("id")).isEqualTo(scene.bob().id());
        assertThat(banned.text("name")).isEqualTo(scene.bob().name());
        assertThat(banned.text("by")).isEqualTo(scene.ada().id());
        assertThat(banned.text("at")).endsWith("Z");
        assertThat(banned.text("reason")).isEqualTo("noise");
        scene.ada().ok("unban", scene.on(scene.bob()));
        assertThat(scene.ada().ok("bans", "conversation", scene.room()).list("users"))
                .isEmpty();
    }

    private static void rolesAreGiven(House house) {
        Scene scene = Scene.in(house);
        scene.setRole(scene.bob(), "moderator");
        Frame changed = scene.bob().event(scene.room(), "changed");
        assertThat(changed.text("user.id")).isEqualTo(scene.bob().id());
        assertThat(changed.text("role")).isEqualTo("moderator");
        scene.bob().refused("forbidden", "set-role", scene.on(scene.ada(), "role", "member"));
        scene.ada().refused("bad-frame", "set-role", scene.on(scene.bob(), "role", "king"));
    }

    private static void membersModerateNothing(House house) {
        Scene scene = Scene.in(house);
        Peer bob = scene.bob();
        for (String request : List.of("invite", "ban", "unban")) {
            bob.refused("forbidden", request, scene.on(scene.cyd()));
        }
        bob.refused("forbidden", "kick", scene.on(scene.ada()));
        bob.refused("forbidden", "mute", scene.on(scene.ada(), "seconds", 1));
        bob.refused("forbidden", "bans", "conversation", scene.room());
        bob.refused("forbidden", "set-room", "conversation", scene.room(), "topic", "mine");
        bob.refused("forbidden", "set-role", scene.on(bob, "role", "owner"));
        bob.refused("forbidden", "delete-room", "conversation", scene.room());
    }

    private static void onlyLowerRolesAreModerated(House house) {
        Scene scene = Scene.in(house);
        scene.cyd().join(scene.room());
        scene.setRole(scene.bob(), "moderator");
        scene.setRole(scene.cyd(), "moderator");
        for (Peer other : List.of(scene.ada(), scene.cyd())) {
            scene.bob().refused("forbidden", "kick", scene.on(other));
            scene.bob().refused("forbidden", "ban", scene.on(other));
            scene.bob().refused("forbidden", "mute", scene.on(other, "seconds", 1));
        }
        scene.ada().ok("kick", scene.on(scene.cyd()));
    }

    private static void theInvitedAreMembersAtOnce(House house) {
        Peer ada = house.guest("Ada");
        Peer bob = house.guest("Bob");
        String room = ada.createRoom("private");
        ada.ok("invite", "conversation", room, "user", bob.id());
        bob.post(room, "thank you");
        ada.message(room, "thank you");
    }

    private static void theBannedAreNotInvited(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("ban", scene.on(scene.cyd()));
        scene.ada().refused("banned", "invite", scene.on(scene.cyd()));
        scene.ada().ok("unban", scene.on(scene.cyd()));
        scene.ada().ok("invite", scene.on(scene.cyd()));
    }

    private static void whoIsNotThereIsNotKicked(House house) {
        Scene scene = Scene.in(house);
        scene.ada().refused("not-member", "kick", scene.on(scene.cyd()));
        scene.ada().refused("not-member", "mute", scene.on(scene.cyd(), "seconds", 1));
    }

    private static void theBannedStayOut(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("ban", scene.on(scene.bob()));
        assertThat(scene.ada().event(scene.room(), "left").text("reason")).isEqualTo("banned");
        scene.bob().refused("banned", "join", "conversation", scene.room());
        scene.ada().ok("ban", scene.on(scene.cyd()));
        scene.cyd().refused("banned", "join", "conversation", scene.room());
    }

    private static void banningTwiceIsOk(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("ban", scene.on(scene.bob()));
        scene.ada().ok("ban", scene.on(scene.bob()));
        scene.ada().ok("unban", scene.on(scene.cyd()));
    }

    private static void theMutedSayNothing(House house) {
        Scene scene = Scene.in(house);
        long own = scene.bob().post(scene.room(), "before").number("seq");
        scene.ada().ok("mute", scene.on(scene.bob(), "seconds", 3_600));
        Peer bob = scene.bob();
        bob.refused("muted", "post", "conversation", scene.room(), "clientId", "c", "text", "x");
        bob.refused("muted", "edit", "conversation", scene.room(), "target", own, "text", "x");
        bob.refused("muted", "react", "conversation", scene.room(), "target", own, "emoji", "👍", "on", true);
    }

    private static void theMutedDoNotType(House house) {
        house.offer().require("typing");
        Scene scene = Scene.in(house);
        scene.ada().ok("mute", scene.on(scene.bob(), "seconds", 3_600));
        scene.bob().send(Frame.of("typing", "conversation", scene.room(), "active", true));
        scene.bob().settle();
        scene.ada().getsNothing("that somebody muted types", frame -> frame.is("type", "typing"));
    }

    private static void theLastOwnerStays(House house) {
        Scene scene = Scene.in(house);
        scene.ada().refused("forbidden", "set-role", scene.on(scene.ada(), "role", "member"));
        scene.setRole(scene.bob(), "owner");
        scene.ada().ok("set-role", scene.on(scene.ada(), "role", "member"));
    }

    private static void membersAreToldOfTheEnd(House house) {
        Scene scene = Scene.in(house);
        scene.ada().ok("delete-room", "conversation", scene.room());
        for (Peer member : List.of(scene.ada(), scene.bob())) {
            Frame gone = member.next("conversation-gone");
            assertThat(gone.text("conversation")).isEqualTo(scene.room());
            assertThat(gone.text("reason")).isEqualTo("deleted");
            member.getsNothing("that somebody left", frame -> frame.is("kind", "left"));
        }
    }

    private static void aDeletedRoomIsGone(House house) {
        Peer ada = house.guest("Ada");
        String name = house.unique();
        Frame made = ada.ok("create-room", "name", name, "visibility", "public").at("conversation");
        String room = made.text("id");
        ada.post(room, "secret");
        ada.ok("delete-room", "conversation", room);
        ada.refused("unknown-conversation", "history", "conversation", room);
        Frame anew = ada.ok("create-room", "name", name, "visibility", "public").at("conversation");
        assertThat(anew.text("id")).isNotEqualTo(room);
        assertThat(anew.number("head")).isEqualTo(made.number("head"));
    }

    private static void theLobbyIsNotDeleted(House house) {
        Peer ada = house.guest("Ada");
        ada.refused("forbidden", "delete-room", "conversation", ada.lobby());
    }
}
