package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.BOB;
import static hearth.server.history.Scribe.DEN;
import static hearth.server.history.Scribe.EVE;
import static hearth.server.history.Scribe.LOBBY;
import static hearth.server.history.Scribe.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.protocol.Event;
import hearth.protocol.LeaveReason;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import hearth.server.history.HistoryStore.ReactionState;
import hearth.server.history.HistoryStore.Receipt;
import hearth.server.history.HistoryStore.StoredMessage;
import hearth.server.history.HistoryStore.Unread;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryStoreTest {
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

    private List<Event> events(String conversation, long after) throws StorageException {
        List<Event> events = new ArrayList<>();
        assertThat(store.events(conversation, after, scribe.head(conversation), events::add))
                .isTrue();
        return events;
    }

    @Test
    void everyKindOfEventComesBackAsItWasSent() throws Exception {
        List<Event> sent = new ArrayList<>();
        sent.add(scribe.append(new Event.Joined(scribe.stamp(LOBBY, ADA), ADA, Optional.empty())));
        sent.add(scribe.append(new Event.Joined(scribe.stamp(LOBBY, ADA), BOB, Optional.of(ADA))));
        sent.add(scribe.append(scribe.message(LOBBY, ADA, "Hello 世界 👋", BOB.id(), EVE.id())));
        sent.add(scribe.append(
                new Event.Message(scribe.stamp(LOBBY, BOB), "reply", "yes", OptionalLong.of(3), List.of(), false)));
        sent.add(scribe.append(new Event.Edited(scribe.stamp(LOBBY, ADA), 3, "Hello again", List.of(EVE.id()), false)));
        sent.add(scribe.append(new Event.Reacted(scribe.stamp(LOBBY, EVE), 3, "👍🏽", true)));
        sent.add(scribe.append(new Event.Reacted(scribe.stamp(LOBBY, EVE), 3, "👍🏽", false)));
        sent.add(scribe.append(new Event.Changed(
                scribe.stamp(LOBBY, ADA),
                Optional.of("Kitchen"),
                Optional.of(""),
                Optional.of(Visibility.PRIVATE),
                Optional.empty())));
        sent.add(scribe.promoted(LOBBY, ADA, BOB));
        sent.add(scribe.kicked(LOBBY, ADA, EVE, "noise"));
        sent.add(scribe.append(
                new Event.Left(scribe.stamp(LOBBY, BOB), BOB, LeaveReason.LEFT, Optional.empty(), Optional.empty())));

        assertThat(events(LOBBY, 0)).isEqualTo(sent);
        assertThat(events(LOBBY, 8)).isEqualTo(sent.subList(8, 11));
    }

    @Test
    void aPostIsFoundByItsClientIdInsideTheBatchAndForEver() throws Exception {
        Event.Message message = scribe.message(DEN, ADA, "once");
        store.begin();
        assertThat(store.findPost(ADA.id(), message.clientId())).isEmpty();
        store.apply(new Change.Appended(message));
        Receipt receipt = new Receipt(DEN, 1, START.plusMillis(1));
        assertThat(store.findPost(ADA.id(), message.clientId())).contains(receipt);
        store.commit();
        scribe.delete(DEN, ADA, 1);
        scribe.write(new Change.RoomDeleted(DEN), new Change.UserRemoved(ADA.id()));

        assertThat(store.findPost(ADA.id(), message.clientId())).contains(receipt);
        assertThat(store.findPost(BOB.id(), message.clientId())).isEmpty();
    }

    @Test
    void unreadCountsWhatOthersWroteAndIsNotDeleted() throws Exception {
        scribe.join(LOBBY, ADA);
        scribe.say(LOBBY, BOB, "1 @Ada", ADA.id());
        long second = scribe.say(LOBBY, BOB, "2 @Ada", ADA.id());
        long third = scribe.say(LOBBY, BOB, "3 @Ada", ADA.id());
        scribe.say(LOBBY, ADA, "mine @Ada", ADA.id());
        long plain = scribe.say(LOBBY, EVE, "5");
        assertThat(store.unread(LOBBY, ADA.id(), 0)).isEqualTo(new Unread(4, 3));
        assertThat(store.unread(LOBBY, ADA.id(), second)).isEqualTo(new Unread(2, 1));

        scribe.edit(LOBBY, BOB, third, "nobody now");
        scribe.edit(LOBBY, EVE, plain, "@Ada", ADA.id());
        scribe.delete(LOBBY, BOB, second);
        assertThat(store.unread(LOBBY, ADA.id(), 0)).isEqualTo(new Unread(3, 2));
        assertThat(store.unread(LOBBY, ADA.id(), third)).isEqualTo(new Unread(1, 1));
        assertThat(store.unread(DEN, ADA.id(), 0)).isEqualTo(new Unread(0, 0));
    }

    @Test
    void aDeletedMessageAndItsEditsComeEmptyAndMarked() throws Exception {
        long target = scribe.say(LOBBY, ADA, "first", BOB.id());
        scribe.edit(LOBBY, ADA, target, "second", BOB.id());
        scribe.say(LOBBY, BOB, "other");
        scribe.react(LOBBY, BOB, target, "👍", true);
        scribe.delete(LOBBY, ADA, target);

        List<Event> events = events(LOBBY, 0);
        assertThat(events.get(0)).isInstanceOfSatisfying(Event.Message.class, message -> {
            assertThat(message.text()).isEmpty();
            assertThat(message.mentions()).isEmpty();
            assertThat(message.deleted()).isTrue();
            assertThat(message.clientId()).isEqualTo("client-0");
        });
        assertThat(events.get(1)).isInstanceOfSatisfying(Event.Edited.class, edited -> {
            assertThat(edited.text()).isEmpty();
            assertThat(edited.mentions()).isEmpty();
            assertThat(edited.deleted()).isTrue();
            assertThat(edited.target()).isEqualTo(target);
        });
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        Event.Message.class,
                        message -> assertThat(message.deleted()).isFalse());
        assertThat(events.get(3)).isInstanceOf(Event.Reacted.class);
        assertThat(events.get(4)).isInstanceOf(Event.Deleted.class);
    }

    @Test
    void eventsEndWhereTheyAreToldToAndWhereTheSinkHasEnough() throws Exception {
        for (int i = 0; i < 5; i++) {
            scribe.say(LOBBY, ADA, "message " + i);
            scribe.say(DEN, ADA, "elsewhere");
        }
        List<Long> seen = new ArrayList<>();
        store.events(LOBBY, 1, 3, event -> seen.add(event.seq()));
        assertThat(seen).containsExactly(2L, 3L);
        seen.clear();
        store.events(LOBBY, 0, 5, event -> {
            seen.add(event.seq());
            return seen.size() < 2;
        });
        assertThat(seen).containsExactly(1L, 2L);
        assertThat(store.events(LOBBY, 5, 5, _ -> true)).isTrue();
    }

    @Test
    void aMessageIsThereUntilItIsDeleted() throws Exception {
        scribe.join(LOBBY, ADA);
        long message = scribe.say(LOBBY, ADA, "hi");
        scribe.react(LOBBY, BOB, message, "👍", true);
        scribe.react(LOBBY, EVE, message, "👍", true);
        scribe.react(LOBBY, EVE, message, "🦊", true);
        assertThat(store.message(LOBBY, message)).contains(new StoredMessage(ADA.id(), 2));
        assertThat(store.message(LOBBY, 1)).isEmpty();
        assertThat(store.message(LOBBY, 99)).isEmpty();
        assertThat(store.message(DEN, message)).isEmpty();
        assertThat(store.isMessage(LOBBY, 1)).isFalse();
        assertThat(store.isMessage(LOBBY, 99)).isFalse();

        scribe.delete(LOBBY, ADA, message);
        assertThat(store.message(LOBBY, message)).isEmpty();
        assertThat(store.isMessage(LOBBY, message)).isTrue();
    }

    @Test
    void aReactionIsOnItsMessageUntilItIsTakenBackOrTheMessageDeleted() throws Exception {
        long message = scribe.say(LOBBY, ADA, "hi");
        scribe.react(LOBBY, BOB, message, "👍", true);
        assertThat(store.reaction(LOBBY, message, BOB.id(), "👍")).isEqualTo(new ReactionState(true, true));
        assertThat(store.reaction(LOBBY, message, EVE.id(), "👍")).isEqualTo(new ReactionState(false, true));
        assertThat(store.reaction(LOBBY, message, BOB.id(), "🦊")).isEqualTo(new ReactionState(false, false));

        scribe.react(LOBBY, EVE, message, "👍", true);
        scribe.react(LOBBY, BOB, message, "👍", false);
        assertThat(store.reaction(LOBBY, message, BOB.id(), "👍")).isEqualTo(new ReactionState(false, true));
        scribe.delete(LOBBY, ADA, message);
        assertThat(store.reaction(LOBBY, message, EVE.id(), "👍")).isEqualTo(new ReactionState(false, false));
    }

    @Test
    void theLastMessageIsTheNewestInItsFinalState() throws Exception {
        assertThat(store.lastMessage(LOBBY)).isEmpty();
        scribe.say(LOBBY, ADA, "first");
        long last = scribe.say(LOBBY, BOB, "last", ADA.id());
        scribe.join(LOBBY, EVE);
        scribe.edit(LOBBY, BOB, last, "edited", EVE.id());
        assertThat(store.lastMessage(LOBBY)).hasValueSatisfying(message -> {
            assertThat(message.seq()).isEqualTo(last);
            assertThat(message.text()).isEqualTo("edited");
            assertThat(message.mentions()).containsExactly(EVE.id());
            assertThat(message.author()).isEqualTo(BOB);
            assertThat(message.deleted()).isFalse();
        });
        scribe.delete(LOBBY, BOB, last);
        assertThat(store.lastMessage(LOBBY)).hasValueSatisfying(message -> {
            assertThat(message.seq()).isEqualTo(last);
            assertThat(message.text()).isEmpty();
            assertThat(message.mentions()).isEmpty();
            assertThat(message.deleted()).isTrue();
        });
    }

    @Test
    void aBatchThatIsRolledBackNeverWas() throws Exception {
        store.begin();
        store.apply(new Change.Appended(scribe.message(LOBBY, ADA, "gone")));
        store.rollback();
        assertThat(store.isMessage(LOBBY, 1)).isFalse();
        assertThat(store.findPost(ADA.id(), "client-0")).isEmpty();

        store.begin();
        store.apply(new Change.Appended(new Scribe(store).message(LOBBY, ADA, "stays")));
        store.commit();
        assertThat(store.isMessage(LOBBY, 1)).isTrue();
        store.rollback();
        assertThat(store.isMessage(LOBBY, 1)).isTrue();
    }

    @Test
    void aBatchLeftOpenIsForgottenByTheNext() throws Exception {
        store.begin();
        store.apply(new Change.Appended(scribe.message(LOBBY, ADA, "half")));
        store.begin();
        store.commit();
        assertThat(store.isMessage(LOBBY, 1)).isFalse();
    }

    @Test
    void aChangeOfWhatIsNoMessageIsTheCallersMistakeAndWritesNothing() throws Exception {
        scribe.join(LOBBY, ADA);
        long gone = scribe.say(LOBBY, ADA, "gone");
        scribe.delete(LOBBY, ADA, gone);
        store.begin();
        for (long target : List.of(1L, gone, 99L)) {
            Event.Stamp next = new Event.Stamp(LOBBY, 4, START, ADA);
            for (Event event : List.of(
                    new Event.Edited(next, target, "x", List.of(), false),
                    new Event.Deleted(next, target),
                    new Event.Reacted(next, target, "👍", true),
                    new Event.Unknown(next, "later"))) {
                assertThatThrownBy(() -> store.apply(new Change.Appended(event)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThatThrownBy(() -> store.apply(new Change.HeadKnown(LOBBY, 4)))
                .isInstanceOf(IllegalArgumentException.class);
        store.commit();
        scribe.heads(LOBBY, 3);
        assertThat(events(LOBBY, 0)).hasSize(3);
        assertThat(store.events(LOBBY, 0, 9, event -> event.seq() < 4)).isTrue();
    }

    @Test
    void whatTheDatabaseRefusesIsAStorageException() throws Exception {
        store.begin();
        assertThatThrownBy(() -> store.apply(new Change.MemberAdded("no such room", ADA.id(), Role.MEMBER, 1, 0)))
                .isInstanceOf(StorageException.class)
                .hasMessage("could not write a change")
                .hasCauseInstanceOf(SQLException.class);
        store.rollback();
    }

    @Test
    void whatComesAfterWhatWasRemovedIsNoRun() throws Exception {
        for (int i = 0; i < 4; i++) {
            scribe.say(LOBBY, ADA, "message " + i);
        }
        try (Connection retention = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hearth.db"));
                Statement statement = retention.createStatement()) {
            statement.executeUpdate("DELETE FROM events WHERE seq <= 2");
        }
        List<Event> seen = new ArrayList<>();
        assertThat(store.events(LOBBY, 1, 4, seen::add)).isFalse();
        assertThat(seen).isEmpty();
        assertThat(store.events(LOBBY, 2, 4, seen::add)).isTrue();
        assertThat(seen).hasSize(2);
    }

    @Test
    void aBatchUnderWayAtTheEndIsForgotten() throws Exception {
        store.begin();
        store.apply(new Change.Appended(scribe.message(LOBBY, ADA, "half")));
        store.close();
        store = SqliteHistoryStore.open(folder, new SecureRandom());
        assertThat(store.isMessage(LOBBY, 1)).isFalse();
    }
}
