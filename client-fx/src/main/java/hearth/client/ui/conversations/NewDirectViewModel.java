package hearth.client.ui.conversations;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.store.Target;
import hearth.client.ui.common.Answers;
import hearth.client.ui.common.People;
import hearth.protocol.ConversationSummary;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The people one can write to, found by name. Lives on the JavaFX thread. */
public final class NewDirectViewModel implements PersonPicker.Model {
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ChatSession session;
    private final Consumer<ConversationSummary> onEntered;
    private final PersonFinder finder;
    private final Answers answers;

    /** Offers everybody who was heard of but the user; {@code onEntered} hears of the conversation that was opened. */
    public NewDirectViewModel(
            Messages messages,
            UiThread ui,
            ChatSession session,
            People people,
            Consumer<ConversationSummary> onEntered) {
        this.session = session;
        this.onEntered = onEntered;
        finder = new PersonFinder(people, messages.locale(), _ -> true, _ -> "");
        answers = new Answers(messages, ui, problem::set);
    }

    @Override
    public void choose(PersonRow person) {
        answers.hear(session.openDirect(new Target.Person(person.name(), Optional.of(person.id()))), onEntered);
    }

    /** Opens the conversation with whoever is called exactly as the field says. */
    public void openTyped() {
        String name = queryProperty().get().strip();
        if (!name.isEmpty()) {
            answers.hear(session.openDirect(new Target.Person(name)), onEntered);
        }
    }

    /** Looks for nobody any more. */
    public void dispose() {
        finder.dispose();
        answers.close();
    }

    @Override
    public StringProperty queryProperty() {
        return finder.queryProperty();
    }

    @Override
    public ObservableList<PersonRow> found() {
        return finder.found();
    }

    @Override
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
