package hearth.client.ui.conversations;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.ui.common.Answers;
import hearth.protocol.Answer;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Visibility;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The rooms that can be seen, to join or to make one. Lives on the JavaFX thread. */
public final class RoomsViewModel {
    /** So long nothing was typed before the server is asked. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<RoomRow> rooms = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final StringProperty newName = new SimpleStringProperty("");
    private final StringProperty newTopic = new SimpleStringProperty("");
    private final BooleanProperty newPrivate = new SimpleBooleanProperty();
    private final Messages messages;
    private final ChatSession session;
    private final Consumer<ConversationSummary> onEntered;
    private final Answers answers;
    private Subscription pending = Subscription.EMPTY;
    private Runnable whenFound = () -> {};
    private int asked;

    /** Asks for the rooms at once; {@code onEntered} hears of the room that was joined or made. */
    public RoomsViewModel(
            Messages messages, UiThread ui, ChatSession session, Consumer<ConversationSummary> onEntered) {
        this.messages = messages;
        this.session = session;
        this.onEntered = onEntered;
        answers = new Answers(messages, ui, words -> {
            whenFound = () -> {};
            loading.set(false);
            problem.set(words);
        });
        query.subscribe((_, _) -> {
            whenFound = () -> {};
            loading.set(true);
            pending.unsubscribe();
            pending = ui.after(PAUSE, this::load);
        });
        load();
    }

    private void load() {
        asked++;
        int question = asked;
        loading.set(true);
        String wanted = query.get().strip();
        answers.hear(session.rooms(Optional.of(wanted).filter(text -> !text.isEmpty()), Optional.empty()), page -> {
            if (question == asked) {
                show(page);
            }
        });
    }

    private void show(Answer.RoomsPage page) {
        rooms.setAll(page.rooms().stream().map(RoomsViewModel::row).toList());
        more.set(page.more());
        problem.set("");
        loading.set(false);
        Runnable then = whenFound;
        whenFound = () -> {};
        then.run();
    }

    /** Runs this once the rooms are those that are looked for, at once where they are; never where something else is typed before. */
    public void whenFound(Runnable then) {
        if (loading.get()) {
            whenFound = then;
        } else {
            then.run();
        }
    }

    private static RoomRow row(Answer.RoomEntry room) {
        return new RoomRow(
                room.id(),
                room.name(),
                room.topic(),
                room.visibility() == Visibility.PRIVATE,
                room.members(),
                room.role().isPresent());
    }

    /** Enters a room: joins it, or where the user is in it already only shows it. */
    public void enter(RoomRow room, Consumer<String> show) {
        if (room.joined()) {
            show.accept(room.id());
        } else {
            answers.hear(session.join(new ClientFrame.RoomKey.ById(room.id())), onEntered);
        }
    }

    /** Makes the room that the fields describe, and enters it. */
    public void create() {
        String name = newName.get().strip();
        if (name.isEmpty()) {
            problem.set(messages.text("create.name.missing"));
            return;
        }
        Visibility visibility = newPrivate.get() ? Visibility.PRIVATE : Visibility.PUBLIC;
        answers.hear(session.createRoom(name, newTopic.get().strip(), visibility), onEntered);
    }

    /** Enters the room of the name in its field; where there is none, it comes to be. */
    public void enterNamed() {
        String name = newName.get().strip();
        if (name.isEmpty()) {
            problem.set(messages.text("create.name.missing"));
            return;
        }
        answers.hear(session.join(new ClientFrame.RoomKey.ByName(name)), onEntered);
    }

    /** Begins to make a room of the name that was looked for. */
    public void beginCreate() {
        whenFound = () -> {};
        problem.set("");
        newName.set(query.get().strip());
    }

    /** Forgets what is wrong. */
    public void clearProblem() {
        problem.set("");
    }

    /** Hears no answers any more. */
    public void dispose() {
        answers.close();
        pending.unsubscribe();
    }

    /** What is looked for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The rooms found. */
    public ObservableList<RoomRow> rooms() {
        return rooms;
    }

    /** Whether the rooms are not yet those that are looked for. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Whether there are more rooms than are listed. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** What went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The name of the room to make. */
    public StringProperty newNameProperty() {
        return newName;
    }

    /** The topic of the room to make. */
    public StringProperty newTopicProperty() {
        return newTopic;
    }

    /** Whether the room to make is by invitation. */
    public BooleanProperty newPrivateProperty() {
        return newPrivate;
    }
}
