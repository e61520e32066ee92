package hearth.client.ui.conversations;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.session.Outcome;
import hearth.client.store.Target;
import hearth.client.ui.common.CommandWords;
import hearth.client.ui.common.ListSync;
import hearth.client.ui.common.People;
import hearth.protocol.ConversationSummary;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The people one can write to, found by name. Lives on the JavaFX thread. */
public final class NewDirectViewModel {
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PersonRow> found = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Messages messages;
    private final UiThread ui;
    private final ChatSession session;
    private final People people;
    private final Consumer<ConversationSummary> onEntered;
    private final Subscription watched;

    /** Offers everybody who was heard of but the user; {@code onEntered} hears of the conversation that was opened. */
    public NewDirectViewModel(
            Messages messages,
            UiThread ui,
            ChatSession session,
            People people,
            Consumer<ConversationSummary> onEntered) {
        this.messages = messages;
        this.ui = ui;
        this.session = session;
        this.people = people;
        this.onEntered = onEntered;
        watched = Subscription.combine(
                query.subscribe(this::filter), people.revisionProperty().subscribe(this::filter));
        filter();
    }

    private void filter() {
        String wanted = fold(query.get().strip());
        Collator collator = Collator.getInstance(messages.locale());
        List<PersonRow> matching = people.everybody().stream()
                .filter(person -> !person.id().equals(people.self()))
                .filter(person -> fold(person.name()).contains(wanted))
                .map(person -> new PersonRow(person.id(), person.name(), people.status(person.id())))
                .sorted(Comparator.comparing(PersonRow::name, collator::compare))
                .toList();
        ListSync.apply(found, matching);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Opens the conversation with this person. */
    public void open(PersonRow person) {
        hear(session.openDirect(new Target.Person(person.name(), Optional.of(person.id()))));
    }

    /** Opens the conversation with whom the field names: the first who was found, else whoever is called exactly so. */
    public void openTyped() {
        if (!found.isEmpty()) {
            open(found.getFirst());
        } else if (!query.get().isBlank()) {
            hear(session.openDirect(new Target.Person(query.get().strip())));
        }
    }

    private void hear(CompletionStage<Outcome<ConversationSummary>> opening) {
        opening.thenAccept(outcome -> ui.later(() -> settle(outcome)));
    }

    private void settle(Outcome<ConversationSummary> outcome) {
        switch (outcome) {
            case Outcome.Done<ConversationSummary>(var conversation) -> onEntered.accept(conversation);
            case Outcome.Refused<ConversationSummary>(var code, var _) ->
                problem.set(CommandWords.refused(messages, code));
            case Outcome.NotConnected<ConversationSummary>() -> problem.set(messages.text("command.not-connected"));
        }
    }

    /** Looks for nobody any more. */
    public void dispose() {
        watched.unsubscribe();
    }

    /** The name that is looked for, or a part of it. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Who was found, by name. */
    public ObservableList<PersonRow> found() {
        return found;
    }

    /** What went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
