package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.OfferWords;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.conversations.DetailsView;
import hearth.client.ui.conversations.DetailsViewModel;
import hearth.client.ui.conversations.EnterRoomView;
import hearth.client.ui.conversations.InviteView;
import hearth.client.ui.conversations.NewDirectView;
import hearth.client.ui.conversations.RoomsView;
import hearth.client.ui.conversations.RoomsViewModel;
import hearth.client.ui.conversations.SwitcherView;
import hearth.client.ui.conversations.SwitcherViewModel;
import hearth.client.ui.members.MemberAct;
import hearth.client.ui.members.PersonActions;
import hearth.client.ui.members.PersonCardView;
import hearth.client.ui.settings.SettingsView;
import hearth.client.ui.timeline.MessageActions;
import hearth.client.ui.timeline.MessageExcerpt;
import hearth.protocol.ConversationSummary;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** What opens over a chat, one at a time: dialogs in its middle, and the card of a person beside their name. Escape closes it. */
final class ShellDialogs extends StackPane implements PersonActions {
    private final ViewContext context;
    private final Messages messages;
    private final ShellViewModel model;
    private final Place place;
    private final DialogLayer dialogs;
    private final CardLayer cards;
    private boolean settingsOpen;

    /** The window around the dialogs. */
    interface Place {
        /** Something opens over the chat. */
        void onOpening();

        /** Nothing is over it any more. */
        void focusText();

        /** Shows a conversation. */
        void open(String id);
    }

