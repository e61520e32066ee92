package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.server.history.SqliteHistoryStore;
import hearth.server.history.UnusableDatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client id gets its first answer for ever, whatever becomes of the message, its room and its sender. */
class ClientIdsForeverTest {
    @TempDir
    Path folder;

    /** One life of the server on the same database. */
    private interface Life {
        void of(HubHarness hub) throws Exception;
    }

    private void live(Life life) throws Exception {
        try (SqliteHistoryStore store = open()) {
            life.of(new HubHarness(store));
        }
    }

    private SqliteHistoryStore open() throws UnusableDatabaseException {
        return SqliteHistoryStore.open(folder, new SeededRandom(7));
    }

    private static Answer.Posted first(TestClient sender, String conversation) {
        Answer.Posted posted = sender.ok(Answer.Posted.class, Requests.post(conversation, "id", "hello"));
        assertThat(posted.duplicate()).isFalse();
        return posted;
    }

    /** From wherever it is sent again, with whatever in it. */
    private static void assertAnsweredAsFirst(TestClient sender, Answer.Posted first) {
        for (String conversation : new String[] {
            first.conversation(), sender.welcome().conversations().getFirst().id()
        }) {
            Answer.Posted again = sender.ok(Answer.Posted.class, Requests.post(conversation, "id", "other words"));
            assertThat(again).isEqualTo(new Answer.Posted(first.conversation(), first.seq(), first.at(), true));
        }
    }

    @Test
    void throughTheDeletionOfTheMessageAndOfItsRoom() throws Exception {
        Answer.Posted[] posted = new Answer.Posted[1];
        live(hub -> {
            TestClient ada = hub.login("Ada");
            String kitchen = hub.room("kitchen", ada);
            posted[0] = first(ada, kitchen);
            ada.ok(Answer.Applied.class, Requests.delete(kitchen, posted[0].seq()));
            assertAnsweredAsFirst(ada, posted[0]);
            ada.done(Requests.deleteRoom(kitchen));
            assertAnsweredAsFirst(ada, posted[0]);
            ada.refused(ErrorCode.UNKNOWN_CONVERSATION, Requests.post(kitchen, "another id", "x"));
        });
        live(hub -> assertAnsweredAsFirst(hub.login("Ada"), posted[0]));
    }

    @Test
    void throughRetention() throws Exception {
        Answer.Posted[] posted = new Answer.Posted[1];
        live(hub -> {
            TestClient ada = hub.login("Ada");
            posted[0] = first(ada, hub.lobby());
            ada.post(hub.lobby(), "the newest, which retention leaves");
        });
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hearth.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM events WHERE seq <= " + posted[0].seq()))
                    .isPositive();
        }
        live(hub -> assertAnsweredAsFirst(hub.login("Ada"), posted[0]));
    }

    @Test
    void throughTheRemovalOfTheSender() throws Exception {
        live(hub -> {
            TestClient ada = hub.login("Ada");
            first(ada, hub.lobby());
            ada.done(Requests.logOut());
        });
        assertThat(registered()).isEqualTo(1);
        live(hub -> {
            TestClient ada = hub.connect();
            ada.ask(Requests.guest("Ada", HubHarness.tokenOf("another Ada")));
            assertThat(ada.ok(Answer.Posted.class, Requests.post(hub.lobby(), "id", "hello"))
                            .duplicate())
                    .as("another user, whose client ids are his own")
                    .isFalse();
        });
        assertThat(registered()).isEqualTo(2);
    }

    private long registered() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hearth.db"));
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("SELECT count(*) FROM posts WHERE client_id = 'id'")
                    .getLong(1);
        }
    }
}
