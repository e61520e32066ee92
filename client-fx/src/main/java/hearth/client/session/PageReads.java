package hearth.client.session;

import hearth.client.link.Abilities;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

/** The lists that the user asks the server for: one request at a time, and none without a connection. Session thread only. */
final class PageReads {
    private final SessionCore core;

    PageReads(SessionCore core) {
        this.core = core;
    }

    CompletionStage<Outcome<Answer.RoomsPage>> rooms(Optional<String> query, Optional<String> after) {
        return read(id -> new ClientFrame.Rooms(id, query, after, pageLimit()), Answer.RoomsPage.class);
    }

    CompletionStage<Outcome<Answer.BansPage>> bans(String conversation, Optional<String> after) {
        return read(id -> new ClientFrame.Bans(id, conversation, after, pageLimit()), Answer.BansPage.class);
    }

    CompletionStage<Outcome<Answer.HistoryPage>> history(String conversation, ClientFrame.Place place, int limit) {
        return remembered(conversation, place, limit)
                .<CompletionStage<Outcome<Answer.HistoryPage>>>map(
                        page -> CompletableFuture.completedFuture(new Outcome.Done<>(page)))
                .orElseGet(() -> read(
                        id -> new ClientFrame.History(id, conversation, place, OptionalInt.of(limit)),
                        Answer.HistoryPage.class));
    }

    /** A page for which a server is not asked that cannot tell all that was said. */
    private Optional<Answer.HistoryPage> remembered(String conversation, ClientFrame.Place place, int limit) {
        return core.standing().abilities().has(Abilities.Trait.ACKNOWLEDGEMENTS)
                ? Optional.empty()
                : core.conversations()
                        .find(conversation)
                        .flatMap(found -> core.cache().page(found, place, limit));
    }

    /** The members of a conversation, page after page, as one. */
    CompletionStage<Outcome<Answer.MembersPage>> members(String conversation) {
        CompletableFuture<Outcome<Answer.MembersPage>> result = new CompletableFuture<>();
        if (core.ledger().isOpen()) {
            core.memberPages().collect(conversation, result::complete);
        } else {
            result.complete(new Outcome.NotConnected<>());
        }
        return result;
    }

    private OptionalInt pageLimit() {
        return OptionalInt.of(core.standing().limits().historyPage());
    }

    private <T extends Answer> CompletionStage<Outcome<T>> read(
            LongFunction<ClientFrame.Request> request, Class<T> kind) {
        CompletableFuture<Outcome<T>> result = new CompletableFuture<>();
        if (core.ledger().isOpen()) {
            core.bulk().add(new BulkQueue.Read(request, reply -> result.complete(outcome(reply, kind)), true));
        } else {
            result.complete(new Outcome.NotConnected<>());
        }
        return result;
    }

    private static <T extends Answer> Outcome<T> outcome(Reply reply, Class<T> kind) {
        return switch (reply) {
            case Reply.Ok(Answer answer) when kind.isInstance(answer) -> new Outcome.Done<>(kind.cast(answer));
            case Reply.Ok _ -> new Outcome.Refused<>(ErrorCode.INTERNAL, OptionalLong.empty());
            case Reply.Refused(var code, var retryAfterMs) -> new Outcome.Refused<>(code, retryAfterMs);
            case Reply.Ended _ -> new Outcome.NotConnected<>();
        };
    }
}
