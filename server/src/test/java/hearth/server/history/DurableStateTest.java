package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.BOB;
import static hearth.server.history.Scribe.DEN;
import static hearth.server.history.Scribe.EVE;
import static hearth.server.history.Scribe.LOBBY;
import static hearth.server.history.Scribe.START;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Role;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import hearth.server.history.HistoryStore.ReactionState;
import hearth.server.history.HistoryStore.Unread;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableStateTest {
    @TempDir
    Path folder;

    private HistoryStore store;
    private Scribe scribe;

    @BeforeEach
    void open() throws Exception {
        store = SqliteHistoryStore.open(folder, new SecureRandom());
        scribe = Scribe.withRooms(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everythingButTheLogComesBackAtTheNextStart() throws Exception {
        String id = store.serverId();
        String epoch = store.epoch();
        UserRef gone = new UserRef("u-gone", "Gone");
        List<Change> kept = List.of(
                new Change.UserAdded(new UserRef("u-max", "Max"), "rnax", ServerRole.ADMIN),
                new Change.TokenAdded("u-max", "hash-1"),
                new Change.TokenRevoked("u-gone", "hash-2"),
                new Change.RoomAdded("c-new", "Neu", "neu", "topic", Visibility.PRIVATE),
                new Change.DirectAdded("c-direct", ADA, gone),
                new Change.HeadKnown("c-new", 1),
                new Change.HeadKnown("c-direct", 0),
                new Change.MemberAdded("c-new", "u-max", Role.OWNER, 1, 7),
                new Change.Banned("c-new", gone, ADA.id(), START, Optional.of("noise")),
                new Change.Banned("c-new", BOB, ADA.id(), START, Optional.empty()),
                new Change.Muted("c-new", EVE.id(), START.plusSeconds(9)));
        scribe.write(
                new Change.UserAdded(gone, "gone", ServerRole.MEMBER),
                kept.get(0),
                kept.get(1),
                new Change.TokenAdded("u-gone", "hash-2"),
                kept.get(2),
                new Change.UserRemoved("u-gone"),
                new Change.RoomAdded("c-new", "Old", "old", "", Visibility.PUBLIC),
                new Change.RoomChanged("c-new", "Neu", "neu", "topic", Visibility.PRIVATE),
                kept.get(4),
                new Change.MemberAdded("c-new", "u-max", Role.MEMBER, 1, 2),
                new Change.RoleSet("c-new", "u-max", Role.OWNER),
                new Change.Read("c-new", "u-max", 7),
                new Change.MemberAdded("c-new", EVE.id(), Role.MEMBER, 1, 2),
                new Change.MemberRemoved("c-new", EVE.id()),
                kept.get(8),
                new Change.Banned("c-new", BOB, EVE.id(), START, Optional.of("by another")),
                kept.get(9),
                new Change.Banned("c-new", EVE, ADA.id(), START, Optional.empty()),
                new Change.Unbanned("c-new", EVE.id()),
                new Change.Muted("c-new", EVE.id(), START),
                kept.get(10),
                new Change.RoomDeleted(DEN));
        scribe.say("c-new", ADA, "hi");
        store.close();
        store = SqliteHistoryStore.open(folder, new SecureRandom());

        List<Change> replayed = new ArrayList<>();
        store.replay(replayed::add);
        assertThat(store.serverId()).isEqualTo(id).hasSize(20);
        assertThat(store.epoch()).isEqualTo(epoch).hasSize(20).isNotEqualTo(id);
        assertThat(replayed).containsAll(kept).hasSize(kept.size() + 3 + 2);
        assertThat(replayed).doesNotContain(new Change.UserAdded(gone, "gone", ServerRole.MEMBER));
        assertThat(replayed.indexOf(kept.get(0))).isLessThan(replayed.indexOf(kept.get(1)));
        assertThat(replayed.indexOf(kept.get(3))).isLessThan(replayed.indexOf(kept.get(5)));
        assertThat(replayed.indexOf(kept.get(5))).isLessThan(replayed.indexOf(kept.get(7)));
    }

    @Test
    void aReadMarkerNeverGoesBack() throws Exception {
        scribe.write(
                new Change.MemberAdded(LOBBY, ADA.id(), Role.MEMBER, 1, 5),
                new Change.Read(LOBBY, ADA.id(), 9),
                new Change.Read(LOBBY, ADA.id(), 3));
        List<Change> replayed = new ArrayList<>();
        store.replay(replayed::add);
        assertThat(replayed).contains(new Change.MemberAdded(LOBBY, ADA.id(), Role.MEMBER, 1, 9));
    }

    @Test
    void theNameOfAGoneUserIsFreeAndStaysBesideWhatTheyWrote() throws Exception {
        scribe.say(LOBBY, BOB, "was here");
        UserRef next = new UserRef("u-bob-2", "Bob");
        scribe.write(new Change.UserRemoved(BOB.id()), new Change.UserAdded(next, "key of Bob", ServerRole.MEMBER));
        assertThat(store.lastMessage(LOBBY).orElseThrow().author()).isEqualTo(BOB);
    }

    @Test
    void anErasedRoomLeavesNothing() throws Exception {
        long message = scribe.say(DEN, ADA, "hi @Bob", BOB.id());
        scribe.edit(DEN, ADA, message, "hello @Bob", BOB.id());
        scribe.react(DEN, BOB, message, "👍", true);
        scribe.delete(DEN, ADA, scribe.say(DEN, ADA, "oops"));
        scribe.write(
                new Change.MemberAdded(DEN, ADA.id(), Role.OWNER, 1, 0),
                new Change.Banned(DEN, EVE, ADA.id(), START, Optional.empty()),
                new Change.Muted(DEN, BOB.id(), START));
        scribe.say(LOBBY, ADA, "hello there");
        scribe.write(new Change.RoomDeleted(DEN));

        assertThat(store.unread(DEN, BOB.id(), 0)).isEqualTo(new Unread(0, 0));
        assertThat(store.isMessage(DEN, message)).isFalse();
        assertThat(store.reaction(DEN, message, BOB.id(), "👍")).isEqualTo(new ReactionState(false, false));
        List<Change> replayed = new ArrayList<>();
        store.replay(replayed::add);
        assertThat(replayed.toString()).doesNotContain(DEN);
        assertThat(store.findPost(ADA.id(), "client-0")).isPresent();
        try (HistoryReader reader = store.openReader()) {
            assertThat(reader.search("hello", Set.of(DEN, LOBBY), Optional.empty(), Optional.empty(), 9, 9999)
                            .hits())
                    .hasSize(1);
        }
    }
}
