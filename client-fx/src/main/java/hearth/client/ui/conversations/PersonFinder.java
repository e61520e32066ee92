package hearth.client.ui.conversations;

import hearth.client.ui.common.ListSync;
import hearth.client.ui.common.NameMatch;
import hearth.client.ui.common.People;
import hearth.protocol.PresenceEntry;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** Finds people by what is typed of their names, and keeps up with who is there. Lives on the JavaFX thread, until {@link #dispose}. */
final class PersonFinder {
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PersonRow> found = FXCollections.observableArrayList();
    private final People people;
    private final Predicate<String> wanted;
    private final UnaryOperator<String> note;
    private final Collator collator;
    private final Subscription watched;

    /**
     * Finds everybody who was heard of but the user.
     *
     * @param wanted whether somebody with this id is offered
     * @param note what was done with somebody of this id already
     */
    PersonFinder(People people, Locale locale, Predicate<String> wanted, UnaryOperator<String> note) {
        this.people = people;
        this.wanted = wanted;
        this.note = note;
        collator = Collator.getInstance(locale);
        watched = Subscription.combine(
                query.subscribe(_ -> refresh()), people.revisionProperty().subscribe(_ -> refresh()));
    }

    /** Looks again. */
    void refresh() {
        List<PersonRow> matching = people.everybody().stream()
                .filter(person -> !person.id().equals(people.self()))
                .filter(person -> wanted.test(person.id()))
                .filter(person -> NameMatch.of(query.get(), person.name()).isPresent())
                .map(this::row)
                .sorted(Comparator.comparing(PersonRow::name, collator::compare))
                .toList();
        ListSync.apply(found, matching);
    }

    private PersonRow row(PresenceEntry person) {
        return new PersonRow(person.id(), person.name(), people.status(person.id()), note.apply(person.id()));
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<PersonRow> found() {
        return found;
    }

    void dispose() {
        watched.unsubscribe();
    }
}
