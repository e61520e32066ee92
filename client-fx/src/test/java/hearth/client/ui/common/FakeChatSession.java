package hearth.client.ui.common;

import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.PostResult;
import hearth.client.session.SessionEvent;
import hearth.client.session.Subscription;
import hearth.client.store.Target;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A session that does nothing by itself: it writes down what it is told, in words, and tells what the test makes it tell. Whoever comes to observe hears all
 * that was told before. Safe from any thread.
 */
public final class FakeChatSession implements ChatSession {
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<SessionEvent> told = new CopyOnWriteArrayList<>();
    private final List<Consumer<SessionEvent>> observers = new CopyOnWriteArrayList<>();
    private final Map<String, String> drafts = new ConcurrentHashMap<>();
    private volatile Outcome<ConversationSummary> entering = new Outcome.NotConnected<>();
    private volatile Outcome<Void> leaving = new Outcome.Done<>(null);
    private volatile Outcome<Void> deciding = new Outcome.Done<>(null);
    private volatile Outcome<Answer.BansPage> bans = new Outcome.Done<>(new Answer.BansPage(List.of(), false));
    private volatile Outcome<Answer.RoomsPage> rooms = new Outcome.Done<>(new Answer.RoomsPage(List.of(), false));
    private volatile CompletionStage<PostResult> posting = done(new PostResult.Kept("c"));
    private volatile Consumer<String> onCommand = _ -> {};

    /** Tells every observer, now and later. */
    public FakeChatSession tell(SessionEvent... events) {
        for (SessionEvent event : events) {
            told.add(event);
            observers.forEach(observer -> observer.accept(event));
        }
        return this;
    }

    /** Tells those who observe it now, and nobody who comes later. */
    public void tellNow(SessionEvent event) {
        observers.forEach(observer -> observer.accept(event));
    }

    /** Tells that the connection stands elsewhere. */
    public FakeChatSession state(ConnectionState state) {
        return tell(new SessionEvent.StateChanged(state));
    }

    /** What joining, making and opening gives from now on. */
    public void answerEntering(Outcome<ConversationSummary> outcome) {
        entering = outcome;
    }

    /** What leaving gives from now on. */
    public void answerLeaving(Outcome<Void> outcome) {
        leaving = outcome;
    }

    /** What inviting, removing, muting and changing gives from now on. */
    public void answerDeciding(Outcome<Void> outcome) {
        deciding = outcome;
    }

    /** What asking for those who are banned gives from now on. */
    public void answerBans(Outcome<Answer.BansPage> outcome) {
        bans = outcome;
    }

    /** What asking for rooms gives from now on. */
    public void answerRooms(Outcome<Answer.RoomsPage> outcome) {
        rooms = outcome;
    }

    /** What posting gives from now on. */
    public void answerPosting(PostResult result) {
        posting = done(result);
    }

    /** Posting fails with this from now on. */
    public void failPosting(RuntimeException failure) {
        posting = CompletableFuture.failedFuture(failure);
    }

    /** Runs at each command, with its words. */
    public void onCommand(Consumer<String> listener) {
        onCommand = listener;
    }

    /** What is on disk for a conversation. */
    public FakeChatSession withDraft(String conversation, String text) {
        drafts.put(conversation, text);
        return this;
    }

    /** What it was told, in words, without the reading of drafts and markers. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** The commands that begin with this word. */
    public List<String> commands(String word) {
        return commands.stream().filter(command -> command.startsWith(word)).toList();
    }

    /** How many observe it. */
    public int observers() {
        return observers.size();
    }

    private void command(String words) {
        commands.add(words);
        onCommand.accept(words);
    }

