package hearth.client.console;

import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.direct;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.room;
import static hearth.client.session.SessionBench.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionBench;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.HistoryItem;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConsoleCommandsTest {
    private SessionBench bench = new SessionBench();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Console console = console(true, Optional.empty());

    @Test
    void joiningMakesARoomWhereThereIsNone() {
        startOnline();
        type("/join kitchen", "hello");
        bench.refuse(bench.sent(ClientFrame.Join.class), ErrorCode.UNKNOWN_CONVERSATION, OptionalLong.empty());
        ClientFrame.CreateRoom create = bench.sent(ClientFrame.CreateRoom.class);
        assertThat(create.name()).isEqualTo("kitchen");
        assertThat(create.visibility()).isEqualTo(Visibility.PUBLIC);
        bench.answer(create, new Answer.Entered(room("c2", "kitchen", 1)));
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("c2");
    }

    @Test
    void whatIsDoneToMessagesIsReportedWithItsKind() {
        startOnline();
        bench.session.edit("c1", 3, "better");
        bench.answer(bench.sent(ClientFrame.Edit.class), new Answer.Applied(OptionalLong.of(4)));
        bench.session.delete("c1", 3);
        bench.refuse(bench.sent(ClientFrame.Delete.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(lines())
                .anyMatch(line ->
                        line.endsWith("\"text\":\"better\",\"state\":\"sent\",\"reason\":null,\"work\":\"edit\"}"))
                .anyMatch(line -> line.endsWith(
                        "\"text\":\"\",\"state\":\"failed\",\"reason\":\"forbidden\",\"work\":\"delete\"}"));
    }

    @Test
    void aConversationThatIsBegunStaysCurrentWhenTheServerKnowsIt() {
        startOnline();
        type("/msg Bo one", "/to Bo", "two");
        ClientFrame.OpenDirect open = bench.sent(ClientFrame.OpenDirect.class);
        assertThat(notices()).contains("Current conversation: Bo");
        bench.answer(open, new Answer.Entered(direct("d1", BO, 0)));
        ClientFrame.Post one = bench.sent(ClientFrame.Post.class);
        type("three");
        bench.answer(one, new Answer.Posted("d1", 1, SessionBench.AT, false));
        ClientFrame.Post two = bench.sent(ClientFrame.Post.class);
        bench.answer(two, new Answer.Posted("d1", 2, SessionBench.AT, false));
        assertThat(List.of(two, bench.sent(ClientFrame.Post.class)))
                .extracting(post -> post.conversation() + " " + post.text())
                .containsExactly("d1 two", "d1 three");
    }

    @Test
    void joiningWhereWeAreMakesItCurrent() {
        startOnline(room("c2", "kitchen", 1));
        type("/join kitchen", "hello");
        bench.refuse(bench.sent(ClientFrame.Join.class), ErrorCode.ALREADY_MEMBER, OptionalLong.empty());
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("c2");
    }

    @Test
    void aCommandThatTheServerCannotTakeNowIsAskedAgain() {
        startOnline();
        type("/join kitchen");
        bench.refuse(bench.sent(ClientFrame.Join.class), ErrorCode.READ_ONLY, OptionalLong.of(2_000));
        bench.loop.advance(Duration.ofSeconds(2));
        bench.answer(bench.sent(ClientFrame.Join.class), new Answer.Entered(room("c2", "kitchen", 1)));
        assertThat(notices()).contains("Current conversation: kitchen");
    }

    @Test
    void aCommandWithoutAConnectionWaitsForOne() {
        startOnline();
        bench.end(new Ending.Lost(""));
        type("/rooms");
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.loop.advance(Duration.ofSeconds(1));
        Answer.RoomEntry kitchen = entry("kitchen");
        bench.answer(bench.sent(ClientFrame.Rooms.class), new Answer.RoomsPage(List.of(kitchen), true));
        ClientFrame.Rooms second = bench.sent(ClientFrame.Rooms.class);
        assertThat(second.after()).contains("kitchen");
        bench.answer(second, new Answer.RoomsPage(List.of(entry("lobby")), false));
        assertThat(lines()).contains("{\"event\":\"rooms\",\"names\":[\"kitchen\",\"lobby\"]}");
    }

    @Test
    void toChoosesAmongOnesOwn() {
        startOnline(room("c2", "kitchen", 1), direct("d1", BO, 1));
        type("/to KITCHEN", "one");
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("c2");
        type("/to Bo", "two");
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("d1");
        type("/to nowhere", "three", "/who", "/history", "/leave");
        assertThat(bench.allSent(ClientFrame.Post.class)).isEmpty();
        assertThat(notices()).anyMatch(text -> text.startsWith("You are in no room nowhere"));
    }

    @Test
    void leavingWaitsForWhatWasWrittenAndGoesToTheLobby() {
        startOnline(room("c2", "kitchen", 1));
        type("/to kitchen", "one", "/leave", "two");
        assertThat(bench.link().takeSent()).hasSize(1);
        bench.happen(message("c2", 2, BO, "x"));
        String clientId = bench.store.outboxOfAll().getFirst().clientId();
        bench.happen(SessionBench.own("c2", 3, clientId, "one"));
        ClientFrame.Leave leave = bench.sent(ClientFrame.Leave.class);
        bench.arrive(new ServerFrame.Gone("c2", GoneReason.LEFT));
        bench.answer(leave, new Answer.Done());
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("c1");
    }

    @Test
    void whatCannotBeLeftIsSaid() {
        startOnline(room("c2", "kitchen", 1));
        type("/leave nowhere", "/leave lobby");
        bench.refuse(bench.sent(ClientFrame.Leave.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(notices()).contains("You are in no room nowhere.", "It cannot be left: forbidden");
        type("/leave kitchen", "still here");
        bench.answer(bench.sent(ClientFrame.Leave.class), new Answer.Done());
        assertThat(bench.sent(ClientFrame.Post.class).conversation()).isEqualTo("c1");
    }

    @Test
    void whoListsTheMembers() {
        startOnline();
        type("/who", "/who");
        bench.answer(
                bench.sent(ClientFrame.Members.class),
                new Answer.MembersPage(
                        List.of(new Answer.MemberEntry("u", "Bo", Role.MEMBER, Status.ONLINE, Optional.empty())),
                        false));
        assertThat(lines()).contains("{\"event\":\"members\",\"names\":[\"Bo\"]}");
        bench.refuse(bench.sent(ClientFrame.Members.class), ErrorCode.UNSUPPORTED, OptionalLong.empty());
        assertThat(notices()).contains("The members cannot be listed: unsupported");
    }

    @Test
    void whatAServerDoesNotTellIsSaid() {
        bench = SessionBench.withoutAcknowledgements(bench.store, Optional.empty());
        console = console(true, Optional.empty());
        startOnline(direct("d1", BO, 1));
        type("/msg Bo psst", "/msg Bo psst", "/who");
        bench.answer(bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(), false));
        assertThat(notices())
                .containsExactly(
                        "This server does not tell whether private messages arrive.",
                        "This server does not tell who is there; there may be others.");
    }

    @Test
    void oursTellsEverything() {
        startOnline(direct("d1", BO, 1));
        type("/msg Bo psst", "/who");
        bench.answer(bench.sent(ClientFrame.Members.class), new Answer.MembersPage(List.of(), false));
        assertThat(notices()).isEmpty();
    }

    @Test
    void historyPagesBackUntilThereAreEnoughMessages() {
        startOnline();
        type("/history 2");
        Event.Message gone = new Event.Message(stamp("c1", 3, BO), "x", "", OptionalLong.empty(), List.of(), true);
        bench.answer(
                bench.sent(ClientFrame.History.class),
                new Answer.HistoryPage(List.of(item(message("c1", 2, BO, "two")), item(gone)), 3, true, false));
        ClientFrame.History older = bench.sent(ClientFrame.History.class);
        assertThat(older.place()).isEqualTo(new ClientFrame.Place.Before(2));
        bench.answer(
                older,
                new Answer.HistoryPage(
                        List.of(item(message("c1", 0, BO, "zero")), item(message("c1", 1, BO, "one"))), 3, true, true));
        assertThat(lines().subList(lines().size() - 2, lines().size()))
                .allMatch(line -> line.endsWith("\"history\":true}"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"text\":\"one\""),
                        line -> assertThat(line).contains("\"text\":\"two\""));
        type("/history", "/rooms");
        bench.refuse(bench.sent(ClientFrame.History.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        bench.refuse(bench.sent(ClientFrame.Rooms.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(notices())
                .contains("The history cannot be read: forbidden", "The rooms cannot be listed: forbidden");
    }

    @Test
    void aPrivateMessageDoesNotChangeWhereWeAre() {
        startOnline(direct("d1", BO, 1));
        type("/msg Bo psst", "all");
        assertThat(bench.allSent(ClientFrame.Post.class))
                .extracting(ClientFrame.Post::conversation)
                .containsExactly("d1", "c1");
    }

    private Console console(boolean json, Optional<Duration> timeout) {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new Console(bench.session, bench.loop, out, new ConsoleOptions(json, timeout), new PlainWhys());
    }

    private void start() {
        console.start();
        bench.loop.settle();
    }

    private void startOnline(ConversationSummary... more) {
        start();
        logIn(more);
        bench.link().takeSent();
    }

    private void logIn(ConversationSummary... more) {
        ConversationSummary[] all = new ConversationSummary[more.length + 1];
        all[0] = lobby(3);
        System.arraycopy(more, 0, all, 1, more.length);
        bench.logIn(all);
    }

    /** As read does for each line, but without the end of input. */
    private void type(String... lines) {
        for (String line : lines) {
            console.enter(line);
        }
        bench.loop.settle();
    }

    private List<String> lines() {
        return screen.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> notices() {
        String before = "{\"event\":\"notice\",\"text\":\"";
        return lines().stream()
                .filter(line -> line.startsWith(before))
                .map(line -> line.substring(before.length(), line.length() - 2))
                .toList();
    }

    private static HistoryItem item(Event event) {
        return new HistoryItem(event, false, List.of(), OptionalLong.empty());
    }

    private static Answer.RoomEntry entry(String name) {
        return new Answer.RoomEntry(name, name, "", Visibility.PUBLIC, 1, 1, Optional.empty());
    }
}
