package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.Recording;
import hearth.client.link.jsonroom.JsonRoomDialect;
import hearth.client.link.koa.KoaDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many are there, on servers that tell: as many as they last said, by the frames of the recordings. */
class CountedPeopleTest {
    private static final String LOBBY = "lobby";
    private static final Dialect.Kind ROOMS = JsonRoomDialect.kind(Optional.empty());

    private final MemoryKeepStore disk = new MemoryKeepStore();
    private final MemoryCacheShelf caches = new MemoryCacheShelf();
    private ForeignProcess process;

    private void start(Dialect.Kind kind, String name) {
        process = new ForeignProcess(disk, caches, new ForeignProcess.Login(kind, Optional.empty(), name));
    }

    @Test
    void thereAreAsManyAsARoomLastSaid() {
        start(ROOMS, "甲");
        process.open();
        List<Integer> told = new ArrayList<>();
        for (String frame : serversIn("s003-chat", 1)) {
            process.receive(frame);
            told.add(process.people(LOBBY));
        }
        assertThat(told).containsExactly(1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 1, 1, 2, 2);
    }

    @Test
    void whatWasKeptSaysHowManyThereWere() {
        start(ROOMS, "乙");
        process.open();
        process.receive(serversIn("s003-chat", 8).toArray(String[]::new));
        assertThat(process.people(LOBBY)).isEqualTo(2);
    }

    @Test
    void aBeatTellsWhatNothingElseTold() {
        start(ROOMS, "丙");
        process.open();
        process.receive(
                entrance(4),
                "{\"event\":\"heartbeat\",\"message\":\"ping\",\"num\":2}",
                "{\"name\":\"己\",\"num\":0,\"event\":\"out\"}");
        assertThat(process.people(LOBBY)).as("doubly lowered").isZero();
        process.receive("{\"event\":\"heartbeat\",\"message\":\"ping\",\"num\":3}");
        assertThat(process.people(LOBBY)).isEqualTo(3);
    }

    @Test
    void whoComesBackFindsWhatTheRoomSaysThen() {
        start(ROOMS, "丙");
        process.open();
        process.receive(entrance(4));
        assertThat(process.people(LOBBY)).isEqualTo(4);
        process.cut();
        process.open();
        process.receive(entrance(3));
        assertThat(process.people(LOBBY)).isEqualTo(3);
    }

    @Test
    void aListThatChangesCountsEverybodyOnce() {
        start(KoaDialect.KIND, "甲mwor68kd");
        process.answer(405);
        process.answer(302);
        process.open();
        List<Integer> told = new ArrayList<>();
        List<String> frames = serversIn("s004-koa", 4);
        process.receive(frames.getFirst());
        for (String frame : frames.subList(1, frames.size())) {
            process.receive(frame);
            told.add(process.people(LOBBY));
        }
        assertThat(told).containsExactly(1, 2, 2, 2, 1);
    }

    @Test
    void twoWindowsAreOnePerson() {
        start(KoaDialect.KIND, "甲mwor68kd");
        process.answer(405);
        process.answer(302);
        process.open();
        process.receive(serversIn("s004-koa", 6).toArray(String[]::new));
        assertThat(process.people(LOBBY)).isEqualTo(1);
    }

    private static String entrance(int people) {
        return "{\"event\":\"enter\",\"message\":\"丙\",\"name\":\"丙\",\"roomId\":\"lobby\",\"num\":" + people + "}";
    }

    /** What the server sent this client; the room of the recording is the lobby of ours. */
    private static List<String> serversIn(String recording, int client) {
        return Recording.of(recording, client).stream()
                .filter(Recording.Message::isServers)
                .map(message -> message.text().replaceAll("\"roomId\":\"[^\"]*\"", "\"roomId\":\"lobby\""))
                .toList();
    }
}
