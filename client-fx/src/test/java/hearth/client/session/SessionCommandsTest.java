package hearth.client.session;

import static hearth.client.session.SessionBench.BO;
import static hearth.client.session.SessionBench.direct;
import static hearth.client.session.SessionBench.lobby;
import static hearth.client.session.SessionBench.message;
import static hearth.client.session.SessionBench.room;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.Target;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ClientFrame.RoomKey;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SessionCommandsTest {
    private SessionBench bench = new SessionBench();

    @Test
    void commandsSayWhatCameOfThem() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Void>> invited = future(bench.session.invite("c1", "u-bo"));
        bench.refuse(bench.sent(ClientFrame.Invite.class), ErrorCode.RATE_LIMITED, OptionalLong.of(9));
        assertThat(invited.join()).isEqualTo(new Outcome.Refused<>(ErrorCode.RATE_LIMITED, OptionalLong.of(9)));
        CompletableFuture<Outcome<Void>> status = future(bench.session.setStatus(Status.BUSY, Optional.of("x")));
        bench.answer(bench.sent(ClientFrame.SetStatus.class), new Answer.Done());
        assertThat(status.join()).isEqualTo(new Outcome.Done<Void>(null));
    }

    @Test
    void moderationSendsWhatWasAsked() {
        bench.loggedIn(lobby(3));
        bench.session.invite("c1", "u-bo");
        bench.session.remove("c1", "u-bo", false, Optional.of("why"));
        bench.session.remove("c1", "u-bo", true, Optional.empty());
        bench.session.setRole("c1", "u-bo", Role.OWNER);
        bench.loop.settle();
        List<ClientFrame> sent = bench.link().takeSent();
        assertThat(sent)
                .containsExactly(
                        new ClientFrame.Invite(2, "c1", "u-bo", Optional.empty()),
                        new ClientFrame.Kick(3, "c1", "u-bo", Optional.of("why")),
                        new ClientFrame.Ban(4, "c1", "u-bo", Optional.empty()),
                        new ClientFrame.SetRole(5, "c1", "u-bo", Role.OWNER));
    }

    @Test
    void whoeverLooksAfterARoomSendsWhatWasAsked() {
        bench.loggedIn(lobby(3));
        bench.session.mute("c1", "u-bo", Duration.ofHours(1));
        bench.session.unban("c1", "u-bo");
        bench.session.setRoom("c1", Optional.of("pantry"), Optional.empty(), Optional.of(Visibility.PRIVATE));
        bench.session.deleteRoom("c1");
        bench.loop.settle();
        assertThat(bench.link().takeSent())
                .containsExactly(
                        new ClientFrame.Mute(2, "c1", "u-bo", 3600),
                        new ClientFrame.Unban(3, "c1", "u-bo", Optional.empty()),
                        new ClientFrame.SetRoom(
                                4, "c1", Optional.of("pantry"), Optional.empty(), Optional.of(Visibility.PRIVATE)),
                        new ClientFrame.DeleteRoom(5, "c1"));
    }

    @Test
    void theBansOfARoomComeInPages() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Answer.BansPage>> bans = future(bench.session.bans("c1", Optional.of("u-bo")));
        ClientFrame.Bans asked = bench.sent(ClientFrame.Bans.class);
        assertThat(asked).isEqualTo(new ClientFrame.Bans(2, "c1", Optional.of("u-bo"), OptionalInt.of(100)));
        Answer.BansPage page = new Answer.BansPage(
                List.of(new Answer.BanEntry("u-cy", "Cy", "u-ada", Instant.EPOCH, Optional.of("rude"))), false);
        bench.answer(asked, page);
        assertThat(bans.join()).isEqualTo(new Outcome.Done<>(page));
    }

    @Test
    void aRoomThatIsGoneWhenItsErasureIsRepeatedWasErased() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Void>> erased = future(bench.session.deleteRoom("c2"));
        bench.loop.settle();
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.refuse(bench.sent(ClientFrame.DeleteRoom.class), ErrorCode.UNKNOWN_CONVERSATION, OptionalLong.empty());
        assertThat(erased.join()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void roomsAreMadeEnteredAndLeft() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<ConversationSummary>> made =
                future(bench.session.createRoom("kitchen", "food", Visibility.PRIVATE));
        ClientFrame.CreateRoom create = bench.sent(ClientFrame.CreateRoom.class);
        assertThat(create.topic()).contains("food");
        bench.answer(create, new Answer.Entered(room("c2", "kitchen", 1)));
        assertThat(made.join()).isEqualTo(new Outcome.Done<>(room("c2", "kitchen", 1)));
        bench.happen(message("c2", 2, BO, "in"));
        assertThat(bench.applied()).containsExactly(2L);
        CompletableFuture<Outcome<Void>> left = future(bench.session.leave("c2"));
        bench.answer(bench.sent(ClientFrame.Leave.class), new Answer.Done());
        assertThat(left.join()).isInstanceOf(Outcome.Done.class);
        bench.session.createRoom("attic", "", Visibility.PUBLIC);
        assertThat(bench.sent(ClientFrame.CreateRoom.class).topic()).isEmpty();
        CompletableFuture<Outcome<ConversationSummary>> direct =
                future(bench.session.openDirect(new Target.Person("Bo", Optional.of("u-bo"))));
        bench.answer(bench.sent(ClientFrame.OpenDirect.class), new Answer.Done());
        assertThat(direct.join()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aCommandThatWasCutOffIsSentAgainAndMayBeDoneAlready() {
        bench.loggedIn(lobby(3));
        List<CompletableFuture<? extends Outcome<?>>> results = List.of(
                future(bench.session.join(new RoomKey.ByName("Kitchen"))),
                future(bench.session.join(new RoomKey.ById("c2"))),
                future(bench.session.leave("c9")),
                future(bench.session.leave("c8")),
                future(bench.session.invite("c1", "u-bo")),
                future(bench.session.remove("c1", "u-cy", false, Optional.empty())));
        bench.loop.settle();
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3), room("c2", "kitchen", 1));
        List<ClientFrame> again = bench.link().takeSent().stream()
                .filter(frame -> !(frame instanceof ClientFrame.Hello))
                .toList();
        assertThat(again).hasSize(6);
        List<ErrorCode> codes = List.of(
                ErrorCode.ALREADY_MEMBER,
                ErrorCode.ALREADY_MEMBER,
                ErrorCode.NOT_MEMBER,
                ErrorCode.UNKNOWN_CONVERSATION,
                ErrorCode.ALREADY_MEMBER,
                ErrorCode.NOT_MEMBER);
        for (int i = 0; i < again.size(); i++) {
            bench.refuse(again.get(i), codes.get(i), OptionalLong.empty());
        }
        assertThat(results).allSatisfy(result -> assertThat(result.join()).isInstanceOf(Outcome.Done.class));
    }

    @Test
    void aRefusalOfARepeatedCommandThatSaysSomethingElseIsOne() {
        bench.loggedIn(lobby(3));
        List<CompletableFuture<? extends Outcome<?>>> results = List.of(
                future(bench.session.join(new RoomKey.ByName("kitchen"))),
                future(bench.session.leave("c9")),
                future(bench.session.invite("c1", "u-bo")),
                future(bench.session.remove("c1", "u-cy", true, Optional.empty())),
                future(bench.session.deleteRoom("c1")),
                future(bench.session.setRole("c1", "u", Role.OWNER)));
        bench.loop.settle();
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        for (ClientFrame frame : bench.link().takeSent()) {
            if (!(frame instanceof ClientFrame.Hello)) {
                bench.refuse(frame, ErrorCode.FORBIDDEN, OptionalLong.empty());
            }
        }
        assertThat(results).allSatisfy(result -> assertThat(result.join()).isInstanceOf(Outcome.Refused.class));
    }

    @Test
    void whoEntersARoomThatIsNotHereAfterAllWasRefused() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<ConversationSummary>> joined =
                future(bench.session.join(new RoomKey.ByName("attic")));
        bench.loop.settle();
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.refuse(bench.sent(ClientFrame.Join.class), ErrorCode.ALREADY_MEMBER, OptionalLong.empty());
        assertThat(joined.join()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aThousandCommandsMayWaitAndNoMore() {
        bench.loggedIn(lobby(3));
        for (int i = 0; i < 1_000; i++) {
            bench.session.setStatus(Status.BUSY, Optional.of("x" + i));
        }
        bench.loop.settle();
        CompletableFuture<Outcome<Void>> oneMore = future(bench.session.leave("c1"));
        bench.loop.settle();
        assertThat(oneMore.join()).isEqualTo(new Outcome.Refused<>(ErrorCode.RATE_LIMITED, OptionalLong.empty()));
        bench.answer(bench.link().takeSent().getFirst(), new Answer.Done());
        CompletableFuture<Outcome<Void>> another = future(bench.session.leave("c1"));
        bench.answer(bench.sent(ClientFrame.Leave.class), new Answer.Done());
        assertThat(another.join()).isEqualTo(new Outcome.Done<Void>(null));
    }

    @Test
    void aFirstRefusalIsARefusal() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Void>> left = future(bench.session.leave("c9"));
        bench.refuse(bench.sent(ClientFrame.Leave.class), ErrorCode.NOT_MEMBER, OptionalLong.empty());
        assertThat(left.join()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void withoutAConnectionCommandsSaySo() {
        assertThat(List.of(
                        future(bench.session.leave("c1")),
                        future(bench.session.openDirect(new Target.Person("Bo", Optional.of("u-bo")))),
                        future(bench.session.rooms(Optional.empty(), Optional.empty())),
                        future(bench.session.bans("c1", Optional.empty())),
                        future(bench.session.members("c1"))))
                .allSatisfy(result -> {
                    bench.loop.settle();
                    assertThat(result.join()).isInstanceOf(Outcome.NotConnected.class);
                });
    }

    @Test
    void disconnectingGivesUpWhatWaitsForAnAnswer() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Void>> left = future(bench.session.leave("c9"));
        CompletableFuture<Outcome<Answer.MembersPage>> members = future(bench.session.members("c1"));
        bench.session.disconnect();
        bench.loop.settle();
        assertThat(left.join()).isInstanceOf(Outcome.NotConnected.class);
        assertThat(members.join()).isInstanceOf(Outcome.NotConnected.class);
    }

    @Test
    void onlyOneBulkReadIsUnansweredAtATime() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Answer.RoomsPage>> rooms =
                future(bench.session.rooms(Optional.of("kit"), Optional.of("a")));
        CompletableFuture<Outcome<Answer.HistoryPage>> history =
                future(bench.session.history("c1", new ClientFrame.Place.Latest(), 5));
        bench.loop.settle();
        List<ClientFrame> first = bench.link().takeSent();
        assertThat(first)
                .containsExactly(new ClientFrame.Rooms(2, Optional.of("kit"), Optional.of("a"), OptionalInt.of(100)));
        bench.answer(first.getFirst(), new Answer.RoomsPage(List.of(), false));
        assertThat(rooms.join()).isEqualTo(new Outcome.Done<>(new Answer.RoomsPage(List.of(), false)));
        bench.answer(bench.sent(ClientFrame.History.class), new Answer.Done());
        assertThat(history.join()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aBulkReadThatWasCutOffIsSentAgain() {
        bench.loggedIn(lobby(3));
        CompletableFuture<Outcome<Answer.RoomsPage>> rooms =
                future(bench.session.rooms(Optional.empty(), Optional.empty()));
        bench.sent(ClientFrame.Rooms.class);
        bench.end(new Ending.Lost(""));
        bench.comeBack();
        bench.logIn(lobby(3));
        bench.refuse(bench.sent(ClientFrame.Rooms.class), ErrorCode.FORBIDDEN, OptionalLong.empty());
        assertThat(rooms.join()).isEqualTo(new Outcome.Refused<>(ErrorCode.FORBIDDEN, OptionalLong.empty()));
    }

    private static <T> CompletableFuture<T> future(CompletionStage<T> stage) {
        return stage.toCompletableFuture();
    }
}
