package hearth.client.ui.conversations;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.store.Target;
import hearth.client.ui.common.Answers;
import hearth.client.ui.common.ListSync;
import hearth.client.ui.common.NameMatch;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The rooms and people that one can jump to by typing a part of their name. Lives on the JavaFX thread, until {@link #dispose}. */
public final class SwitcherViewModel {
    /** So long nothing was typed before the server is asked for rooms. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String PEOPLE_ONLY = "@";
    private static final String ROOMS_ONLY = "#";

    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<SwitchRow> found = FXCollections.observableArrayList();
    private final UiThread ui;
    private final ChatSession session;
    private final Place place;
    private final Consumer<String> onChosen;
    private final Consumer<ConversationSummary> onEntered;
    private final Answers answers;
    private final Subscription watched;
    private List<Answer.RoomEntry> openRooms = List.of();
    private Subscription pending = Subscription.EMPTY;

    /** Where one jumps: what there is. */
    public record Place(ConversationsViewModel conversations, People people, Offers offers) {}

    /**
     * Offers everything.
     *
     * @param onChosen hears the id of the conversation that is to be shown
     * @param onEntered hears of one that was opened for that
     */
    public SwitcherViewModel(
            Messages messages,
            UiThread ui,
            ChatSession session,
            Place place,
            Consumer<String> onChosen,
            Consumer<ConversationSummary> onEntered) {
        this.ui = ui;
        this.session = session;
        this.place = place;
        this.onChosen = onChosen;
        this.onEntered = onEntered;
        answers = new Answers(messages, ui, problem::set);
        watched = Subscription.combine(
                query.subscribe(_ -> onTyped()),
                place.people().revisionProperty().subscribe(_ -> filter()),
                place.conversations().rows().subscribe(this::filter));
    }

    private void onTyped() {
        problem.set("");
        filter();
        pending.unsubscribe();
        if (place.offers().roomCare() && !typed().isEmpty() && !query.get().startsWith(PEOPLE_ONLY)) {
            pending = ui.after(PAUSE, this::ask);
        }
    }

    private void ask() {
        answers.hear(session.rooms(Optional.of(typed()), Optional.empty()), page -> {
            openRooms =
                    page.rooms().stream().filter(room -> room.role().isEmpty()).toList();
            filter();
        });
    }

    /** What is looked for, without the sign that says of what kind it is. */
    private String typed() {
        String text = query.get().strip();
        return text.startsWith(PEOPLE_ONLY) || text.startsWith(ROOMS_ONLY)
                ? text.substring(1).strip()
                : text;
    }

    private void filter() {
        boolean noRooms = query.get().startsWith(PEOPLE_ONLY);
        boolean noPeople = query.get().startsWith(ROOMS_ONLY);
        // The sort is stable: of those that fit alike, what stands higher in the sidebar stands higher here.
        List<SwitchRow> wanted = Stream.of(conversations(), persons(), openRooms())
                .flatMap(each -> each)
                .filter(row -> row.isPerson() ? !noPeople : !noRooms)
                .sorted(Comparator.comparing((SwitchRow row) -> row.match().how())
                        .thenComparing(row -> row.goal() == SwitchRow.Goal.OPEN_ROOM))
                .toList();
        ListSync.apply(found, wanted);
    }

    private Stream<SwitchRow> conversations() {
        return place.conversations().rows().stream()
                .flatMap(row -> row instanceof SidebarRow.Conversation conversation
                        ? match(conversation.title())
                                .map(match -> new SwitchRow(
                                        switch (conversation.kind()) {
                                            case LOBBY, ROOM -> SwitchRow.Goal.ROOM;
                                            case PRIVATE_ROOM -> SwitchRow.Goal.PRIVATE_ROOM;
                                            case DIRECT -> SwitchRow.Goal.DIRECT;
                                        },
                                        conversation.id(),
                                        conversation.userId(),
                                        conversation.title(),
                                        match,
                                        conversation.status()))
                                .stream()
                        : Stream.empty());
    }

    private Stream<SwitchRow> persons() {
        if (!place.offers().directs()) {
            return Stream.empty();
        }
        People people = place.people();
        Set<String> written = new HashSet<>(Set.of(people.self()));
        place.conversations().rows().forEach(row -> {
            if (row instanceof SidebarRow.Conversation conversation) {
                written.add(conversation.userId());
            }
        });
        return people.everybody().stream()
                .filter(person -> !person.id().isEmpty() && !written.contains(person.id()))
                .sorted(Comparator.comparing(person -> person.name()))
                .flatMap(person -> match(person.name())
                        .map(match -> new SwitchRow(
                                SwitchRow.Goal.PERSON,
                                person.id(),
                                person.id(),
                                person.name(),
                                match,
                                people.status(person.id())))
                        .stream());
    }

    private Stream<SwitchRow> openRooms() {
        return openRooms.stream()
                .filter(room -> !typed().isEmpty()
                        && place.conversations().find(room.id()).isEmpty())
                .flatMap(room -> match(room.name())
                        .map(match -> new SwitchRow(
                                SwitchRow.Goal.OPEN_ROOM, room.id(), "", room.name(), match, Optional.empty()))
                        .stream());
    }

    private Optional<NameMatch> match(String name) {
        return NameMatch.of(typed(), name);
    }

    /** Jumps there: a person's direct conversation comes to be where there is none, and an open room is joined. */
    public void choose(SwitchRow row) {
        switch (row.goal()) {
            case ROOM, PRIVATE_ROOM, DIRECT -> onChosen.accept(row.id());
            case PERSON ->
                answers.hear(session.openDirect(new Target.Person(row.title(), Optional.of(row.id()))), onEntered);
            case OPEN_ROOM -> answers.hear(session.join(new ClientFrame.RoomKey.ById(row.id())), onEntered);
        }
    }

    /** What is looked for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What was found, best first. */
    public ObservableList<SwitchRow> found() {
        return found;
    }

    /** What went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Looks for nothing any more. */
    public void dispose() {
        watched.unsubscribe();
        pending.unsubscribe();
        answers.close();
    }
}
