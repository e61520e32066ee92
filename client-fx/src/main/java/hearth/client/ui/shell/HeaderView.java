package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.IconButton;
import hearth.client.ui.common.OfferWords;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.client.ui.common.PersonOpener;
import hearth.client.ui.common.StatusWords;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import hearth.client.ui.conversations.ConversationsViewModel;
import hearth.client.ui.members.MembersViewModel;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The head of a conversation: what it is, what it is for, who is in it, what can be done. */
final class HeaderView extends HBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass CLICKABLE = PseudoClass.getPseudoClass("clickable");
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

    /** What the head's buttons do. */
    interface Actions {
        /** Opens the sidebar over the conversation. */
        void openSidebar();

        /** Shows or hides the people. */
        void togglePeople();

        /** Shows what the room is, and what it may become. */
        void details();

        /** Offers the people who can be brought into the room. */
        void invite();

        /** Leaves this room. */
        void leave(String id);
    }

    /** Less is left of a topic in a narrow window than it is worth a dot before it. */
    private static final double WORTH_A_DOT = 16;

    private final Messages messages;
    private final Actions actions;
    private final PersonOpener persons;
    private final HBox name = new HBox();
    private final Avatar face = new Avatar(32);
    private final StackPane icon = new StackPane();
    private final Label title = Weight.semiBold(new Label());
    private final Label topic = new Label();
    private final StateLineView state;
    private final Label between = new Label("·");
    private final Button people = Weight.semiBold(new Button());
    private final IconButton menu;
    private final Region unread = new Region();
    private final StackPane menuPlace;
    private final IconButton more;
    private final Subscription bound;
    private Optional<ConversationSummary> current = Optional.empty();
    private final ConversationsViewModel conversations;
    private final OfferWords offerWords;
    private final MembersViewModel members;
    private final People everybody;
    private Offers offers = Offers.ALL;
    private boolean leavable;
    private boolean narrow;
    private boolean topicWanted;

    HeaderView(ViewContext context, ShellViewModel model, Actions actions, PersonOpener persons) {
        messages = context.messages();
        this.actions = actions;
        this.persons = persons;
        conversations = model.conversations();
        members = model.members();
        everybody = model.people();
        offerWords = new OfferWords(messages);
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        menu = new IconButton(Feather.MENU, messages.text("header.menu"), actions::openSidebar);
        menu.setId("header-menu");
        unread.getStyleClass().add("menu-dot");
        unread.setMouseTransparent(true);
        StackPane.setAlignment(unread, Pos.TOP_RIGHT);
        menuPlace = new StackPane(menu, unread);
        menuPlace.getStyleClass().add("menu-place");
        more = new IconButton(Feather.MORE_HORIZONTAL, messages.text("header.more"), this::showMore);
        more.setId("header-more");
        state = new StateLineView(context.appearance(), model.connection());
        people.setId("header-people");
        people.getStyleClass().add("people-button");
        people.setGraphic(Icon.of(Feather.USERS, Icon.BUTTON));
        people.setMinWidth(USE_PREF_SIZE);
        people.setOnAction(_ -> actions.togglePeople());
        HBox buttons = new HBox(people, more);
        buttons.getStyleClass().add("header-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(menuPlace, face, words(), buttons);
        bound = Subscription.combine(
                model.offersProperty().subscribe(this::offer),
                model.conversations().currentProperty().subscribe(this::show),
                everybody.revisionProperty().subscribe(_ -> showPresence()),
                members.powersProperty().subscribe(_ -> show(current)),
                conversations.inRoomsProperty().subscribe(_ -> show(current)),
                model.conversations().elsewhereUnreadProperty().subscribe(this::showUnread),
                model.members().countProperty().subscribe(_ -> showCount(model)));
    }

    private VBox words() {
        title.getStyleClass().add("header-title");
        title.setMinWidth(0);
        topic.getStyleClass().add("header-topic");
        topic.setMinWidth(0);
        between.getStyleClass().add("header-topic");
        topic.managedProperty().bind(topic.textProperty().isNotEmpty());
        between.managedProperty()
                .bind(state.managedProperty().and(topic.textProperty().isNotEmpty()));
        between.visibleProperty()
                .bind(between.managedProperty().and(topic.widthProperty().greaterThan(WORTH_A_DOT)));
        icon.getStyleClass().add("header-icon");
        icon.managedProperty().bind(icon.visibleProperty());
        face.managedProperty().bind(face.visibleProperty());
        name.getChildren().setAll(icon, title);
        name.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("header-line");
        name.setMaxWidth(USE_PREF_SIZE);
        HBox second = new HBox(4, state, between, topic);
        second.setAlignment(Pos.CENTER_LEFT);
        second.managedProperty().bind(state.managedProperty().or(topic.managedProperty()));
        VBox words = new VBox(name, second);
        words.getStyleClass().add("header-words");
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private void offer(Offers now) {
        offers = now;
        show(current);
    }

    private void show(Optional<ConversationSummary> next) {
        current = next;
        showFrame();
        next.map(ConversationSummary::title).ifPresent(what -> {
            switch (what) {
                case ConversationSummary.Room room -> showRoom(room);
                case ConversationSummary.Direct direct -> showDirect(direct);
            }
        });
    }

    /** Where nothing is shown, a narrow window still leads to the conversations. */
    private void showFrame() {
        setVisible(current.isPresent() || narrow);
        if (current.isEmpty()) {
            face.setVisible(false);
            icon.setVisible(false);
            title.setText("");
            topic.setText("");
            wantTopic(false);
            offerPerson(Optional.empty());
            showButtons(false, false);
        }
    }

    private void showRoom(ConversationSummary.Room room) {
        face.setVisible(false);
        icon.setVisible(true);
        icon.getChildren()
                .setAll(Icon.of(room.visibility() == Visibility.PRIVATE ? Feather.LOCK : Feather.HASH, Icon.ROW));
        title.setText(room.name());
        wantTopic(room.topic().isEmpty()
                && offers.roomCare()
                && members.powersProperty().get().change());
        topic.setText(room.topic().isEmpty() ? aboutRoom(room) : room.topic());
        topic.setTooltip(room.topic().isEmpty() ? null : new Tooltip(room.topic()));
        leavable = offers.rooms() && !ConversationsViewModel.isLobby(room);
        title.setTooltip(null);
        offerPerson(Optional.empty());
        showButtons(true, leavable || offers.roomCare());
    }

    /** Whoever may say what the room is for is led there. */
    private void wantTopic(boolean wanted) {
        topicWanted = wanted;
        topic.pseudoClassStateChanged(WANTED, wanted);
        topic.setAccessibleRole(wanted ? AccessibleRole.BUTTON : AccessibleRole.TEXT);
        topic.setOnMouseClicked(wanted ? _ -> actions.details() : null);
    }

    private String aboutRoom(ConversationSummary.Room room) {
        boolean elsewhere = ConversationsViewModel.isLobby(room)
                && conversations.inRoomsProperty().get();
        return topicWanted ? messages.text("header.add-topic") : offerWords.room(offers, elsewhere);
    }

    private void showPresence() {
        if (current.map(ConversationSummary::title).orElse(null) instanceof ConversationSummary.Direct direct) {
            showDirect(direct);
        }
    }

    private void showDirect(ConversationSummary.Direct direct) {
        Optional<Status> status = everybody.status(direct.with().id());
        icon.setVisible(false);
        face.setVisible(true);
        face.show(direct.with().id(), direct.with().name(), status);
        title.setText(direct.with().name());
        wantTopic(false);
        topic.setText(status.filter(_ -> !offers.silentDirects())
                .map(now -> StatusWords.of(messages, now))
                .orElseGet(() -> offerWords.direct(offers)));
        topic.setTooltip(null);
        offerPerson(person().map(with -> messages.text("person.open", with.name())));
        leavable = false;
        showButtons(false, person().isPresent());
    }

    /** Leads from the face and the name to who it is, in these words; from those of a room nowhere. */
    private void offerPerson(Optional<String> words) {
        title.setTooltip(words.map(Tooltip::new).orElse(null));
        name.pseudoClassStateChanged(CLICKABLE, words.isPresent());
        for (Node part : List.of(face, name)) {
            part.setMouseTransparent(words.isEmpty());
            part.setAccessibleRole(words.isPresent() ? AccessibleRole.BUTTON : AccessibleRole.PARENT);
            part.setAccessibleText(words.orElse(null));
            part.setOnMouseClicked(words.isPresent() ? this::onPerson : null);
        }
    }

    private void onPerson(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            showPerson();
        }
    }

    private void showButtons(boolean room, boolean menued) {
        people.setVisible(room && offers.people());
        people.setManaged(people.isVisible());
        more.setVisible(menued);
        more.setManaged(more.isVisible());
    }

    private void showCount(ShellViewModel model) {
        int count = model.members().countProperty().get();
        people.setText(count == 0 ? "" : String.valueOf(count));
        people.setAccessibleText(messages.text("header.people.name", count));
    }

    private void showUnread(boolean something) {
        unread.setVisible(something);
        menu.say(messages.text(something ? "header.menu.unread" : "header.menu"));
    }

    /** The other side of a direct conversation, once the server has said who that is. */
    private Optional<UserRef> person() {
        return current.map(ConversationSummary::title)
                .filter(ConversationSummary.Direct.class::isInstance)
                .map(direct -> ((ConversationSummary.Direct) direct).with())
                .filter(with -> !with.id().isEmpty());
    }

    private void showPerson() {
        person().ifPresent(with -> persons.open(with.id(), with.name(), name));
    }

    private void showMore() {
        ContextMenu items = new ContextMenu();
        person().ifPresentOrElse(
                        with -> items.getItems().add(item(messages.text("person.open", with.name()), this::showPerson)),
                        () -> addRoom(items));
        items.show(more, Side.BOTTOM, 0, 4);
    }

    private void addRoom(ContextMenu items) {
        if (offers.roomCare()) {
            items.getItems().add(item(messages.text("header.details"), actions::details));
        }
        if (members.powersProperty().get().govern()) {
            items.getItems().add(item(messages.text("header.invite"), actions::invite));
        }
        if (leavable) {
            items.getItems()
                    .add(item(
                            messages.text("conversation.leave"),
                            () -> current.map(ConversationSummary::id).ifPresent(actions::leave)));
        }
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        // A name may have an underscore in it.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Shows the way to the sidebar, and the state line beside the topic, where the sidebar is not in sight. */
    void showNarrow(boolean isNarrow) {
        narrow = isNarrow;
        menuPlace.setVisible(narrow);
        menuPlace.setManaged(narrow);
        state.setVisible(narrow);
        state.setManaged(narrow);
        showFrame();
    }

    /** Says whether the people are in sight. */
    void showPeopleOpen(boolean open) {
        people.pseudoClassStateChanged(OPEN, open);
        people.setTooltip(new Tooltip(messages.text(open ? "header.people.hide" : "header.people.show")));
    }

    void dispose() {
        bound.unsubscribe();
        state.dispose();
    }
}
