package hearth.client.ui.shell;

import hearth.client.fx.UiBatcher;
import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.Abilities;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.client.ui.common.Times;
import hearth.client.ui.composer.ComposerViewModel;
import hearth.client.ui.conversations.ConversationsViewModel;
import hearth.client.ui.members.MembersViewModel;
import hearth.client.ui.members.Powers;
import hearth.client.ui.timeline.TimelineViewModel;
import hearth.protocol.ConversationSummary;
import hearth.protocol.GoneReason;
import hearth.protocol.ServerRole;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/**
 * One chat on the screen: takes what the session tells, one batch a pulse, and gives each part of the window its share, in order. Owns the session: {@link
 * #dispose} shuts it down. Lives on the JavaFX thread.
 */
public final class ShellViewModel {
    private final Needs needs;
    private final Messages messages;
    private final UiThread ui;
    private final ChatSession session;
    private final People people = new People();
    private final ConnectionViewModel connection;
    private final ConversationsViewModel conversations;
    private final TimelineViewModel timeline;
    private final ComposerViewModel composer;
    private final MembersViewModel members;
    private final Notices notices;
    private final RoomActs acts;
    private final ReadOnlyObjectWrapper<Offers> offers = new ReadOnlyObjectWrapper<>(Offers.ALL);
    private final ReadOnlyStringWrapper serverName = new ReadOnlyStringWrapper();
    private final UiBatcher<SessionEvent> events;
    private final Subscription heard;
    private String userName;
    private boolean admin;

    /** What a chat needs of the program around it. */
    public record Needs(
            Messages messages,
            Times times,
            InstantSource clock,
            UiThread ui,
            ChatSession session,
            String server,
            String user) {}

    /** A chat on this session, which tells its present state first. */
    public ShellViewModel(Needs needs) {
        this.needs = needs;
        messages = needs.messages();
        ui = needs.ui();
        session = needs.session();
        userName = needs.user();
        serverName.set(needs.server());
        connection = new ConnectionViewModel(messages, ui, needs.clock(), session, needs.server(), needs.user());
        conversations = new ConversationsViewModel(session, people, messages.locale());
        MiddleViewModel middle = new MiddleViewModel(needs, people, new Middle());
        timeline = middle.timeline();
        composer = middle.composer();
        members = new MembersViewModel(messages, people);
        notices = new Notices(messages, ui);
        acts = new RoomActs(
                messages, ui, session, new RoomActs.Parts(people, conversations, members), this::enter, notices::say);
        events = new UiBatcher<>(ui, this::onBatch);
        var registration = session.observe(this::offer);
        heard = registration::close;
    }

    /** Carries over what there is to show: of what was applied, the timeline's changes tell. On the session's thread. */
    private void offer(SessionEvent event) {
        if (!(event instanceof SessionEvent.EventApplied)) {
            events.offer(event);
        }
    }

    private void onBatch(List<SessionEvent> batch) {
        batch.forEach(this::on);
        showCurrent();
        connection.onPeople(headcount());
    }

    private OptionalInt headcount() {
        return offers.get().headcount()
                ? OptionalInt.of(conversations.headcount().orElseGet(people::online))
                : OptionalInt.empty();
    }

    private void on(SessionEvent event) {
        switch (event) {
            case SessionEvent.StateChanged(var state) -> onState(state);
            case SessionEvent.AbilitiesTold(var abilities) -> onAbilities(abilities);
            case SessionEvent.SignedIn signedIn -> onSignedIn(signedIn);
            case SessionEvent.ConversationChanged(var conversation) -> conversations.onChanged(conversation);
            case SessionEvent.ConversationRemoved(var id, var reason) -> onRemoved(id, reason);
            case SessionEvent.ConversationReplaced(var before, var now) -> onReplaced(before, now);
            case SessionEvent.TimelineChanged(var id, var change) -> timeline.onChanged(id, change);
            case SessionEvent.DraftsKept(var ids) -> ids.forEach(id -> conversations.setDraft(id, true));
            case SessionEvent.OutboxChanged changed -> onOutbox(changed);
            case SessionEvent.PresenceChanged(var changes, var whole) -> people.apply(changes, whole);
            case SessionEvent.PersonColoured(var user, var colour) -> people.colour(user, colour.web());
            case SessionEvent.MembersChanged(var id, var entries) -> members.onMembers(id, entries);
            case SessionEvent.TypingChanged(var id, var users) ->
                composer.hints().onTyping(id, users);
            case SessionEvent.MarkerMoved(var id, var user, var seq) ->
                timeline.onMarker(id, user.equals(people.self()), seq);
            case SessionEvent.Noticed(var what, var _) -> notices.say(what);
            case SessionEvent.EventApplied _ -> throw new IllegalStateException("not carried over");
        }
    }

    private void onState(ConnectionState state) {
        connection.onState(state);
        showPresence();
        timeline.setOnline(online());
        composer.refusedProperty().set(state instanceof ConnectionState.Refused);
        conversations.setOnline(online());
    }

    private boolean online() {
        return connection.state() instanceof ConnectionState.Online
                || connection.state() instanceof ConnectionState.Syncing
                || connection.state() instanceof ConnectionState.Stale;
    }

    private void onAbilities(Abilities abilities) {
        composer.hints().setLimit(abilities.texts());
        Offers now = new Offers(abilities);
        offers.set(now);
        conversations.setOffers(now);
        timeline.setOffers(now);
        members.setOffers(now);
        showPresence();
    }

