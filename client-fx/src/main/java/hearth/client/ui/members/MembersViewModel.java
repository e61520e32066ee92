package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.ListSync;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.protocol.Answer;
import hearth.protocol.Status;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who is in the conversation that is shown, those who are online first. Lives on the JavaFX thread. */
public final class MembersViewModel {
    private final Map<String, List<Answer.MemberEntry>> members = new HashMap<>();
    private final ObservableList<MemberRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final Messages messages;
    private final People people;
    private final Consumer<String> onWrite;
    private final Comparator<MemberRow.Person> order;
    private Offers offers = Offers.ALL;
    private Optional<String> shown = Optional.empty();

    /** Nobody yet; {@code onWrite} opens the direct conversation with the user of this id. */
    public MembersViewModel(Messages messages, People people, Consumer<String> onWrite) {
        this.messages = messages;
        this.people = people;
        this.onWrite = onWrite;
        Collator collator = Collator.getInstance(messages.locale());
        order = Comparator.comparing((MemberRow.Person person) -> person.role())
                .reversed()
                .thenComparing(MemberRow.Person::name, collator::compare);
    }

    /** These are the members of a conversation; drawn at the next {@link #refresh}. */
    public void onMembers(String conversation, List<Answer.MemberEntry> entries) {
        members.put(conversation, entries);
        entries.forEach(entry -> people.meet(entry.id(), entry.name()));
    }

    /** Shows the members of this conversation at the next {@link #refresh}. */
    public void show(Optional<String> conversation) {
        shown = conversation;
    }

    /** A conversation is gone. */
    public void onRemoved(String conversation) {
        members.remove(conversation);
    }

    /** Offers no more than this from now on. */
    public void setOffers(Offers now) {
        offers = now;
    }

    /** Looks again: once after each batch of news. */
    public void refresh() {
        List<MemberRow.Person> persons = shown.map(members::get).orElse(List.of()).stream()
                .map(this::person)
                .sorted(order)
                .toList();
        List<MemberRow> wanted = new ArrayList<>();
        if (!people.known()) {
            wanted.add(new MemberRow.Hint(messages.text("people.unknown")));
            wanted.addAll(persons);
        } else {
            section(
                    "people.online",
                    persons.stream().filter(MembersViewModel::here).toList(),
                    wanted);
            section(
                    "people.offline",
                    persons.stream().filter(person -> !here(person)).toList(),
                    wanted);
        }
        ListSync.apply(rows, wanted);
        count.set(persons.size());
    }

    private MemberRow.Person person(Answer.MemberEntry entry) {
        return new MemberRow.Person(
                entry.id(),
                entry.name(),
                entry.role(),
                people.status(entry.id()),
                people.statusText(entry.id()).orElse(""),
                entry.id().equals(people.self()));
    }

    private static boolean here(MemberRow.Person person) {
        return person.status().filter(Status.OFFLINE::equals).isEmpty();
    }

    private void section(String key, List<MemberRow.Person> persons, List<MemberRow> wanted) {
        if (!persons.isEmpty()) {
            wanted.add(new MemberRow.Head(messages.text(key, persons.size())));
            wanted.addAll(persons);
        }
    }

    /** Whether one can write to this person privately; to oneself nobody does. */
    boolean mayWrite(MemberRow.Person person) {
        return offers.directs() && !person.self();
    }

    /** Writes to somebody privately, where that can be. */
    public void write(MemberRow.Person person) {
        if (mayWrite(person)) {
            onWrite.accept(person.id());
        }
    }

    /** The rows. */
    public ObservableList<MemberRow> rows() {
        return rows;
    }

    /** How many members there are. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }
}
