package hearth.client.session;

import hearth.client.timeline.Timeline;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import java.util.Optional;

/** What the session knows of one conversation. Session thread only. */
final class Conversation {
    private final String self;
    private final Cursor cursor;
    private final UnreadCount unread;
    private ConversationSummary summary;
    private boolean countedByServer;
    private Optional<Timeline> timeline = Optional.empty();
    private Optional<MemberList> members = Optional.empty();
    private Optional<Reload> reload = Optional.empty();

    Conversation(ConversationSummary summary, String self) {
        this.summary = summary;
        this.self = self;
        this.cursor = new Cursor(summary.head());
        this.unread = new UnreadCount(summary);
    }

    String id() {
        return summary.id();
    }

    ConversationSummary summary() {
        return summary;
    }

    Cursor cursor() {
        return cursor;
    }

    Optional<Timeline> timeline() {
        return timeline;
    }

    Optional<MemberList> members() {
        return members;
    }

    Optional<Reload> reload() {
        return reload;
    }

    /** Somebody looks at it. */
    void open(Timeline shown) {
        timeline = Optional.of(shown);
        members = Optional.of(new MemberList());
    }

    void beginReload(Reload begun) {
        reload = Optional.of(begun);
    }

    void endReload() {
        reload = Optional.empty();
    }

    /** The summary of a new login: its counts replace ours, its head is how far there is something to catch up with. */
    void renew(ConversationSummary newer) {
        summary = newer;
        unread.reset(newer);
        cursor.told(newer.head());
    }

    /**
     * Lets an event change the summary, as far as the server's summary is not newer.
     *
     * @return whether only the server can tell how much is unread now
     */
    boolean count(Event event) {
        if (unread.isCounted(event.seq())) {
            return false;
        }
        int members = summary.members();
        summary = Summaries.after(summary, event, self);
        if (countedByServer) {
            summary = Summaries.withMembers(summary, members);
        }
        boolean uncertain = countUnread(event);
        summary = Summaries.counted(summary, event.seq(), unread);
        return uncertain;
    }

    /**
     * The server says how many are there. From now on nobody else counts: its number is of another moment than the events.
     *
     * @return whether that is news
     */
    boolean counted(int people) {
        countedByServer = true;
        boolean isNews = summary.members() != people;
        summary = Summaries.withMembers(summary, people);
        return isNews;
    }

    /** The user read up to here, on this device. */
    void markRead(long seq) {
        unread.marked(seq);
        summary = Summaries.counted(summary, 0, unread);
    }

    /** The server says where the user's marker is. */
    void markerTold(long seq, int messages, int mentions) {
        unread.told(seq, messages, mentions);
        summary = Summaries.counted(summary, 0, unread);
    }

    /** The other side of a direct conversation has read up to here. */
    void readByOther(long seq) {
        summary = Summaries.readByOther(summary, seq);
    }

    private boolean countUnread(Event event) {
        switch (event) {
            case Event.Message message -> {
                if (!message.author().id().equals(self) && !message.deleted()) {
                    unread.written(message.seq(), message.mentions().contains(self));
                }
                return false;
            }
            case Event.Edited edited -> {
                return unread.edited(edited.target(), edited.mentions().contains(self));
            }
            case Event.Deleted deleted -> {
                return unread.deleted(deleted.target());
            }
            case Event.Reacted _, Event.Joined _, Event.Left _, Event.Changed _, Event.Unknown _ -> {
                return false;
            }
        }
    }
}