    /** Without a connection, and where the server does not tell, nobody knows who is there. */
    private void showPresence() {
        people.setKnown(online() && offers.get().people());
    }

    private void onSignedIn(SessionEvent.SignedIn signedIn) {
        admin = signedIn.self().role() == ServerRole.ADMIN;
        userName = signedIn.self().name();
        people.meet(signedIn.self().id(), userName);
        people.signedIn(signedIn.self().id());
        serverName.set(signedIn.server().name());
        connection.onSignedIn(signedIn.server().name(), userName);
        timeline.setSelf(signedIn.self());
    }

    private void onOutbox(SessionEvent.OutboxChanged changed) {
        timeline.onOutbox(changed);
        String id = changed.conversation();
        if (changed.state() == SessionEvent.OutboxState.SENDING) {
            conversations.onWaiting(id, changed.clientId());
        } else if (conversations.onSettled(id, changed.clientId())
                && conversations.find(id).isEmpty()) {
            unshown(changed.state()).ifPresent(key -> notices.say(messages.text(key, changed.text())));
        }
    }

    /** What is said of something that nothing on the screen shows. */
    private static Optional<String> unshown(SessionEvent.OutboxState state) {
        return switch (state) {
            case FAILED -> Optional.of("notice.not-sent");
            case UNCONFIRMED -> Optional.of("notice.unconfirmed");
            case SENDING, SENT, DISCARDED -> Optional.empty();
        };
    }

    private void onReplaced(String before, String now) {
        conversations.onReplaced(before, now);
        composer.onReplaced(before, now);
        timeline.onRemoved(before);
        members.onRemoved(before);
    }

    private void onRemoved(String id, GoneReason reason) {
        Optional<String> title = conversations.onRemoved(id);
        timeline.onRemoved(id);
        composer.onRemoved(id);
        members.onRemoved(id);
        title.ifPresent(name -> notices.sayGone(name, reason));
    }

    /** Gives every part the conversation that is shown now. */
    private void showCurrent() {
        conversations.refresh();
        Optional<ConversationSummary> current = conversations.currentProperty().get();
        composer.show(current.map(now -> new ComposerViewModel.Place(now.id(), ConversationsViewModel.title(now))));
        composer.hints()
                .setAtLooksPrivate(offers.get().directs()
                        && offers.get().placesUntold()
                        && current.filter(now -> now.title() instanceof ConversationSummary.Room)
                                .isPresent());
        members.show(current, current.map(this::powers).orElse(Powers.NONE));
        members.refresh();
        current.ifPresentOrElse(timeline::show, timeline::showNothing);
    }

    private Powers powers(ConversationSummary conversation) {
        return offers.get().roomCare() && conversation.title() instanceof ConversationSummary.Room room
                ? Powers.in(room, ConversationsViewModel.isLobby(room), admin)
                : Powers.NONE;
    }

    /** Shows a conversation. */
    public void choose(String id) {
        conversations.choose(id);
        showCurrent();
    }

    private void enter(ConversationSummary conversation) {
        conversations.enter(conversation);
        showCurrent();
    }

    /** Takes the notice away. */
    public void dismissNotice() {
        notices.dismiss();
    }

    /** The same chat in another language, with the same conversation in sight; this one is over then. */
    ShellViewModel in(Messages others, Times times) {
        Optional<ConversationSummary> current = conversations.currentProperty().get();
        letGo();
        ShellViewModel again =
                new ShellViewModel(new Needs(others, times, needs.clock(), ui, session, serverName.get(), userName));
        again.composer.continueFrom(composer);
        again.timeline.actions().continueFrom(timeline.actions());
        current.ifPresent(again::enter);
        return again;
    }

    private void letGo() {
        composer.dispose();
        events.close();
        heard.unsubscribe();
        connection.dispose();
        notices.dispose();
    }

    /** Keeps what is unfinished, and shuts the session down; completes when that is done. */
    public CompletionStage<Void> dispose() {
        letGo();
        return session.shutDown();
    }

    /** Why the server does not let the user in; absent where it does. */
    Optional<ConnectionState.RefusalReason> refusal() {
        return connection.state() instanceof ConnectionState.Refused(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** The user's name here. */
    public String userName() {
        return userName;
    }

    /** What the server is called. */
    public ReadOnlyStringProperty serverNameProperty() {
        return serverName.getReadOnlyProperty();
    }

    /** What the user should know, for some seconds. */
    public ReadOnlyObjectProperty<Optional<String>> noticeProperty() {
        return notices.property();
    }

    /** What can be done here. */
    public ReadOnlyObjectProperty<Offers> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /** Where the connection stands. */
    public ConnectionViewModel connection() {
        return connection;
    }

    /** The sidebar. */
    public ConversationsViewModel conversations() {
        return conversations;
    }

    /** The middle. */
    public TimelineViewModel timeline() {
        return timeline;
    }

    /** Below it. */
    public ComposerViewModel composer() {
        return composer;
    }

    /** The right. */
    public MembersViewModel members() {
        return members;
    }

    /** What is done to rooms and with people. */
    public RoomActs acts() {
        return acts;
    }

    /** Those who were heard of here. */
    People people() {
        return people;
    }

    /** What leads out of the middle. */
    private final class Middle implements MiddleViewModel.Outside {
        @Override
        public void onWrite(String userId) {
            acts.writeTo(userId);
        }

        @Override
        public void onMissing() {
            notices.say(messages.text("notice.message-missing"));
        }

        @Override
        public void onDraft(String conversation, boolean present) {
            conversations.setDraft(conversation, present);
            conversations.refresh();
        }
    }
}