    ShellDialogs(ViewContext context, ShellViewModel model, Place place) {
        this.context = context;
        messages = context.messages();
        this.model = model;
        this.place = place;
        dialogs = new DialogLayer(place::focusText);
        cards = new CardLayer(context.appearance(), place::focusText);
        setPickOnBounds(false);
        getChildren().setAll(cards, dialogs);
        // A field in a dialog keeps Escape to itself, so the dialog sees it first.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isOpen()) {
                close();
                event.consume();
            }
        });
    }

    private Offers offers() {
        return model.offersProperty().get();
    }

    private void show(Node dialog, Runnable onClosed) {
        place.onOpening();
        cards.close();
        dialogs.show(dialog, context.appearance(), onClosed);
    }

    boolean isOpen() {
        return dialogs.isOpen() || cards.isOpen();
    }

    /** Closes what is open. */
    void close() {
        cards.close();
        dialogs.close();
    }

    /** Offers all that one can jump to. */
    void jump() {
        SwitcherViewModel goals = model.acts()
                .jump(
                        offers(),
                        id -> {
                            close();
                            place.open(id);
                        },
                        this::close);
        SwitcherView view = new SwitcherView(messages, goals);
        DialogLayer.standAtTop(view);
        show(view, view::dispose);
        view.focusFirst();
    }

    /** Offers the rooms that can be joined or made. */
    void browse() {
        RoomsViewModel rooms = model.acts().browse(this::close);
        if (!offers().roomCare()) {
            String hint = new OfferWords(messages).entering(offers());
            EnterRoomView form = new EnterRoomView(messages, rooms, hint, this::close);
            show(form, form::dispose);
            form.focusFirst();
            return;
        }
        RoomsView view = new RoomsView(
                messages,
                rooms,
                id -> {
                    close();
                    place.open(id);
                },
                this::close);
        show(view, view::dispose);
        view.focusFirst();
    }

    /** Offers the people one can write to. */
    void writeToSomebody() {
        NewDirectView view = new NewDirectView(messages, model.acts().writeToSomebody(this::close), this::close);
        show(view, view::dispose);
        view.focusFirst();
    }

    /** Offers the program's settings. */
    void settings() {
        openedSettings().focusFirst();
    }

    /** Opens the settings where another language was just chosen. */
    void settingsAtLanguage() {
        openedSettings().focusLanguage();
    }

    private SettingsView openedSettings() {
        SettingsView settings = new SettingsView(context, this::close);
        settingsOpen = true;
        show(settings, () -> {
            settings.dispose();
            settingsOpen = false;
        });
        return settings;
    }

    /** Whether the settings stand over the chat. */
    boolean settingsOpen() {
        return settingsOpen;
    }

    /** Offers what the user says of themselves. */
    void status() {
        StatusView form = new StatusView(messages, model.acts().status(), this::close);
        show(form, form::dispose);
        form.focusFirst();
    }

    /** Shows what the room is that is before the user. */
    void details() {
        model.acts().details().ifPresent(details -> {
            DetailsView view = new DetailsView(messages, details, () -> erase(details.subject()), this::close);
            show(view, view::dispose);
            view.focusFirst();
        });
    }

    private void erase(DetailsViewModel.Subject room) {
        ask(
                new ConfirmView.Question(
                        "erase",
                        messages.text("erase.title", room.room().name()),
                        messages.text("erase.text"),
                        messages.text("erase.erase"),
                        false),
                _ -> model.acts().erase(room.id()));
    }

    /** Leaves a room, after a question where one cannot come back by oneself. */
    void leave(String id) {
        model.conversations().find(id).ifPresent(conversation -> {
            if (conversation.title() instanceof ConversationSummary.Room(var name, var _, var visibility, var _)
                    && visibility == Visibility.PRIVATE) {
                ask(
                        new ConfirmView.Question(
                                "leave",
                                messages.text("leave.title", name),
                                messages.text(conversation.members() == 1 ? "leave.text.last" : "leave.text"),
                                messages.text("leave.leave"),
                                false),
                        _ -> model.acts().leave(id));
            } else {
                model.acts().leave(id);
            }
        });
    }

    /** Asks whether this message is to be deleted. */
    void delete(TimelineEntry.Message message) {
        MessageActions actions = model.timeline().actions();
        ConfirmView view = new ConfirmView(
                messages,
                new ConfirmView.Question(
                        "delete",
                        messages.text("delete.title"),
                        messages.text("delete.text"),
                        messages.text("timeline.delete"),
                        false),
                _ -> {
                    actions.deleteDoomed();
                    close();
                },
                this::close,
                new MessageExcerpt(message));
        show(view, actions::spare);
        view.focusFirst();
    }

    private void ask(ConfirmView.Question question, Consumer<Optional<String>> onYes) {
        ConfirmView view = new ConfirmView(
                messages,
                question,
                reason -> {
                    close();
                    onYes.accept(reason);
                },
                this::close);
        show(view, () -> {});
        view.focusFirst();
    }

    @Override
    public void invite() {
        model.acts().invite().ifPresent(people -> {
            InviteView view = new InviteView(messages, people, this::close);
            show(view, view::dispose);
            view.focusFirst();
        });
    }

    @Override
    public void open(String userId, String name, Node anchor) {
        PersonCardView card = new PersonCardView(
                messages,
                () -> model.members().card(userId, name),
                model.members().revisionProperty(),
                this);
        cards.show(card, anchor, card::dispose);
        card.focusFirst();
    }

    @Override
    public void write(UserRef person) {
        close();
        place.focusText();
        model.acts().writeTo(person.id());
    }

    @Override
    public void mention(UserRef person) {
        close();
        model.composer().mention(person.name());
        place.focusText();
    }

    @Override
    public void act(MemberAct act, UserRef person) {
        close();
        Optional<ConversationSummary> room =
                model.conversations().currentProperty().get();
        room.ifPresent(current -> {
            if (act.isGrave() && current.title() instanceof ConversationSummary.Room titled) {
                ask(
                        new ActWords(messages).question(act, person.name(), titled.name()),
                        reason -> model.acts().perform(act, current.id(), person, reason));
            } else {
                model.acts().perform(act, current.id(), person, Optional.empty());
            }
        });
    }
}
