package hearth.client.console;

import hearth.client.link.Missed;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.store.Work;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import java.util.Locale;
import java.util.Optional;

/** What a session tells, as a line of output, where there is one for it. Session thread only. */
final class EventLines {
    private final KnownNames names;
    private String self = "";

    EventLines(KnownNames names) {
        this.names = names;
    }

    /** Who the user is: a message is own by this id. */
    void become(String user) {
        self = user;
    }

    Optional<OutputLine> of(SessionEvent event) {
        return switch (event) {
            case SessionEvent.StateChanged(ConnectionState state) -> Optional.of(new OutputLine.State(name(state)));
            case SessionEvent.EventApplied(Event applied) -> of(applied);
            case SessionEvent.OutboxChanged changed -> Optional.of(outbox(changed));
            case SessionEvent.Noticed(SessionEvent.Notice notice, String detail) ->
                Optional.of(new OutputLine.Notice(sentence(notice) + " (" + detail + ")"));
            default -> Optional.empty();
        };
    }

    /** Something that waits for the user to decide. */
    OutputLine of(Unsent.Entry entry) {
        SessionEvent.OutboxChanged last = entry.last();
        String where = names.byId(names.present(last.conversation()))
                .map(KnownNames::name)
                .orElse("");
        return new OutputLine.Unsent(entry.number(), where, outbox(last));
    }

    private static OutputLine.Outbox outbox(SessionEvent.OutboxChanged changed) {
        return new OutputLine.Outbox(
                changed.clientId(),
                work(changed.work()),
                changed.text(),
                changed.state().name().toLowerCase(Locale.ROOT),
                changed.reason().map(ErrorCode::wire));
    }

    /** A message of history. */
    Optional<OutputLine> ofHistory(Event.Message message) {
        return names.byId(message.conversation()).map(where -> message(where, message, true));
    }

    private Optional<OutputLine> of(Event event) {
        return names.byId(event.conversation()).flatMap(where -> of(where, event));
    }

    private Optional<OutputLine> of(ConversationSummary where, Event event) {
        String name = KnownNames.name(where);
        return switch (event) {
            case Event.Message message -> Optional.of(message(where, message, false));
            case Event.Edited edited -> Optional.of(new OutputLine.Edited(name, edited.target(), edited.text()));
            case Event.Deleted deleted -> Optional.of(new OutputLine.Deleted(name, deleted.target()));
            case Event.Joined joined ->
                Optional.of(new OutputLine.Joined(name, joined.user().name()));
            case Event.Left left ->
                Optional.of(new OutputLine.Left(name, left.user().name()));
            case Event.Unknown unknown when Missed.is(unknown) -> Optional.of(new OutputLine.Missed(name));
            case Event.Reacted _, Event.Changed _, Event.Unknown _ -> Optional.empty();
        };
    }

    private OutputLine message(ConversationSummary where, Event.Message message, boolean history) {
        return new OutputLine.Message(
                KnownNames.name(where),
                where.kind().wire(),
                message.author().name(),
                message.text(),
                message.author().id().equals(self),
                message.seq(),
                history);
    }

    private static String work(Work work) {
        return switch (work) {
            case Work.Post _ -> "post";
            case Work.Edit _ -> "edit";
            case Work.Delete _ -> "delete";
            case Work.React _ -> "react";
        };
    }

    private static String name(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Offline _ -> "OFFLINE";
            case ConnectionState.Connecting _ -> "CONNECTING";
            case ConnectionState.LoggingIn _ -> "LOGGING_IN";
            case ConnectionState.Syncing _ -> "SYNCING";
            case ConnectionState.Online _ -> "ONLINE";
            case ConnectionState.Stale _ -> "STALE";
            case ConnectionState.Waiting _ -> "WAITING";
            case ConnectionState.Refused _ -> "REFUSED";
        };
    }

    private static String sentence(SessionEvent.Notice notice) {
        return switch (notice) {
            case STORE_FAILED -> "The local file cannot be written: unsent messages would not survive.";
            case SERVER_READ_ONLY -> "The server cannot store anything now; it is tried again.";
            case RATE_LIMITED -> "The server asks for a pause; it is tried again.";
            case MUTED -> "A moderator has muted you there; what you did is sent once that ends, be it tomorrow.";
            case HISTORY_REPLACED -> "The server was set back to an earlier state: changes that waited are not done.";
            case CACHE_REBUILT -> "The local copy of the messages was damaged, and is made anew.";
            case CACHE_FAILED -> "No local copy of the messages can be kept.";
            case PROTOCOL_BROKEN -> "The server ended the connection for something that was sent.";
        };
    }
}
