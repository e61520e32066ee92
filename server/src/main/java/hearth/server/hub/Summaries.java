package hearth.server.hub;

import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Title;
import hearth.protocol.Event;
import hearth.protocol.Limits;
import hearth.protocol.Texts;
import hearth.server.history.HistoryStore;
import hearth.server.history.StorageException;
import java.util.Optional;

/** Says how a conversation looks to one of its members. */
final class Summaries {
    private final HistoryStore store;
    private final ChatState chat;

    Summaries(Workings workings) {
        store = workings.parts().store();
        chat = workings.chat();
    }

    /** The conversation as this member sees it now. */
    ConversationSummary of(Conversation conversation, User user) throws StorageException {
        Member member = conversation
                .member(user.id())
                .orElseThrow(() -> new IllegalStateException(user.id() + " is no member of " + conversation.id()));
        HistoryStore.Unread unread = store.unread(conversation.id(), user.id(), member.read());
        Optional<Event.Message> last = store.lastMessage(conversation.id()).map(Summaries::cut);
        return new ConversationSummary(
                conversation.id(),
                title(conversation, member),
                memberCount(conversation),
                conversation.head(),
                member.read(),
                unread.messages(),
                unread.mentions(),
                last);
    }

    private int memberCount(Conversation conversation) {
        return switch (conversation.subject()) {
            case Conversation.Room _ -> conversation.members().size();
            case Conversation.Direct _ ->
                (int) conversation.members().keySet().stream()
                        .filter(id -> chat.people().byId(id).isPresent())
                        .count();
        };
    }

    private static Title title(Conversation conversation, Member member) {
        return switch (conversation.subject()) {
            case Conversation.Room room ->
                new ConversationSummary.Room(room.name(), room.topic(), room.visibility(), member.role());
            case Conversation.Direct direct -> {
                var other = direct.besides(member.user());
                long read = conversation.member(other.id()).map(Member::read).orElse(0L);
                yield new ConversationSummary.Direct(other, read);
            }
        };
    }

    private static Event.Message cut(Event.Message message) {
        return new Event.Message(
                message.stamp(),
                message.clientId(),
                Texts.cut(message.text(), Limits.PREVIEW_CHARS),
                message.replyTo(),
                message.mentions(),
                message.deleted());
    }
}
