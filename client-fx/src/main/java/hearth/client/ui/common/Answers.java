package hearth.client.ui.common;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.Outcome;
import hearth.protocol.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for what the session answers, and says in words why it is not what was asked for. Lives on the JavaFX thread, until {@link #close}. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Messages messages;
    private final UiThread ui;
    private final Map<ErrorCode, String> otherwise;
    private final Consumer<String> problem;
    private boolean closed;

    /** Waits for nothing yet; {@code problem} hears each sentence. */
    public Answers(Messages messages, UiThread ui, Consumer<String> problem) {
        this(messages, ui, Map.of(), problem);
    }

    /** The same, where these refusals mean something else than they do elsewhere: by the keys of their sentences. */
    public Answers(Messages messages, UiThread ui, Map<ErrorCode, String> otherwise, Consumer<String> problem) {
        this.messages = messages;
        this.ui = ui;
        this.otherwise = otherwise;
        this.problem = problem;
    }

    /** Hears what came of a command: the value where it is done. */
    public <T> void hear(CompletionStage<Outcome<T>> answer, Consumer<T> onDone) {
        answer.whenComplete((outcome, failed) -> ui.later(() -> {
            if (failed != null) {
                LOG.warn("a command was not answered", failed);
            }
            if (!closed) {
                Optional.ofNullable(outcome)
                        .ifPresentOrElse(
                                done -> settle(done, onDone), () -> problem.accept(messages.text("command.failed")));
            }
        }));
    }

    private <T> void settle(Outcome<T> outcome, Consumer<T> onDone) {
        switch (outcome) {
            case Outcome.Done<T>(var value) -> onDone.accept(value);
            case Outcome.Refused<T>(var code, var _) -> problem.accept(refused(code));
            case Outcome.NotConnected<T>() -> problem.accept(messages.text("command.not-connected"));
        }
    }

    private String refused(ErrorCode code) {
        return otherwise.containsKey(code) ? messages.text(otherwise.get(code)) : CommandWords.refused(messages, code);
    }

    /** Hears nothing any more. */
    public void close() {
        closed = true;
    }
}
