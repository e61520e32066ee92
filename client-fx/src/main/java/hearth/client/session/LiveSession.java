package hearth.client.session;

import hearth.client.store.Target;
import hearth.client.store.Work;
import hearth.protocol.Answer;
import hearth.protocol.Capability;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session over a {@link hearth.client.link.ChatLink}: brings every command to the session thread. Safe from any thread. */
public final class LiveSession implements ChatSession {
    private static final Logger log = LoggerFactory.getLogger(LiveSession.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** Longer than the farewell: what is written at its end must be on disk before the caller closes the files. */
    private static final Duration ENDING = FAREWELL.plusSeconds(1);

    private final SessionLoop loop;
    private final SessionCore core;
    private final RoomCommands rooms;
    private final PageReads pages;
    private final CompletableFuture<Void> shutDown = new CompletableFuture<>();

    /** Made once for each user and server; does nothing before {@link #connect}. The ports stay the caller's, but the loop, which ends with the session. */
    public LiveSession(SessionPorts ports, SessionConfig config) {
        this.loop = ports.loop();
        this.core = new SessionCore(ports, config);
        this.rooms = new RoomCommands(core.commands(), core.conversations());
        this.pages = new PageReads(core);
    }

    @Override
    public Subscription observe(Consumer<SessionEvent> observer) {
        Observers.Entry entry = new Observers.Entry(observer);
        loop.execute(() -> {
            core.tellAll(entry::tell);
            core.observers().add(entry);
        });
        return entry;
    }

    @Override
    public void connect() {
        loop.execute(() -> {
            core.begin();
            core.connector().connect();
        });
    }

    @Override
    public void disconnect() {
        loop.execute(() -> {
            core.connector().disconnect();
            core.commands().abandon();
            core.bulk().abandon();
        });
    }

    @Override
    public void retryNow() {
        loop.execute(core.connector()::retryNow);
    }

    @Override
    public void open(String conversation) {
        loop.execute(() -> core.open(conversation));
    }

    @Override
    public void loadOlder(String conversation) {
        loop.execute(() -> core.conversations().find(conversation).ifPresent(core.timelines()::loadOlder));
    }

    @Override
    public void keepNewest(String conversation, int entries) {
        loop.execute(() -> core.conversations()
                .find(conversation)
                .flatMap(Conversation::timeline)
                .ifPresent(timeline -> timeline.keepNewest(entries)));
    }

    @Override
    public CompletionStage<PostResult> post(Target target, String text, OptionalLong replyTo) {
        return onLoop(() -> {
            if (target instanceof Target.Conversation(String id)) {
                core.typing().wrote(id);
            }
            return core.outgoing().outbox().write(target, new Work.Post(text, replyTo));
        });
    }

    @Override
    public void resend(String clientId) {
        loop.execute(() -> core.outgoing().outbox().resend(clientId));
    }

    @Override
    public void discard(String clientId) {
        loop.execute(() -> core.outgoing().outbox().discard(clientId));
    }

    @Override
    public CompletionStage<PostResult> edit(String conversation, long target, String text) {
        return write(conversation, new Work.Edit(target, text));
    }

    @Override
    public CompletionStage<PostResult> delete(String conversation, long target) {
        return write(conversation, new Work.Delete(target));
    }

    @Override
    public CompletionStage<PostResult> react(String conversation, long target, String emoji, boolean on) {
        return write(conversation, new Work.React(target, emoji, on));
    }

    private CompletionStage<PostResult> write(String conversation, Work work) {
        return onLoop(() -> core.outgoing().outbox().write(new Target.Conversation(conversation), work));
    }

    @Override
    public void markRead(String conversation, long seq) {
        loop.execute(() -> core.outgoing().markRead(conversation, seq));
    }

    @Override
    public void typing(String conversation) {
        loop.execute(() -> {
            if (core.ledger().isOpen()
                    && core.standing().can(Capability.TYPING)
                    && core.conversations().find(conversation).isPresent()
                    && core.typing().shouldSay(conversation)) {
                core.connector().send(new ClientFrame.Typing(conversation, true));
            }
        });
    }

    @Override
    public void keepDraft(String conversation, String text) {
        loop.execute(() -> core.outgoing().drafts().keep(conversation, text));
    }

    @Override
    public CompletionStage<String> draft(String conversation) {
        return onLoop(
                () -> CompletableFuture.completedFuture(core.outgoing().drafts().of(conversation)));
    }

    @Override
    public CompletionStage<Outcome<ConversationSummary>> createRoom(String name, String topic, Visibility visibility) {
        return onLoop(() -> rooms.createRoom(name, topic, visibility));
    }

    @Override
    public CompletionStage<Outcome<ConversationSummary>> join(ClientFrame.RoomKey room) {
        return onLoop(() -> rooms.join(room));
    }

    @Override
    public CompletionStage<Outcome<Void>> leave(String conversation) {
        return onLoop(() -> rooms.leave(conversation));
    }

    @Override
    public CompletionStage<Outcome<ConversationSummary>> openDirect(Target.Person with) {
        return onLoop(() -> core.ledger().isOpen() ? rooms.openDirect(with) : openOffline(with));
    }

    private CompletionStage<Outcome<ConversationSummary>> openOffline(Target.Person with) {
        return CompletableFuture.completedFuture(core.outgoing()
                .write(with)
                .<Outcome<ConversationSummary>>map(Outcome.Done::new)
                .orElseGet(Outcome.NotConnected::new));
    }

    @Override
    public CompletionStage<Outcome<Answer.RoomsPage>> rooms(Optional<String> query, Optional<String> after) {
        return onLoop(() -> pages.rooms(query, after));
    }

    @Override
    public CompletionStage<Outcome<Answer.MembersPage>> members(String conversation) {
        return onLoop(() -> pages.members(conversation));
    }

    @Override
    public CompletionStage<Outcome<Answer.HistoryPage>> history(
            String conversation, ClientFrame.Place place, int limit) {
        return onLoop(() -> pages.history(conversation, place, limit));
    }

    @Override
    public CompletionStage<Outcome<Void>> invite(String conversation, String user) {
        return onLoop(() -> rooms.invite(conversation, user));
    }

    @Override
    public CompletionStage<Outcome<Void>> remove(
            String conversation, String user, boolean ban, Optional<String> reason) {
        return onLoop(() -> rooms.remove(conversation, user, ban, reason));
    }

    @Override
    public CompletionStage<Outcome<Void>> unban(String conversation, String user) {
        return onLoop(() -> rooms.unban(conversation, user));
    }

    @Override
    public CompletionStage<Outcome<Answer.BansPage>> bans(String conversation, Optional<String> after) {
        return onLoop(() -> pages.bans(conversation, after));
    }

    @Override
    public CompletionStage<Outcome<Void>> mute(String conversation, String user, Duration time) {
        return onLoop(() -> rooms.mute(conversation, user, time));
    }

    @Override
    public CompletionStage<Outcome<Void>> setRoom(
            String conversation, Optional<String> name, Optional<String> topic, Optional<Visibility> visibility) {
        return onLoop(() -> rooms.setRoom(conversation, name, topic, visibility));
    }

    @Override
    public CompletionStage<Outcome<Void>> deleteRoom(String conversation) {
        return onLoop(() -> rooms.deleteRoom(conversation));
    }

    @Override
    public CompletionStage<Outcome<Void>> setRole(String conversation, String user, Role role) {
        return onLoop(() -> rooms.setRole(conversation, user, role));
    }

    @Override
    public CompletionStage<Outcome<Void>> setStatus(Status status, Optional<String> text) {
        return onLoop(() -> rooms.setStatus(status, text));
    }

    @Override
    public CompletionStage<Void> settled() {
        return onLoop(core.outgoing().outbox()::settled);
    }

    @Override
    public CompletionStage<Void> shutDown() {
        loop.execute(() -> {
            SessionLoop.Timer patience = loop.schedule(FAREWELL, this::end);
            core.connector().disconnect().thenRun(() -> {
                patience.cancel();
                end();
            });
        });
        return shutDown;
    }

    @Override
    public void close() {
        try {
            shutDown().toCompletableFuture().get(ENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("closed before the session came to its end", e);
        }
    }

    private void end() {
        core.commands().abandon();
        core.bulk().abandon();
        core.outgoing().shutDown();
        core.keeper().close();
        loop.shutDown();
        shutDown.complete(null);
    }

    private <T> CompletionStage<T> onLoop(Supplier<? extends CompletionStage<T>> command) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (!loop.execute(() -> run(command, result))) {
            result.completeExceptionally(new IllegalStateException("the session is over"));
        }
        return result;
    }

    /** Whoever waits for the result hears of it in any case. */
    private static <T> void run(Supplier<? extends CompletionStage<T>> command, CompletableFuture<T> result) {
        try {
            command.get().whenComplete((value, failure) -> {
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            log.error("a command of the session failed", e);
            result.completeExceptionally(e);
        }
    }
}
