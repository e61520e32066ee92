package hearth.client.ui.shell;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.session.Outcome;
import hearth.client.store.Target;
import hearth.client.ui.common.Answers;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.client.ui.conversations.ConversationsViewModel;
import hearth.client.ui.conversations.DetailsViewModel;
import hearth.client.ui.conversations.InviteViewModel;
import hearth.client.ui.conversations.NewDirectViewModel;
import hearth.client.ui.conversations.RoomsViewModel;
import hearth.client.ui.conversations.SwitcherViewModel;
import hearth.client.ui.members.MemberAct;
import hearth.client.ui.members.MembersViewModel;
import hearth.protocol.ConversationSummary;
import hearth.protocol.UserRef;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** What the user does to rooms and with people, beside reading and writing. What is refused is said. Lives on the JavaFX thread. */
public final class RoomActs {
    private final Messages messages;
    private final UiThread ui;
    private final ChatSession session;
    private final Parts parts;
    private final Consumer<ConversationSummary> onEntered;
    private final Consumer<String> say;
    private final Answers answers;

    /** What is known of rooms and people. */
    record Parts(People people, ConversationsViewModel conversations, MembersViewModel members) {}

    /**
     * Does nothing yet.
     *
     * @param onEntered hears of every conversation that was opened
     * @param say hears what the user should know
     */
    RoomActs(
            Messages messages,
            UiThread ui,
            ChatSession session,
            Parts parts,
            Consumer<ConversationSummary> onEntered,
            Consumer<String> say) {
        this.messages = messages;
        this.ui = ui;
        this.session = session;
        this.parts = parts;
        this.onEntered = onEntered;
        this.say = say;
        answers = new Answers(messages, ui, say);
    }

    /** Opens the direct conversation with the user of this id. */
    public void writeTo(String userId) {
        String name = parts.people().name(userId).orElse("");
        answers.hear(session.openDirect(new Target.Person(name, Optional.of(userId))), onEntered);
    }

    /** Leaves a room. */
    public void leave(String id) {
        answers.hear(session.leave(id), _ -> {});
    }

    /** Erases a room. */
    public void erase(String id) {
        answers.hear(session.deleteRoom(id), _ -> {});
    }

    /** Does something to a member of a room. */
    public void perform(MemberAct act, String room, UserRef person, Optional<String> reason) {
        answers.hear(command(act, room, person.id(), reason), _ -> {
            // What everybody in the room sees needs no other word; a mute nobody else hears of.
            act.silence()
                    .ifPresent(time ->
                            say.accept(messages.text(time.isZero() ? "act.unmuted" : "act.muted", person.name())));
        });
    }

    private CompletionStage<Outcome<Void>> command(MemberAct act, String room, String user, Optional<String> reason) {
        return act.role()
                .map(role -> session.setRole(room, user, role))
                .or(() -> act.silence().map(time -> session.mute(room, user, time)))
                .orElseGet(() -> session.remove(room, user, act == MemberAct.BAN, reason));
    }

    /** The rooms that can be joined or made; {@code onDone} hears when one was entered. */
    public RoomsViewModel browse(Runnable onDone) {
        return new RoomsViewModel(messages, ui, session, entered(onDone));
    }

    /** The people one can write to; {@code onDone} hears when a conversation was opened. */
    public NewDirectViewModel writeToSomebody(Runnable onDone) {
        return new NewDirectViewModel(messages, ui, session, parts.people(), entered(onDone));
    }

    /** All that one can jump to; {@code onChosen} hears what is to be shown, {@code onDone} when something was entered. */
    public SwitcherViewModel jump(Offers offers, Consumer<String> onChosen, Runnable onDone) {
        return new SwitcherViewModel(
                messages,
                ui,
                session,
                new SwitcherViewModel.Place(parts.conversations(), parts.people(), offers),
                onChosen,
                entered(onDone));
    }

    private Consumer<ConversationSummary> entered(Runnable onDone) {
        return conversation -> {
            onDone.run();
            onEntered.accept(conversation);
        };
    }

    /** The room that is shown, as it is and may become; absent where none is shown. */
    public Optional<DetailsViewModel> details() {
        return parts.conversations()
                .currentProperty()
                .get()
                .flatMap(current -> current.title() instanceof ConversationSummary.Room room
                        ? Optional.of(new DetailsViewModel(
                                messages,
                                ui,
                                session,
                                parts.people(),
                                new DetailsViewModel.Subject(
                                        current.id(),
                                        room,
                                        current.members(),
                                        parts.members().powersProperty().get())))
                        : Optional.empty());
    }

    /** The people who can be brought into the room that is shown; absent where none is shown. */
    public Optional<InviteViewModel> invite() {
        return parts.conversations().currentProperty().get().map(current -> {
            String title = ConversationsViewModel.title(current);
            return new InviteViewModel(
                    messages,
                    ui,
                    session,
                    parts.people(),
                    new InviteViewModel.Room(
                            current.id(), title, parts.members().ids()));
        });
    }

    /** What the user says of themselves. */
    public StatusViewModel status() {
        return new StatusViewModel(messages, ui, session, parts.people(), answers);
    }
}
