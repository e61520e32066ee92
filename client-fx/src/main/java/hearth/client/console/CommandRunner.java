package hearth.client.console;

import hearth.client.link.Abilities;
import hearth.client.session.ChatSession;
import hearth.client.session.Outcome;
import hearth.client.session.PostResult;
import hearth.client.session.SessionLoop;
import hearth.client.store.Target;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.ClientFrame.RoomKey;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does what one line asks for, one line after the other. What needs a connection waits for one. A command that is refused gives a notice; after a refused
 * {@code /join} or {@code /to} no conversation is current, so that nothing is written where it was not meant to go. Session thread only.
 */
final class CommandRunner {
    private static final String LOBBY = "lobby";
    private static final int PAGE = 100;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<String> HELP = List.of(
            "TEXT is sent to the current conversation; // begins a line that starts with a slash",
            "/join ROOM, /leave [ROOM], /to ROOM: enter, leave, or write to a room",
            "/msg NAME TEXT: write privately",
            "/rooms, /who: list rooms, or the people of the current conversation",
            "/history [N]: show the last N messages",
            "/unsent: list what failed or may not have arrived, with a number each",
            "/resend N|all, /dismiss N|all: send it again, or forget it",
            "/quit: end");
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final ChatSession session;
    private final SessionLoop loop;
    private final KnownNames names;
    private final EventLines lines;
    private final Unsent unsent;
    private final Consumer<OutputLine> out;
    private Optional<String> current = Optional.empty();
    private Abilities abilities = Abilities.HEARTH;
    private boolean toldSilence;
    private boolean failed;

    CommandRunner(
            ChatSession session,
            SessionLoop loop,
            KnownNames names,
            EventLines lines,
            Unsent unsent,
            Consumer<OutputLine> out) {
        this.session = session;
        this.loop = loop;
        this.names = names;
        this.lines = lines;
        this.unsent = unsent;
        this.out = out;
    }

    /** Whether a text could not even be kept to be sent. */
    boolean hasFailed() {
        return failed;
    }

    /** What can be done on this server. */
    void onAbilities(Abilities told) {
        abilities = told;
    }

    /** The first login succeeded. */
    void begin() {
        goToLobby();
    }

    /** Does it; the stage completes when the next line may be looked at. */
    CompletionStage<Void> run(InputLine line) {
        return switch (line) {
            case InputLine.Blank _ -> DONE;
            case InputLine.Quit _ -> DONE;
            case InputLine.Bad(String why) -> notice(why);
            case InputLine.Text(String text) -> text(text);
            case InputLine.Msg(String name, String text) -> privately(new Target.Person(name), text);
            case InputLine.To(String room) -> to(room);
            case InputLine.Join(String room) -> join(room);
            case InputLine.Leave(Optional<String> room) -> leave(room);
            case InputLine.Rooms _ -> rooms(Optional.empty(), new ArrayList<>());
            case InputLine.Who _ -> who();
            case InputLine.History(int count) ->
                session.settled().thenCompose(_ -> history(new Place.Latest(), count, new ArrayDeque<>()));
            case InputLine.ListUnsent _ -> listUnsent();
            case InputLine.Resend(String which) -> decide(which, session::resend);
            case InputLine.Dismiss(String which) -> decide(which, session::discard);
            case InputLine.Help _ -> help();
        };
    }

    private CompletionStage<Void> listUnsent() {
        if (unsent.all().isEmpty()) {
            return notice("Nothing failed, and nothing is in doubt.");
        }
        unsent.all().forEach(entry -> out.accept(lines.of(entry)));
        return DONE;
    }

    private CompletionStage<Void> decide(String which, Consumer<String> decision) {
        List<Unsent.Entry> meant = unsent.meant(which);
        meant.forEach(entry -> decision.accept(entry.last().clientId()));
        return meant.isEmpty() ? notice("There is nothing like that; /unsent lists what there is.") : DONE;
    }

    private CompletionStage<Void> help() {
        HELP.forEach(this::notice);
        return DONE;
    }

    private CompletionStage<Void> text(String text) {
        if (here().isPresent()) {
            return post(new Target.Conversation(here().get()), text);
        }
        failed = true;
        return notice("Not sent, for no conversation is current; /to ROOM makes one current: " + text);
    }

    private CompletionStage<Void> post(Target target, String text) {
        return session.post(target, text, OptionalLong.empty()).thenCompose(result -> switch (result) {
            case PostResult.Kept _ -> DONE;
            case PostResult.NotKept(PostResult.Why why)
            when why == PostResult.Why.OUTBOX_FULL -> pause(PAUSE).thenCompose(_ -> post(target, text));
            case PostResult.NotKept(PostResult.Why why) -> {
                failed = true;
                yield notice("Not sent, for it could not be kept (" + why + "): " + text);
            }
        });
    }

    private CompletionStage<Void> privately(Target.Person to, String text) {
        if (abilities.privates() == Abilities.Privates.SILENT && !toldSilence) {
            toldSilence = true;
            notice("This server does not tell whether private messages arrive.");
        }
        return post(to, text);
    }

    private CompletionStage<Void> to(String name) {
        Optional<ConversationSummary> found = names.conversation(name);
        current = found.map(ConversationSummary::id);
        return found.isPresent()
                ? notice("Current conversation: " + KnownNames.name(found.get()))
                : notice("You are in no room " + name + "; /join enters one.");
    }

