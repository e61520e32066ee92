package hearth.server.hub;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ServerFrame;
import hearth.server.history.Change;
import hearth.server.history.HistoryStore;
import hearth.server.history.StorageException;
import java.util.OptionalInt;

/** How far everybody has read: {@code read}. */
final class ReadMarkers {
    private final Workings workings;

    ReadMarkers(Workings workings) {
        this.workings = workings;
    }

    Answer onRead(Standing standing, ClientFrame.Read read) throws StorageException {
        Conversation conversation = standing.conversation();
        User user = standing.user();
        long before = conversation.member(user.id()).map(Member::read).orElse(0L);
        long marker = Math.max(before, Math.min(read.seq(), conversation.head()));
        if (marker > before) {
            workings.ledger().record(new Change.Read(conversation.id(), user.id(), marker));
        }
        HistoryStore.Unread unread = workings.parts().store().unread(conversation.id(), user.id(), marker);
        if (marker > before) {
            tellOwn(standing, marker, unread);
            if (conversation.subject() instanceof Conversation.Direct direct) {
                tellOther(conversation, user, direct.besides(user.id()).id(), marker);
            }
        }
        return new Answer.Marked(marker, unread.messages(), unread.mentions());
    }

    private void tellOwn(Standing standing, long marker, HistoryStore.Unread unread) {
        String conversation = standing.conversation().id();
        ServerFrame.Read frame = new ServerFrame.Read(
                conversation,
                standing.user().id(),
                marker,
                OptionalInt.of(unread.messages()),
                OptionalInt.of(unread.mentions()));
        long[] others = workings.sessions().of(standing.user().id()).stream()
                .filter(session -> session != standing.turn().session() && session.isSubscribedTo(conversation))
                .mapToLong(Session::connection)
                .toArray();
        workings.outgoing().sendAll(others, frame);
    }

    private void tellOther(Conversation conversation, User reader, String other, long marker) {
        long[] connections = workings.sessions().of(other).stream()
                .filter(session -> session.isSubscribedTo(conversation.id()))
                .mapToLong(Session::connection)
                .toArray();
        workings.outgoing()
                .sendAll(
                        connections,
                        new ServerFrame.Read(
                                conversation.id(), reader.id(), marker, OptionalInt.empty(), OptionalInt.empty()));
    }
}
