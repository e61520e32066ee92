package hearth.server.hub;

import hearth.protocol.Capability;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.server.history.StorageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Welcomes a connection: with as much as fits into one frame, and the rest in more frames whenever the queue to it has drained. */
final class Welcomes {
    /** What works on this server. */
    static final Set<Capability> CAPABILITIES = Set.of(
            Capability.ROOMS,
            Capability.DIRECT,
            Capability.HISTORY,
            Capability.SEARCH,
            Capability.PRESENCE,
            Capability.TYPING,
            Capability.READ,
            Capability.EDIT,
            Capability.REACT,
            Capability.REPLY);

    private final Workings workings;
    private final Summaries summaries;
    private final PresenceBoard presence;
    private final UndoJournal journal;
    private final int replyBytes;

    Welcomes(Workings workings, Summaries summaries, PresenceBoard presence, UndoJournal journal) {
        this.workings = workings;
        this.summaries = summaries;
        this.presence = presence;
        this.journal = journal;
        replyBytes = workings.parts().settings().limits().replyBytes();
    }

    /** Who this server is. */
    ServerInfo server() {
        HubSettings settings = workings.parts().settings();
        return new ServerInfo(
                workings.parts().store().serverId(),
                workings.parts().store().epoch(),
                settings.name(),
                settings.version());
    }

    /** Welcomes a session that has just logged in; its subscriptions begin with the summaries that it is sent. */
    void welcome(Turn turn, Optional<String> token) throws StorageException {
        WelcomeRest rest = new WelcomeRest(journal);
        turn.user().conversations().forEach(rest::add);
        workings.sessions().onlineUsers().stream()
                .flatMap(id -> workings.chat().people().byId(id).stream())
                .map(presence::of)
                .forEach(rest::add);

        ServerFrame.Welcome empty = frame(turn, token, List.of(), List.of(), true);
        Space space =
                new Space(replyBytes - workings.outgoing().codec().encode(empty).length());
        List<ConversationSummary> conversations = takeConversations(turn, rest, space);
        List<PresenceEntry> people = rest.conversations().isEmpty() ? takePeople(rest, space) : List.of();

        workings.outgoing().admit(turn.session());
        workings.outgoing().send(turn.session(), frame(turn, token, conversations, people, !rest.isEmpty()));
        if (!rest.isEmpty()) {
            workings.sessions().owe(turn.session(), Optional.of(rest));
            workings.outgoing().tellWhenDrained(turn.session());
        }
    }

    /** Sends the next part of the rest of a welcome, about as much as one frame may hold. */
    void goOn(Session session, User user) throws StorageException {
        if (session.welcomeRest().isEmpty()) {
            return;
        }
        WelcomeRest rest = session.welcomeRest().get();
        int sent = 0;
        do {
            sent += rest.conversations().isEmpty() ? sendPeople(session, rest) : sendConversation(session, user, rest);
        } while (!rest.isEmpty() && sent < replyBytes);
        if (rest.isEmpty()) {
            workings.sessions().owe(session, Optional.empty());
        } else {
            workings.outgoing().tellWhenDrained(session);
        }
    }

    private int sendConversation(Session session, User user, WelcomeRest rest) throws StorageException {
        String next = rest.conversations().first();
        ConversationSummary summary =
                summaries.of(workings.chat().conversations().existing(next), user);
        rest.remove(next);
        workings.sessions().subscribe(session, next);
        return workings.outgoing().send(session, new ServerFrame.Gained(summary, !rest.isEmpty()));
    }

    private int sendPeople(Session session, WelcomeRest rest) {
        List<PresenceEntry> people = takePeople(rest, new Space(replyBytes - Space.ENVELOPE_BYTES));
        return workings.outgoing().send(session, new ServerFrame.Presence(people, !rest.isEmpty()));
    }

    private List<ConversationSummary> takeConversations(Turn turn, WelcomeRest rest, Space space)
            throws StorageException {
        List<ConversationSummary> taken = new ArrayList<>();
        for (String id : List.copyOf(rest.conversations())) {
            ConversationSummary summary =
                    summaries.of(workings.chat().conversations().existing(id), turn.user());
            if (!space.take(workings.outgoing().codec().encodedLength(summary))) {
                break;
            }
            taken.add(summary);
            rest.remove(id);
            workings.sessions().subscribe(turn.session(), id);
        }
        return taken;
    }

    private List<PresenceEntry> takePeople(WelcomeRest rest, Space space) {
        List<PresenceEntry> taken = new ArrayList<>();
        for (PresenceEntry entry : List.copyOf(rest.people().values())) {
            if (!space.take(workings.outgoing().codec().encodedLength(entry))) {
                break;
            }
            taken.add(entry);
            rest.remove(entry);
        }
        return taken;
    }

    private ServerFrame.Welcome frame(
            Turn turn,
            Optional<String> token,
            Collection<ConversationSummary> conversations,
            Collection<PresenceEntry> people,
            boolean more) {
        HubSettings settings = workings.parts().settings();
        Limits limits = settings.limits();
        User user = turn.user();
        return new ServerFrame.Welcome(
                turn.re(),
                server(),
                new ServerFrame.Self(user.id(), user.name(), user.role()),
                Math.toIntExact(settings.heartbeat().toMillis()),
                limits,
                CAPABILITIES,
                settings.alternates().get(),
                List.copyOf(conversations),
                List.copyOf(people),
                token,
                more);
    }
}
