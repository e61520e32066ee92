package hearth.client.ui.shell;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.ui.common.Answers;
import hearth.client.ui.common.People;
import hearth.protocol.Status;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the user says of themselves to everybody. Lives on the JavaFX thread, until {@link #dispose}. */
public final class StatusViewModel {
    private final ChatSession session;
    private final People people;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Answers answers;
    private final Answers chosen;

    /** {@code chosen} hears what comes of a choice that was made outside the form. */
    StatusViewModel(Messages messages, UiThread ui, ChatSession session, People people, Answers chosen) {
        this.session = session;
        this.people = people;
        this.chosen = chosen;
        answers = new Answers(messages, ui, problem::set);
    }

    /** What the others see now; where nobody knows, as if online. */
    public Status status() {
        return people.status(people.self()).filter(now -> now != Status.OFFLINE).orElse(Status.ONLINE);
    }

    /** The words beside it. */
    public String text() {
        return people.statusText(people.self()).orElse("");
    }

    /** Says another one, with the same words. */
    public void choose(Status status) {
        chosen.hear(session.setStatus(status, words(text())), _ -> {});
    }

    /** Says this; {@code onDone} hears when that is done. */
    public void say(Status status, String text, Runnable onDone) {
        answers.hear(session.setStatus(status, words(text)), _ -> onDone.run());
    }

    private static Optional<String> words(String text) {
        return Optional.of(text.strip()).filter(given -> !given.isEmpty());
    }

    /** What went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Hears no answers any more. */
    public void dispose() {
        answers.close();
    }
}