    private CompletionStage<Void> join(String name) {
        return insist(() -> session.join(new RoomKey.ByName(name))).thenCompose(outcome -> {
            if (outcome instanceof Outcome.Refused<ConversationSummary>(ErrorCode code, OptionalLong _)
                    && code == ErrorCode.UNKNOWN_CONVERSATION) {
                return insist(() -> session.createRoom(name, "", Visibility.PUBLIC))
                        .thenCompose(created -> joined(name, created));
            }
            return joined(name, outcome);
        });
    }

    private CompletionStage<Void> joined(String name, Outcome<ConversationSummary> outcome) {
        if (outcome instanceof Outcome.Done<ConversationSummary>(ConversationSummary summary)) {
            current = Optional.of(summary.id());
            return notice("Current conversation: " + KnownNames.name(summary));
        }
        if (outcome instanceof Outcome.Refused<ConversationSummary>(ErrorCode code, OptionalLong _)
                && code == ErrorCode.ALREADY_MEMBER) {
            return to(name);
        }
        current = Optional.empty();
        return refused("The room " + name + " cannot be entered", outcome);
    }

    /** What was written before goes out first: later the server would refuse it. */
    private CompletionStage<Void> leave(Optional<String> room) {
        Optional<String> id = room.isPresent() ? names.conversation(room.get()).map(ConversationSummary::id) : here();
        if (id.isEmpty()) {
            return notice(room.map(name -> "You are in no room " + name + ".").orElse("No conversation is current."));
        }
        return session.settled()
                .thenCompose(_ -> insist(() -> session.leave(id.get())))
                .thenCompose(outcome -> {
                    if (!(outcome instanceof Outcome.Done<Void>)) {
                        return refused("It cannot be left", outcome);
                    }
                    if (current.isEmpty() || current.equals(id)) {
                        goToLobby();
                    }
                    return DONE;
                });
    }

    private CompletionStage<Void> rooms(Optional<String> after, List<String> found) {
        return insist(() -> session.rooms(Optional.empty(), after)).thenCompose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Answer.RoomsPage>(Answer.RoomsPage page))) {
                return refused("The rooms cannot be listed", outcome);
            }
            page.rooms().forEach(room -> found.add(room.name()));
            if (page.more() && !page.rooms().isEmpty()) {
                return rooms(Optional.of(found.getLast()), found);
            }
            names.list(found);
            out.accept(new OutputLine.Rooms(List.copyOf(found)));
            return DONE;
        });
    }

    private CompletionStage<Void> who() {
        if (here().isEmpty()) {
            return notice("No conversation is current.");
        }
        String conversation = here().get();
        return insist(() -> session.members(conversation)).thenCompose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Answer.MembersPage>(Answer.MembersPage page))) {
                return refused("The members cannot be listed", outcome);
            }
            out.accept(new OutputLine.Members(
                    page.members().stream().map(Answer.MemberEntry::name).toList()));
            return abilities.presence() == Abilities.Presence.LIST
                    ? DONE
                    : notice("This server does not tell who is there; there may be others.");
        });
    }

    /** Pages backwards until there are enough messages. */
    private CompletionStage<Void> history(Place place, int count, ArrayDeque<Event.Message> found) {
        if (here().isEmpty()) {
            return notice("No conversation is current.");
        }
        String conversation = here().get();
        return insist(() -> session.history(conversation, place, PAGE)).thenCompose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Answer.HistoryPage>(Answer.HistoryPage page))) {
                return refused("The history cannot be read", outcome);
            }
            for (HistoryItem item : page.items().reversed()) {
                if (item.event() instanceof Event.Message message && !message.deleted() && found.size() < count) {
                    found.addFirst(message);
                }
            }
            if (found.size() < count && page.more() && !page.items().isEmpty()) {
                long oldest = page.items().getFirst().event().seq();
                return history(new Place.Before(oldest), count, found);
            }
            found.forEach(message -> lines.ofHistory(message).ifPresent(out));
            return DONE;
        });
    }

    /** The current conversation, where it is still the user's. */
    private Optional<String> here() {
        return current.map(names::present).filter(names::isPresent);
    }

    private void goToLobby() {
        current = names.conversation(LOBBY)
                .filter(summary -> summary.title() instanceof Room)
                .map(ConversationSummary::id);
    }

    /** Asks until there is an answer: without a connection, and where waiting helps, again. */
    private <T> CompletionStage<Outcome<T>> insist(Supplier<CompletionStage<Outcome<T>>> command) {
        return command.get().thenCompose(outcome -> switch (outcome) {
            case Outcome.NotConnected<T> _ -> pause(PAUSE).thenCompose(_ -> insist(command));
            case Outcome.Refused<T>(ErrorCode code, OptionalLong retryAfterMs)
            when code == ErrorCode.RATE_LIMITED || code == ErrorCode.READ_ONLY ->
                pause(Duration.ofMillis(retryAfterMs.orElse(PAUSE.toMillis()))).thenCompose(_ -> insist(command));
            case Outcome.Refused<T> _, Outcome.Done<T> _ -> CompletableFuture.completedFuture(outcome);
        });
    }

    private CompletionStage<Void> pause(Duration time) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        loop.schedule(time, () -> over.complete(null));
        return over;
    }

    private CompletionStage<Void> refused(String what, Outcome<?> outcome) {
        String why = outcome instanceof Outcome.Refused<?>(ErrorCode code, OptionalLong _) ? code.wire() : "no answer";
        return notice(what + ": " + why);
    }

    private CompletionStage<Void> notice(String text) {
        out.accept(new OutputLine.Notice(text));
        return DONE;
    }
}
