package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.Limits;
import hearth.protocol.Texts;
import hearth.server.account.Mentions;
import hearth.server.account.Roles;
import hearth.server.history.HistoryStore;
import hearth.server.history.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Writing: {@code post}, {@code edit}, {@code delete} and {@code react}. */
final class PostHandlers {
    private final Workings workings;
    private final HistoryStore store;
    private final Access access;
    private final Publisher publisher;

    PostHandlers(Workings workings, Access access, Publisher publisher) {
        this.workings = workings;
        this.access = access;
        this.publisher = publisher;
        store = workings.parts().store();
    }

    /** Looks for an earlier answer before anything else: a repeat is no second try. */
    Answer onPost(Turn turn, ClientFrame.Post post) throws RefusedException, StorageException {
        Optional<HistoryStore.Receipt> earlier = store.findPost(turn.user().id(), post.clientId());
        if (earlier.isPresent()) {
            HistoryStore.Receipt receipt = earlier.get();
            return new Answer.Posted(receipt.conversation(), receipt.seq(), receipt.at(), true);
        }
        Standing standing = access.member(turn, post.conversation());
        requireMayWrite(standing);
        requireText(post.text());
        Conversation conversation = standing.conversation();
        if (post.replyTo().isPresent()
                && !store.isMessage(conversation.id(), post.replyTo().getAsLong())) {
            throw unknownMessage();
        }
        List<String> mentions = mentions(conversation, post.text());
        Event.Stamp stamp = publisher.publish(
                conversation,
                turn.user().ref(),
                at -> new Event.Message(at, post.clientId(), post.text(), post.replyTo(), mentions, false));
        return new Answer.Posted(conversation.id(), stamp.seq(), stamp.at(), false);
    }

    Answer onEdit(Standing standing, ClientFrame.Edit edit) throws RefusedException, StorageException {
        requireMayWrite(standing);
        requireText(edit.text());
        HistoryStore.StoredMessage message = message(standing, edit.target());
        if (!isOwn(standing, message)) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "only the author may edit a message");
        }
        List<String> mentions = mentions(standing.conversation(), edit.text());
        return applied(standing, at -> new Event.Edited(at, edit.target(), edit.text(), mentions, false));
    }

    Answer onDelete(Standing standing, ClientFrame.Delete delete) throws RefusedException, StorageException {
        HistoryStore.StoredMessage message = message(standing, delete.target());
        if (!Roles.mayDelete(standing.role(), isOwn(standing, message))) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "only its author and moderators may delete a message");
        }
        return applied(standing, at -> new Event.Deleted(at, delete.target()));
    }

    Answer onReact(Standing standing, ClientFrame.React react) throws RefusedException, StorageException {
        requireMayWrite(standing);
        HistoryStore.StoredMessage message = message(standing, react.target());
        HistoryStore.ReactionState state = store.reaction(
                standing.conversation().id(), react.target(), standing.user().id(), react.emoji());
        if (state.own() == react.on()) {
            return new Answer.Applied(OptionalLong.empty());
        }
        if (react.on() && !state.anybody() && message.distinctEmoji() >= Limits.EMOJI_PER_MESSAGE) {
            throw new RefusedException(
                    ErrorCode.FULL, "a message bears at most " + Limits.EMOJI_PER_MESSAGE + " different emoji");
        }
        return applied(standing, at -> new Event.Reacted(at, react.target(), react.emoji(), react.on()));
    }

    private Answer applied(Standing standing, Function<Event.Stamp, Event> event) throws StorageException {
        Event.Stamp stamp =
                publisher.publish(standing.conversation(), standing.user().ref(), event);
        return new Answer.Applied(OptionalLong.of(stamp.seq()));
    }

    /** What keeps a member from writing; limits on the rate of writing belong here too. */
    private void requireMayWrite(Standing standing) throws RefusedException {
        Instant now = workings.parts().clock().steadyNow();
        Optional<Instant> until =
                standing.conversation().mutedUntil(standing.user().id(), now);
        if (until.isPresent()) {
            throw RefusedException.until(ErrorCode.MUTED, "muted", Duration.between(now, until.get()));
        }
    }

    private void requireText(String text) throws RefusedException {
        int most = workings.parts().settings().limits().textChars();
        if (!Texts.fits(text, most)) {
            throw new RefusedException(ErrorCode.TOO_LONG, "a text has at most " + most + " characters");
        }
        if (Texts.isBlank(text)) {
            throw new RefusedException(ErrorCode.EMPTY, "a text has a visible character");
        }
    }

    private HistoryStore.StoredMessage message(Standing standing, long target)
            throws RefusedException, StorageException {
        return store.message(standing.conversation().id(), target).orElseThrow(PostHandlers::unknownMessage);
    }

    private static boolean isOwn(Standing standing, HistoryStore.StoredMessage message) {
        return message.author().equals(standing.user().id());
    }

    private List<String> mentions(Conversation conversation, String text) {
        return Mentions.find(
                text,
                key -> workings.chat().people().byMention(key).map(User::id).filter(conversation::hasMember));
    }

    private static RefusedException unknownMessage() {
        return new RefusedException(ErrorCode.UNKNOWN_MESSAGE, "there is no such message");
    }
}
