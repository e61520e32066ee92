package hearth.client.session;

import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The requests that somebody waits for. One whose connection ends is sent again after the next login; then a refusal which says that the first one was done
 * counts as done. A refusal that waiting may cure goes to whoever asked, with the time to wait.
 */
final class Commands {

    /**
     * What is asked and how the answer reads.
     *
     * @param read what an answer means
     * @param whenRepeated what a refusal of a repeated request means; empty where it means just that
     */
    record Command<T>(
            LongFunction<ClientFrame.Request> request,
            Function<Answer, Outcome<T>> read,
            Function<ErrorCode, Optional<Outcome<T>>> whenRepeated) {}

    private static final int MOST = 1_000;

    private final RequestLedger ledger;
    private final ArrayDeque<Pending<?>> again = new ArrayDeque<>();
    private int unanswered;

    Commands(RequestLedger ledger) {
        this.ledger = ledger;
    }

    <T> CompletionStage<Outcome<T>> run(Command<T> command) {
        CompletableFuture<Outcome<T>> result = new CompletableFuture<>();
        if (!ledger.isOpen()) {
            result.complete(new Outcome.NotConnected<>());
        } else if (unanswered >= MOST) {
            result.complete(new Outcome.Refused<>(ErrorCode.RATE_LIMITED, OptionalLong.empty()));
        } else {
            new Pending<>(command, result).send(false);
        }
        return result;
    }

    /** A login succeeded: what was cut off goes first. */
    void onLogin() {
        for (int left = again.size(); left > 0; left--) {
            again.remove().send(true);
        }
    }

    /** The user wants no connection any more. */
    void abandon() {
        while (!again.isEmpty()) {
            again.remove().abandon();
        }
    }

    private final class Pending<T> {
        private final Command<T> command;
        private final CompletableFuture<Outcome<T>> result;

        Pending(Command<T> command, CompletableFuture<Outcome<T>> result) {
            this.command = command;
            this.result = result;
        }

        void send(boolean repeated) {
            unanswered++;
            ledger.ask(command.request(), reply -> onReply(reply, repeated));
        }

        void abandon() {
            result.complete(new Outcome.NotConnected<>());
        }

        private void onReply(Reply reply, boolean repeated) {
            unanswered--;
            switch (reply) {
                case Reply.Ended _ -> again.add(this);
                case Reply.Ok(Answer answer) -> result.complete(command.read().apply(answer));
                case Reply.Refused(ErrorCode code, OptionalLong retryAfterMs) -> {
                    Optional<Outcome<T>> meant =
                            repeated ? command.whenRepeated().apply(code) : Optional.empty();
                    result.complete(meant.orElseGet(() -> new Outcome.Refused<>(code, retryAfterMs)));
                }
            }
        }
    }
}
