package hearth.client.session;

import hearth.client.session.Commands.Command;
import hearth.client.store.Target;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ClientFrame.RoomKey;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** What the user asks of conversations. Session thread only. */
final class RoomCommands {
    private final Commands commands;
    private final Conversations conversations;

    RoomCommands(Commands commands, Conversations conversations) {
        this.commands = commands;
        this.conversations = conversations;
    }

    CompletionStage<Outcome<ConversationSummary>> createRoom(String name, String topic, Visibility visibility) {
        Optional<String> given = topic.isEmpty() ? Optional.empty() : Optional.of(topic);
        return entered(id -> new ClientFrame.CreateRoom(id, name, given, visibility), _ -> Optional.empty());
    }

    CompletionStage<Outcome<ConversationSummary>> join(RoomKey room) {
        return entered(
                id -> new ClientFrame.Join(id, room),
                code -> code == ErrorCode.ALREADY_MEMBER
                        ? find(room).map(known -> new Outcome.Done<>(known.summary()))
                        : Optional.empty());
    }

    CompletionStage<Outcome<ConversationSummary>> openDirect(Target.Person with) {
        return entered(id -> new ClientFrame.OpenDirect(id, OutboxLane.key(with)), _ -> Optional.empty());
    }

    CompletionStage<Outcome<Void>> leave(String conversation) {
        return done(
                id -> new ClientFrame.Leave(id, new RoomKey.ById(conversation)),
                code -> code == ErrorCode.NOT_MEMBER || code == ErrorCode.UNKNOWN_CONVERSATION);
    }

    CompletionStage<Outcome<Void>> invite(String conversation, String user) {
        return done(
                id -> new ClientFrame.Invite(id, conversation, user, Optional.empty()),
                code -> code == ErrorCode.ALREADY_MEMBER);
    }

    CompletionStage<Outcome<Void>> remove(String conversation, String user, boolean ban, Optional<String> reason) {
        return done(
                id -> ban
                        ? new ClientFrame.Ban(id, conversation, user, reason)
                        : new ClientFrame.Kick(id, conversation, user, reason),
                code -> code == ErrorCode.NOT_MEMBER);
    }

    CompletionStage<Outcome<Void>> unban(String conversation, String user) {
        return done(id -> new ClientFrame.Unban(id, conversation, user, Optional.empty()), _ -> false);
    }

    CompletionStage<Outcome<Void>> mute(String conversation, String user, Duration time) {
        return done(id -> new ClientFrame.Mute(id, conversation, user, time.toSeconds()), _ -> false);
    }

    CompletionStage<Outcome<Void>> setRoom(
            String conversation, Optional<String> name, Optional<String> topic, Optional<Visibility> visibility) {
        return done(id -> new ClientFrame.SetRoom(id, conversation, name, topic, visibility), _ -> false);
    }

    CompletionStage<Outcome<Void>> deleteRoom(String conversation) {
        return done(id -> new ClientFrame.DeleteRoom(id, conversation), code -> code == ErrorCode.UNKNOWN_CONVERSATION);
    }

    CompletionStage<Outcome<Void>> setRole(String conversation, String user, Role role) {
        return done(id -> new ClientFrame.SetRole(id, conversation, user, role), _ -> false);
    }

    CompletionStage<Outcome<Void>> setStatus(Status status, Optional<String> text) {
        return done(id -> new ClientFrame.SetStatus(id, status, text), _ -> false);
    }

    private Optional<Conversation> find(RoomKey room) {
        return switch (room) {
            case RoomKey.ById(String conversation) -> conversations.find(conversation);
            case RoomKey.ByName(String name) -> conversations.room(name);
        };
    }

    /** The conversation is known before whoever asked hears that it is there. */
    private CompletionStage<Outcome<ConversationSummary>> entered(
            LongFunction<ClientFrame.Request> request,
            Function<ErrorCode, Optional<Outcome<ConversationSummary>>> whenRepeated) {
        return commands.run(new Command<>(
                request,
                answer -> answer instanceof Answer.Entered(ConversationSummary summary)
                        ? new Outcome.Done<>(conversations.gained(summary).summary())
                        : misunderstood(),
                whenRepeated));
    }

    private CompletionStage<Outcome<Void>> done(
            LongFunction<ClientFrame.Request> request, Predicate<ErrorCode> doneBefore) {
        return commands.run(new Command<>(
                request,
                _ -> new Outcome.Done<>(null),
                code -> doneBefore.test(code) ? Optional.of(new Outcome.Done<>(null)) : Optional.empty()));
    }

    private static <T> Outcome<T> misunderstood() {
        return new Outcome.Refused<>(ErrorCode.INTERNAL, OptionalLong.empty());
    }
}
