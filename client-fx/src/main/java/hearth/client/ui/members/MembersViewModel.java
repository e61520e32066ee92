package hearth.client.ui.members;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.ListSync;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import hearth.protocol.Status;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who is in the conversation that is shown, those who are online first. Lives on the JavaFX thread. */
public final class MembersViewModel {
    private final Map<String, List<Answer.MemberEntry>> members = new HashMap<>();
    private final ObservableList<MemberRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Powers> powers = new ReadOnlyObjectWrapper<>(Powers.NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Messages messages;
    private final People people;
    private final Comparator<MemberRow.Person> order;
    private Offers offers = Offers.ALL;
    private Optional<ConversationSummary> shown = Optional.empty();

    /** Nobody yet. */
    public MembersViewModel(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
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

    /** Shows the members of this conversation, in which the user may do this, at the next {@link #refresh}. */
    public void show(Optional<ConversationSummary> conversation, Powers granted) {
        shown = conversation;
        powers.set(granted);
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
        List<MemberRow.Person> persons =
                present().stream().map(this::person).sorted(order).toList();
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
        revision.set(revision.get() + 1);
    }

    private List<Answer.MemberEntry> present() {
        return shown.map(ConversationSummary::id).map(members::get).orElse(List.of());
    }

    /** Who this is, as far as anybody knows, and what the user may do with them here. */
    public PersonCard card(String id, String name) {
        boolean self = id.equals(people.self());
        Optional<String> room = shown.flatMap(conversation ->
                conversation.title() instanceof ConversationSummary.Room(var called, var _, var _, var _)
                        ? Optional.of(called)
                        : Optional.empty());
        Optional<Role> role = room.isEmpty()
                ? Optional.empty()
                : present().stream()
                        .filter(entry -> entry.id().equals(id))
                        .map(Answer.MemberEntry::role)
                        .findFirst();
        return new PersonCard(
                id,
                people.name(id).orElse(name),
                people.status(id),
                people.statusText(id).orElse(""),
                role.filter(_ -> offers.roomCare()),
                room.orElse(""),
                self,
                offers.directs() && !self,
                self ? List.of() : role.map(powers.get()::against).orElse(List.of()));
    }

    /** The ids of those who are in the conversation that is shown. */
    public Set<String> ids() {
        return present().stream().map(Answer.MemberEntry::id).collect(Collectors.toUnmodifiableSet());
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

    /** The rows. */
    public ObservableList<MemberRow> rows() {
        return rows;
    }

    /** How many members there are. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What the user may do here. */
    public ReadOnlyObjectProperty<Powers> powersProperty() {
        return powers.getReadOnlyProperty();
    }

    /** Moves whenever something here may be another. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
