package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Answer;
import hearth.protocol.ConversationKind;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import hearth.server.history.SqliteHistoryStore;
import hearth.server.history.UnusableDatabaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub and the real store agree about everything that survives a restart. */
class HubOnSqliteTest {
    @TempDir
    Path folder;

    /** What was made before the restart. */
    private record Made(String kitchen, String secret, String direct, List<Event> sent) {}

    @Test
    void conversationsAreAsTheyWereAfterARestart() throws UnusableDatabaseException {
        Made made = makeAndStop();
        try (SqliteHistoryStore store = open()) {
            HubHarness hub = new HubHarness(store);
            TestClient ben = hub.login("Ben");
            TestClient ada = hub.login("Ada");

            ConversationSummary summary = summary(ben, made.kitchen());
            assertThat(summary.members()).isEqualTo(2);
            assertThat(summary.unread()).isEqualTo(1);
            assertThat(summary.mentions()).isZero();
            assertThat(summary.title())
                    .isEqualTo(new ConversationSummary.Room("kitchen", "Tea", Visibility.PUBLIC, Role.MODERATOR));
            assertThat(summary(ben, made.direct()).kind()).isEqualTo(ConversationKind.DIRECT);
            assertThat(summary(ada, made.secret()).title())
                    .isEqualTo(new ConversationSummary.Room("hidden", "", Visibility.PRIVATE, Role.OWNER));
            long before = made.sent().getFirst().seq() - 1;
            Answer.SyncResult.Recovered synced = (Answer.SyncResult.Recovered)
                    ben.ok(Answer.Synced.class, Requests.sync(Map.of(made.kitchen(), before)))
                            .conversations()
                            .get(made.kitchen());
            assertThat(synced.events())
                    .as("as they were sent")
                    .startsWith(made.sent().toArray(Event[]::new));
            assertThat(synced.head()).isEqualTo(summary.head());
            assertThat(ben.ok(Answer.SearchPage.class, Requests.search("@ben")).hits())
                    .hasSize(1);
            assertThat(ben.ok(Answer.HistoryPage.class, Requests.history(made.kitchen()))
                            .asOf())
                    .isEqualTo(ben.cursor(made.kitchen()).orElseThrow());
        }
    }

    @Test
    void whatWasForbiddenStaysForbiddenAfterARestart() throws UnusableDatabaseException {
        String kitchen = makeAndStop().kitchen();
        try (SqliteHistoryStore store = open()) {
            HubHarness hub = new HubHarness(store);
            TestClient ada = hub.login("Ada");
            TestClient cyd = hub.login("Cyd");

            assertThat(ada.ok(Answer.Posted.class, Requests.post(kitchen, "once", "again"))
                            .duplicate())
                    .isTrue();
            cyd.refused(ErrorCode.BANNED, Requests.join(kitchen));
            ada.done(Requests.unban(kitchen, cyd.id()));
            cyd.ok(Answer.Entered.class, Requests.join(kitchen));
            cyd.refused(ErrorCode.MUTED, Requests.post(kitchen, "c", "x"));
            hub.connect().refused(ErrorCode.UNAUTHORIZED, Requests.guest("Dan", HubHarness.tokenOf("Dan")));
        }
    }

    private Made makeAndStop() throws UnusableDatabaseException {
        try (SqliteHistoryStore store = open()) {
            HubHarness hub = new HubHarness(store);
            TestClient ada = hub.login("Ada");
            TestClient ben = hub.login("Ben");
            TestClient cyd = hub.login("Cyd");
            String kitchen = hub.room("kitchen", ada, ben, cyd);
            String secret = ada.ok(Answer.Entered.class, Requests.createPrivate("secret"))
                    .conversation()
                    .id();
            String direct = ben.ok(Answer.Entered.class, Requests.openDirect(ada.id()))
                    .conversation()
                    .id();
            ada.done(Requests.setRole(kitchen, ben.id(), Role.MODERATOR));
            ben.done(Requests.mute(kitchen, cyd.id(), 3_600));
            ben.done(Requests.setTopic(kitchen, "Tea"));
            long first = ada.post(kitchen, "tea, @Ben?");
            ben.ok(Answer.Applied.class, Requests.react(kitchen, first, "👍", true));
            ada.ok(Answer.Applied.class, Requests.edit(kitchen, first, "tea, @Ben and @Cyd?"));
            ada.ok(Answer.Posted.class, Requests.post(kitchen, "once", "more"));
            ben.ok(Answer.Marked.class, Requests.read(kitchen, first));
            ada.done(Requests.rename(secret, "hidden"));
            List<Event> sent = ben.takeEvents().stream()
                    .filter(event -> event.conversation().equals(kitchen))
                    .toList();
            cyd.done(Requests.leave(kitchen));
            ada.done(Requests.ban(kitchen, cyd.id()));
            hub.login("Dan").done(Requests.logOut());
            return new Made(kitchen, secret, direct, sent);
        }
    }

    @Test
    void randomChatIsTheSameOnBothStores() throws UnusableDatabaseException {
        FakeHistoryStore fake = new FakeHistoryStore();
        HubHarness onFake = new HubHarness(fake);
        RandomChat chat = new RandomChat(99, onFake);
        try (SqliteHistoryStore store = open()) {
            HubHarness onSqlite = new HubHarness(store);
            for (int step = 0; step < 800; step++) {
                HubInput input = chat.next();
                onFake.process(input);
                onSqlite.replay(List.of(input));
            }
            assertThat(withoutIdentity(onSqlite, store.serverId(), store.epoch()))
                    .isEqualTo(withoutIdentity(onFake, fake.serverId(), fake.epoch()));
        }
    }

    private static List<String> withoutIdentity(HubHarness hub, String id, String epoch) {
        return hub.transcripts().stream()
                .map(transcript -> transcript.replace(id, "ID").replace(epoch, "EPOCH"))
                .toList();
    }

    private static ConversationSummary summary(TestClient client, String conversation) {
        return client.welcome().conversations().stream()
                .filter(c -> c.id().equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    private SqliteHistoryStore open() throws UnusableDatabaseException {
        return SqliteHistoryStore.open(folder, new SeededRandom(5));
    }
}
