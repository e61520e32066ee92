package hearth.client.session;

import hearth.client.store.Target;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One user on one server, across any number of connections. Commands may come from any thread, return at once and take effect in the order given;
 * stages complete on the session thread, and exceptionally where a command failed or came after the session was over.
 */
public interface ChatSession extends AutoCloseable {

    /**
     * Registers an observer. It first hears, as events, the present state whole: state, sign-in, conversations, presence, open timelines; then what
     * happens, in order, on the session thread.
     */
    Subscription observe(Consumer<SessionEvent> observer);

    /** Connects, and comes back whenever the connection ends, until {@link #disconnect}. */
    void connect();

    /** Closes the connection and stays offline. */
    void disconnect();

    /** Tries now instead of waiting; when stale, drops the connection and dials anew. */
    void retryNow();

    /** Shows a conversation: loads its newest page and its members, and keeps both up to date from then on. */
    void open(String conversation);

    /** Loads the page before the oldest entry of an open timeline; nothing where one is under way or nothing is older. */
    void loadOlder(String conversation);

    /**
     * Lets an open timeline forget all but its newest entries, so many; those before load again with {@link #loadOlder}. Nothing where a page is on its way.
     */
    void keepNewest(String conversation, int entries);

    /**
     * Writes a message: kept on disk, shown as sending, sent in order. The stage says whether it could be kept; where it could not, nothing was shown or
     * sent, and the text is still the caller's. It waits where no server was met yet, because nobody knows then for whom to keep it.
     */
    CompletionStage<PostResult> post(Target target, String text, OptionalLong replyTo);

    /** Sends what failed again, with the same client id. */
    void resend(String clientId);

    /** Gives up what failed or waits. */
    void discard(String clientId);

    /** Replaces the text of one's own message; kept, shown and sent as {@link #post} is, in the order in which it was done there. */
    CompletionStage<PostResult> edit(String conversation, long target, String text);

    /** Deletes a message; kept, shown and sent as {@link #post} is. */
    CompletionStage<PostResult> delete(String conversation, long target);

    /** Adds or takes back a reaction; kept, shown and sent as {@link #post} is. The opposite of one that was not sent yet takes that one out. */
    CompletionStage<PostResult> react(String conversation, long target, String emoji, boolean on);

    /** Moves the user's marker to this number; told to the server when connected, only the newest per conversation. */
    void markRead(String conversation, long seq);

    /** Says that the user writes in a conversation; called at each keystroke, sent at most every 3 s, and lapses by itself. */
    void typing(String conversation);

    /** Keeps the unfinished text of a conversation. */
    void keepDraft(String conversation, String text);

    /** The unfinished text of a conversation, empty where there is none. */
    CompletionStage<String> draft(String conversation);

    /** Makes a room and enters it. */
    CompletionStage<Outcome<ConversationSummary>> createRoom(String name, String topic, Visibility visibility);

    /** Enters a room. */
    CompletionStage<Outcome<ConversationSummary>> join(ClientFrame.RoomKey room);

    /** Leaves a room. */
    CompletionStage<Outcome<Void>> leave(String conversation);

    /** Opens the direct conversation with somebody: by the id, where it is known. Without a connection one that is shown until the server knows it. */
    CompletionStage<Outcome<ConversationSummary>> openDirect(Target.Person with);

    /** A page of the rooms that can be seen. */
    CompletionStage<Outcome<Answer.RoomsPage>> rooms(Optional<String> query, Optional<String> after);

    /** The members of a conversation, all of them. */
    CompletionStage<Outcome<Answer.MembersPage>> members(String conversation);

    /** A page of history without showing it: from the server, or where that cannot tell all that was said, from what is kept of it here. */
    CompletionStage<Outcome<Answer.HistoryPage>> history(String conversation, ClientFrame.Place place, int limit);

    /** Makes somebody a member of a room. */
    CompletionStage<Outcome<Void>> invite(String conversation, String user);

    /** Takes somebody out of a room; with {@code ban}, for good. */
    CompletionStage<Outcome<Void>> remove(String conversation, String user, boolean ban, Optional<String> reason);

    /** Lets somebody into a room again who was taken out of it for good. */
    CompletionStage<Outcome<Void>> unban(String conversation, String user);

    /** A page of those who were taken out of a room for good, by id; {@code after} is the last of the page before. */
    CompletionStage<Outcome<Answer.BansPage>> bans(String conversation, Optional<String> after);

    /** Lets a member of a room write there only after so long; none lifts it. Counted in whole seconds. */
    CompletionStage<Outcome<Void>> mute(String conversation, String user, Duration time);

    /** Gives a member of a room another role. */
    CompletionStage<Outcome<Void>> setRole(String conversation, String user, Role role);

    /** Changes what is given of a room, and leaves the rest. */
    CompletionStage<Outcome<Void>> setRoom(
            String conversation, Optional<String> name, Optional<String> topic, Optional<Visibility> visibility);

    /** Erases a room with all that was said in it. */
    CompletionStage<Outcome<Void>> deleteRoom(String conversation);

    /** Says what the user is doing. */
    CompletionStage<Outcome<Void>> setStatus(Status status, Optional<String> text);

    /** Completes when nothing in the outbox is unconfirmed: all is sent or failed. */
    CompletionStage<Void> settled();

    /** Disconnects without leaving any room and ends the session thread's work; the stage completes when it is done. Idempotent. */
    CompletionStage<Void> shutDown();

    /** Like {@link #shutDown}, and waits at most 2 s for it. Never called on the JavaFX thread. */
    @Override
    void close();
}
