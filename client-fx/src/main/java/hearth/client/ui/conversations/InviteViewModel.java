package hearth.client.ui.conversations;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.ui.common.Answers;
import hearth.client.ui.common.People;
import hearth.protocol.ErrorCode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The people who can be brought into a room. Lives on the JavaFX thread. */
public final class InviteViewModel implements PersonPicker.Model {
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Set<String> invited = new HashSet<>();
    private final ChatSession session;
    private final Room room;
    private final PersonFinder finder;
    private final Answers answers;

    /** A room: its id, what it is called, and the ids of those who are in it. */
    public record Room(String id, String name, Set<String> members) {}

    /** Offers everybody who was heard of, and is not in the room. */
    public InviteViewModel(Messages messages, UiThread ui, ChatSession session, People people, Room room) {
        this.session = session;
        this.room = room;
        finder = new PersonFinder(
                people,
                messages.locale(),
                id -> !id.isEmpty() && !room.members().contains(id),
                id -> invited.contains(id) ? messages.text("invite.done") : "");
        answers = new Answers(messages, ui, Map.of(ErrorCode.BANNED, "invite.banned"), problem::set);
    }

    @Override
    public void choose(PersonRow person) {
        if (!invited.contains(person.id())) {
            answers.hear(session.invite(room.id(), person.id()), _ -> {
                problem.set("");
                invited.add(person.id());
                finder.refresh();
            });
        }
    }

    /** What the room is called. */
    String roomName() {
        return room.name();
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