    private static <T> CompletionStage<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }

    @Override
    public Subscription observe(Consumer<SessionEvent> observer) {
        observers.add(observer);
        new ArrayList<>(told).forEach(observer);
        return () -> observers.remove(observer);
    }

    @Override
    public void connect() {
        command("connect");
    }

    @Override
    public void disconnect() {
        command("disconnect");
    }

    @Override
    public void retryNow() {
        command("retryNow");
    }

    @Override
    public void open(String conversation) {
        command("open " + conversation);
    }

    @Override
    public void loadOlder(String conversation) {
        command("loadOlder " + conversation);
    }

    @Override
    public void keepNewest(String conversation, int entries) {
        command("keepNewest " + conversation + " " + entries);
    }

    @Override
    public CompletionStage<PostResult> post(Target target, String text, OptionalLong replyTo) {
        String answers = replyTo.isPresent() ? "(re " + replyTo.getAsLong() + ") " : "";
        command("post " + ((Target.Conversation) target).id() + " " + answers + text);
        return posting;
    }

    @Override
    public void resend(String clientId) {
        command("resend " + clientId);
    }

    @Override
    public void discard(String clientId) {
        command("discard " + clientId);
    }

    @Override
    public CompletionStage<PostResult> edit(String conversation, long target, String text) {
        command("edit " + conversation + " " + target + " " + text);
        return posting;
    }

    @Override
    public CompletionStage<PostResult> delete(String conversation, long target) {
        command("delete " + conversation + " " + target);
        return posting;
    }

    @Override
    public CompletionStage<PostResult> react(String conversation, long target, String emoji, boolean on) {
        command("react " + conversation + " " + target + " " + emoji + " " + on);
        return posting;
    }

    @Override
    public void markRead(String conversation, long seq) {
        command("markRead " + conversation + " " + seq);
    }

    @Override
    public void typing(String conversation) {
        command("typing " + conversation);
    }

    @Override
    public void keepDraft(String conversation, String text) {
        drafts.put(conversation, text);
        command("keepDraft " + conversation + " " + text);
    }

    @Override
    public CompletionStage<String> draft(String conversation) {
        return done(drafts.getOrDefault(conversation, ""));
    }

    @Override
    public CompletionStage<Outcome<ConversationSummary>> createRoom(String name, String topic, Visibility visibility) {
        command("createRoom " + name + " " + topic + " " + visibility.wire());
        return done(entering);
    }

    @Override
    public CompletionStage<Outcome<ConversationSummary>> join(ClientFrame.RoomKey room) {
        command("join " + room);
        return done(entering);
    }

    @Override
    public CompletionStage<Outcome<Void>> leave(String conversation) {
        command("leave " + conversation);
        return done(leaving);
    }

    @Override
    public CompletionStage<Outcome<ConversationSummary>> openDirect(Target.Person with) {
        command("openDirect " + with);
        return done(entering);
    }

    @Override
    public CompletionStage<Outcome<Answer.RoomsPage>> rooms(Optional<String> query, Optional<String> after) {
        command("rooms " + query.orElse(""));
        return done(rooms);
    }

    @Override
    public CompletionStage<Outcome<Answer.MembersPage>> members(String conversation) {
        throw new UnsupportedOperationException("the window hears of members by events");
    }

    @Override
    public CompletionStage<Outcome<Answer.HistoryPage>> history(
            String conversation, ClientFrame.Place place, int limit) {
        throw new UnsupportedOperationException("the window hears of history by events");
    }

    @Override
    public CompletionStage<Outcome<Void>> invite(String conversation, String user) {
        return commanded("invite " + conversation + " " + user);
    }

    @Override
    public CompletionStage<Outcome<Void>> remove(
            String conversation, String user, boolean ban, Optional<String> reason) {
        return commanded((ban ? "ban " : "kick ") + conversation + " " + user + " " + reason.orElse("-"));
    }

    @Override
    public CompletionStage<Outcome<Void>> unban(String conversation, String user) {
        return commanded("unban " + conversation + " " + user);
    }

    @Override
    public CompletionStage<Outcome<Answer.BansPage>> bans(String conversation, Optional<String> after) {
        command("bans " + conversation + " " + after.orElse("-"));
        return done(bans);
    }

    @Override
    public CompletionStage<Outcome<Void>> mute(String conversation, String user, Duration time) {
        return commanded("mute " + conversation + " " + user + " " + time);
    }

    @Override
    public CompletionStage<Outcome<Void>> setRole(String conversation, String user, Role role) {
        return commanded("setRole " + conversation + " " + user + " " + role.wire());
    }

    @Override
    public CompletionStage<Outcome<Void>> setRoom(
            String conversation, Optional<String> name, Optional<String> topic, Optional<Visibility> visibility) {
        return commanded("setRoom " + conversation + " " + name.orElse("-") + " " + topic.orElse("-") + " "
                + visibility.map(Visibility::wire).orElse("-"));
    }

    @Override
    public CompletionStage<Outcome<Void>> deleteRoom(String conversation) {
        return commanded("deleteRoom " + conversation);
    }

    @Override
    public CompletionStage<Outcome<Void>> setStatus(Status status, Optional<String> text) {
        return commanded("setStatus " + status.wire() + " " + text.orElse("-"));
    }

    private CompletionStage<Outcome<Void>> commanded(String words) {
        command(words);
        return done(deciding);
    }

    @Override
    public CompletionStage<Void> settled() {
        return done(null);
    }

    @Override
    public CompletionStage<Void> shutDown() {
        command("shutDown");
        return done(null);
    }

    @Override
    public void close() {
        command("close");
    }
}
