package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.fx.ManualUiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final ManualUiThread ui = new ManualUiThread();
    private final List<String> said = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Answers answers = new Answers(Messages.in(Locale.UK), ui, said::add);

    @Test
    void aCommandThatFailsIsSaidToo() {
        answers.hear(
                CompletableFuture.<Outcome<String>>failedFuture(new IllegalStateException("told to fail")), done::add);
        ui.runAll();
        assertThat(said).containsExactly("Hearth could not do it. The log in its data folder says why.");
        assertThat(done).isEmpty();
    }

    @Test
    void whoeverHasGoneHearsNothing() {
        CompletableFuture<Outcome<String>> answer = new CompletableFuture<>();
        answers.hear(answer, done::add);
        answer.complete(new Outcome.Done<>("late"));
        answers.close();
        ui.runAll();
        assertThat(said).isEmpty();
        assertThat(done).isEmpty();
    }
}
