package hearth.client.ui.shell;

import hearth.client.session.ChatSession;
import hearth.client.ui.common.Answers;
import hearth.client.ui.common.People;
import hearth.protocol.Status;
import java.util.Optional;

/** What the user says of themselves to everybody. Lives on the JavaFX thread. */
public final class StatusViewModel {
    private final ChatSession session;
    private final People people;
    private final Answers answers;

    StatusViewModel(ChatSession session, People people, Answers answers) {
        this.session = session;
        this.people = people;
        this.answers = answers;
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
        say(status, text());
    }

    /** Says this. */
    public void say(Status status, String text) {
        Optional<String> words = Optional.of(text.strip()).filter(given -> !given.isEmpty());
        answers.hear(session.setStatus(status, words), _ -> {});
    }
}
