package hearth.client.session;

import hearth.client.store.CacheStore.CachedConversation;
import hearth.client.store.Target;
import hearth.client.timeline.Timeline;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ConversationSummary.Direct;
import hearth.protocol.ConversationSummary.Room;
import hearth.protocol.Event;
import hearth.protocol.GoneReason;
import hearth.protocol.UserRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The user's conversations, and what each event makes of them. Session thread only. */
final class Conversations {

    /** Hears what an event means elsewhere. */
    interface Owner {

        /** One of the user's own messages is in the log. */
        void onOwnMessage(Event.Message message);

        /** Only the server can tell how much is unread there. */
        void onCountUncertain(Conversation conversation);

        /** An event was applied. */
        void onApplied(Conversation conversation, Event event);

        /** A conversation is there, or is another than before. */
        void onChanged(Conversation conversation);

        /** A conversation is no longer the user's. */
        void onRemoved(Conversation conversation);
    }

    private final Consumer<SessionEvent> told;
    private final Owner owner;
    private final Map<String, Conversation> all = new LinkedHashMap<>();
    private String self = "";

    Conversations(Consumer<SessionEvent> told, Owner owner) {
        this.told = told;
        this.owner = owner;
    }

    /** Who the user is, from the login on. */
    void become(String user) {
        self = user;
    }

    /** The user's id; empty before it is known. */
    String self() {
        return self;
    }

    Optional<Conversation> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    Collection<Conversation> all() {
        return List.copyOf(all.values());
    }

    /** The direct conversation with this person: by the id, or where that is not known with somebody of this name, in any case. */
    Optional<Conversation> directWith(Target.Person person) {
        return all.values().stream()
                .filter(each -> each.summary().title() instanceof Direct direct && is(direct.with(), person))
                .findFirst();
    }

    private static boolean is(UserRef user, Target.Person person) {
        return person.id().map(user.id()::equals).orElseGet(() -> user.name().equalsIgnoreCase(person.name()));
    }

    /** The room of this name, in any case. */
    Optional<Conversation> room(String name) {
        return all.values().stream()
                .filter(each -> each.summary().title() instanceof Room room
                        && room.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A summary that begins a membership; where the conversation is known already it says nothing new. */
    Conversation gained(ConversationSummary summary) {
        Conversation known = all.get(summary.id());
        if (known != null) {
            return known;
        }
        Conversation conversation = new Conversation(summary, self);
        all.put(summary.id(), conversation);
        tellChanged(conversation);
        return conversation;
    }

    /** A conversation as an earlier process knew it. */
    void restore(CachedConversation kept) {
        Conversation conversation = new Conversation(kept.summary(), self);
        conversation.cursor().jump(kept.cursor());
        all.put(conversation.id(), conversation);
        told.accept(new SessionEvent.ConversationChanged(conversation.summary()));
    }

    /** A summary of a new login. */
    Conversation renewed(ConversationSummary summary) {
        Conversation known = all.get(summary.id());
        if (known == null) {
            return gained(summary);
        }
        known.renew(summary);
        tellChanged(known);
        return known;
    }

    /** Forgets all: they belong to another history. */
    List<Conversation> clear() {
        List<Conversation> forgotten = List.copyOf(all.values());
        all.clear();
        return forgotten;
    }

    /** A conversation is no longer the user's. */
    void remove(String id, GoneReason reason) {
        Conversation removed = all.remove(id);
        if (removed != null) {
            told.accept(new SessionEvent.ConversationRemoved(id, reason));
            owner.onRemoved(removed);
        }
    }

    /** The server counts so many there: told where it is news. */
    void counted(String id, int people) {
        find(id).filter(each -> each.counted(people)).ifPresent(this::tellChanged);
    }

    /** Applies an event whose turn it is. */
    void apply(Conversation conversation, Event event) {
        conversation.timeline().ifPresent(timeline -> timeline.apply(event));
        tellApplied(conversation, event);
    }

    /** An event of a page that was loaded instead of the events, or one that is in the pages only in part: all but the timeline hears of it. */
    void tellApplied(Conversation conversation, Event event) {
        ConversationSummary before = conversation.summary();
        boolean uncertain = conversation.count(event);
        if (event instanceof Event.Message message && message.author().id().equals(self)) {
            owner.onOwnMessage(message);
        }
        owner.onApplied(conversation, event);
        told.accept(new SessionEvent.EventApplied(event));
        if (!before.equals(conversation.summary())) {
            tellChanged(conversation);
        }
        if (uncertain) {
            owner.onCountUncertain(conversation);
        }
    }

    /** The timeline of a conversation that is looked at from now on. */
    Timeline newTimeline(String conversation) {
        return new Timeline(self, change -> told.accept(new SessionEvent.TimelineChanged(conversation, change)));
    }

    void tellChanged(Conversation conversation) {
        owner.onChanged(conversation);
        told.accept(new SessionEvent.ConversationChanged(conversation.summary()));
    }
}
