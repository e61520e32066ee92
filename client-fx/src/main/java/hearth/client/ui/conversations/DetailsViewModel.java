package hearth.client.ui.conversations;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.ui.common.Answers;
import hearth.client.ui.common.People;
import hearth.client.ui.members.Powers;
import hearth.protocol.Answer;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Visibility;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A room as it is, and as the user wants it, where it is for the user to say. Lives on the JavaFX thread, until {@link #dispose}. */
public final class DetailsViewModel {
    private final StringProperty name;
    private final StringProperty topic;
    private final BooleanProperty isPrivate;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<BanRow> bans = FXCollections.observableArrayList();
    private final Messages messages;
    private final ChatSession session;
    private final People people;
    private final Subject subject;
    private final Answers answers;

    /** A room, how many are in it, and what the user may do there. */
    public record Subject(String id, ConversationSummary.Room room, int members, Powers powers) {}

    /** Shows this room; asks who is banned where the user may know. */
    public DetailsViewModel(Messages messages, UiThread ui, ChatSession session, People people, Subject subject) {
        this.messages = messages;
        this.session = session;
        this.people = people;
        this.subject = subject;
        name = new SimpleStringProperty(subject.room().name());
        topic = new SimpleStringProperty(subject.room().topic());
        isPrivate = new SimpleBooleanProperty(subject.room().visibility() == Visibility.PRIVATE);
        answers = new Answers(messages, ui, problem::set);
        if (subject.powers().govern()) {
            askForBans(Optional.empty());
        }
    }

    private void askForBans(Optional<String> after) {
        answers.hear(session.bans(subject.id(), after), page -> {
            page.users().stream().map(this::row).forEach(bans::add);
            if (page.more() && !page.users().isEmpty()) {
                askForBans(Optional.of(page.users().getLast().id()));
            }
        });
    }

    private BanRow row(Answer.BanEntry ban) {
        String by = people.name(ban.by()).orElse("");
        String who = by.isEmpty() ? "" : messages.text("details.ban.by", by);
        return new BanRow(
                ban.id(),
                ban.name(),
                ban.reason()
                        .filter(reason -> !reason.isBlank())
                        .map(reason -> who.isEmpty() ? reason : messages.text("timeline.reason", who, reason))
                        .orElse(who));
    }

    /** Changes what is another than before; {@code onDone} hears when that is done. */
    public void save(Runnable onDone) {
        ConversationSummary.Room before = subject.room();
        String wantedName = name.get().strip();
        if (wantedName.isEmpty()) {
            problem.set(messages.text("create.name.missing"));
            return;
        }
        Visibility visibility = isPrivate.get() ? Visibility.PRIVATE : Visibility.PUBLIC;
        Optional<String> newName = Optional.of(wantedName).filter(now -> !now.equals(before.name()));
        Optional<String> newTopic = Optional.of(topic.get().strip()).filter(now -> !now.equals(before.topic()));
        Optional<Visibility> newVisibility = Optional.of(visibility).filter(now -> now != before.visibility());
        if (newName.isEmpty() && newTopic.isEmpty() && newVisibility.isEmpty()) {
            onDone.run();
        } else {
            answers.hear(session.setRoom(subject.id(), newName, newTopic, newVisibility), _ -> onDone.run());
        }
    }

    /** Lets somebody in again. */
    public void unban(BanRow ban) {
        answers.hear(session.unban(subject.id(), ban.id()), _ -> {
            problem.set("");
            bans.remove(ban);
        });
    }

    /** Hears no answers any more. */
    public void dispose() {
        answers.close();
    }

    /** The room as it is. */
    public Subject subject() {
        return subject;
    }

    /** What it shall be called. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What it shall be for. */
    public StringProperty topicProperty() {
        return topic;
    }

    /** Whether it shall be by invitation. */
    public BooleanProperty privateProperty() {
        return isPrivate;
    }

    /** What went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Who is banned, as far as the user may know. */
    public ObservableList<BanRow> bans() {
        return bans;
    }
}
