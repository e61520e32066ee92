package hearth.client.ui.timeline;

import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.ui.common.ListSync;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.client.ui.common.Times;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerRole;
import hearth.protocol.Visibility;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows of the conversation that is shown, and what the reader has seen of it. Lives on the JavaFX thread. */
public final class TimelineViewModel {
    private final Map<String, TimelineMirror> mirrors = new HashMap<>();
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper latestWanted = new ReadOnlyIntegerWrapper();
    private final BooleanProperty atBottom = new SimpleBooleanProperty(true);
    private final BooleanProperty attentive = new SimpleBooleanProperty();
    private final FailedWords failedWords;
    private final InstantSource clock;
    private final Times times;
    private final ChatSession session;
    private final People people;
    private final Jump jump;
    private final MessageActions actions;
    private final TimelineRows builder;
    private GrowingRows shownRows;
    private boolean online;

    /** Whether no view has placed the rows yet: what a reader of so much news sees first, nobody knows before. */
    private boolean unplaced;

    private long seenBelow;
    private String selfName = "";
    private boolean administrator;

    /** The conversation that is shown: its id, what it is called, and whether it is between two. */
    public record Shown(String id, String title, boolean direct) {}

    /** What the timeline needs of the program around it. */
    public record Needs(Messages messages, Times times, InstantSource clock, ChatSession session, People people) {}

    /** Hears what leads out of the timeline. */
    public interface Listener extends MessageActions.Listener {
        /** A message that the reader asked for is not there. */
        void onMissing();
    }

    /** No conversation yet. */
    public TimelineViewModel(Needs needs, Listener listener) {
        failedWords = new FailedWords(needs.messages());
        clock = needs.clock();
        times = needs.times();
        session = needs.session();
        people = needs.people();
        jump = new Jump(rows, this::loadOlder, listener::onMissing);
        actions = new MessageActions(rows, session, listener);
        builder = new TimelineRows(times, new NoticeWords(needs.messages()));
        shownRows = new GrowingRows(builder);
        atBottom.subscribe(this::look);
        attentive.subscribe(this::look);
    }

    /** Shows a conversation; the line over what is new stands where it was unread, until it is left. */
    public void show(ConversationSummary conversation) {
        Optional<String> before = shown.get().map(Shown::id);
        boolean direct = conversation.title() instanceof ConversationSummary.Direct;
        TimelineMirror mirror = mirror(conversation.id());
        if (conversation.title() instanceof ConversationSummary.Direct(var _, var read)) {
            mirror.otherReadAtLeast(read);
        }
        boolean another = before.filter(conversation.id()::equals).isEmpty();
        if (another) {
            before.map(mirrors::get).ifPresent(left -> left.setNewAfter(OptionalLong.empty()));
            mirror.setMarked(conversation.read());
            mirror.setNewAfter(conversation.unread() > 0 ? OptionalLong.of(conversation.read()) : OptionalLong.empty());
            seenBelow = Long.MAX_VALUE;
            unplaced = conversation.unread() > 0;
            atBottom.set(true);
            session.open(conversation.id());
        }
        Shown now = new Shown(conversation.id(), titleOf(conversation), direct);
        if (another) {
            jump.cancel();
            // The rows of the other conversation go before the name changes, so that no view mixes the two.
            rows.clear();
            shownRows = new GrowingRows(builder);
        }
        shown.set(Optional.of(now));
        actions.show(Optional.of(new MessageActions.Place(conversation.id(), roleIn(conversation))));
        refresh();
    }

    private static String titleOf(ConversationSummary conversation) {
        return switch (conversation.title()) {
            case ConversationSummary.Room room -> room.name();
            case ConversationSummary.Direct direct -> direct.with().name();
        };
    }

    /** Administrators count as owners of every room that all may enter. */
    private Role roleIn(ConversationSummary conversation) {
        return switch (conversation.title()) {
            case ConversationSummary.Room(var _, var _, var visibility, var role) ->
                administrator && visibility == Visibility.PUBLIC ? Role.OWNER : role;
            case ConversationSummary.Direct _ -> Role.MEMBER;
        };
    }

    /** Shows nothing. */
    public void showNothing() {
        shown.set(Optional.empty());
        actions.show(Optional.empty());
        rows.clear();
        refresh();
    }

    private TimelineMirror mirror(String conversation) {
        return mirrors.computeIfAbsent(conversation, _ -> new TimelineMirror());
    }

    /** A timeline changed by one step; drawn at the next {@link #refresh}. */
    public void onChanged(String conversation, TimelineChange change) {
        TimelineMirror mirror = mirror(conversation);
        long newest = mirror.newestSeq();
        boolean unseen = isShown(conversation) && !(atBottom.get() && attentive.get()) && mirror.bringsNew(change);
        boolean allSeen = mirror.marked() >= newest;
        mirror.apply(change);
        if (unseen && (mirror.newAfter().isEmpty() || allSeen)) {
            mirror.setNewAfter(OptionalLong.of(newest));
        }
    }

    /** Something that the user did moved on; drawn at the next {@link #refresh}. */
    public void onOutbox(SessionEvent.OutboxChanged changed) {
        mirror(changed.conversation()).onOutbox(changed);
    }

    private boolean isShown(String conversation) {
        return shown.get().filter(now -> now.id().equals(conversation)).isPresent();
    }

    /** Somebody has read up to this number. */
    public void onMarker(String conversation, boolean own, long seq) {
        if (!own) {
            mirror(conversation).otherReadAtLeast(seq);
        }
    }

    /** A conversation is gone, and what was known of it. */
    public void onRemoved(String conversation) {
        mirrors.remove(conversation);
    }

    /** This is the user. */
    public void setSelf(ServerFrame.Self self) {
        selfName = self.name();
        administrator = self.role() == ServerRole.ADMIN;
    }

    /** What the user is called. */
    public String selfName() {
        return selfName;
    }

    /** Whether the connection is up to date. */
    public void setOnline(boolean isOnline) {
        online = isOnline;
        mirrors.values().forEach(mirror -> mirror.setLoadingOlder(false));
    }

    /** Looks again at the shown conversation: once after each batch of news. */
    public void refresh() {
        Optional<TimelineMirror> mirror = shown.get().map(Shown::id).map(this::mirror);
        ListSync.apply(rows, mirror.map(this::rowsOf).orElse(List.of()));
        empty.set(mirror.filter(now -> now.loaded()
                        && !now.hasOlder()
                        && !now.hasMessages()
                        && now.undone().isEmpty())
                .isPresent());
        look();
        jump.follow();
        mirrors.forEach(this::letGo);
    }

    private void letGo(String conversation, TimelineMirror mirror) {
        boolean left = !isShown(conversation);
        if (left || (!unplaced && atBottom.get())) {
            mirror.enough(left).ifPresent(entries -> session.keepNewest(conversation, entries));
        }
    }

    private List<TimelineRow> rowsOf(TimelineMirror mirror) {
        TimelineRows.Context context = new TimelineRows.Context(
                times.dayOf(clock.instant()),
                online,
                mirror.newAfter(),
                isDirect() ? mirror.otherRead() : OptionalLong.empty(),
                Set.copyOf(mirror.unfolded()),
                mirror.undone().stream().map(failedWords::row).toList());
        return shownRows.of(mirror.entries(), context, mirror.takeFirstChanged());
    }

    private boolean isDirect() {
        return shown.get().filter(Shown::direct).isPresent();
    }

    /** Counts what came below the reader's place, and moves the marker where the newest is before the reader's eyes. */
    private void look() {
        Optional<Shown> now = shown.get();
        if (now.isEmpty() || unplaced) {
            newBelow.set(0);
            return;
        }
        TimelineMirror mirror = mirror(now.get().id());
        long newest = mirror.newestSeq();
        if (atBottom.get()) {
            seenBelow = newest;
        }
        newBelow.set(mirror.othersAfter(seenBelow));
        if (atBottom.get() && attentive.get() && newest > mirror.marked()) {
            mirror.setMarked(newest);
            session.markRead(now.get().id(), newest);
        }
    }

    /** The rows stand where the reader begins, and {@link #atBottomProperty} is true of them: from now on what is in sight is seen. */
    public void onPlaced() {
        if (unplaced) {
            unplaced = false;
            shown.get().ifPresent(now -> seenBelow = mirror(now.id()).marked());
            look();
        }
    }

    /** The reader is near the oldest row: loads what is before it. */
    public void nearTop() {
        loadOlder();
    }

    private boolean loadOlder() {
        Optional<TimelineMirror> mirror =
                shown.get().map(Shown::id).map(this::mirror).filter(TimelineMirror::hasOlder);
        mirror.filter(now -> !now.loadingOlder()).ifPresent(now -> {
            now.setLoadingOlder(true);
            session.loadOlder(shown.get().orElseThrow().id());
        });
        return mirror.isPresent();
    }

    /** Brings the reader to the message that another one answers, and elsewhere. */
    public Jump jump() {
        return jump;
    }

    /** Opens a folded line. */
    public void unfold(String key) {
        shown.get()
                .map(Shown::id)
                .map(this::mirror)
                .ifPresent(mirror -> mirror.unfolded().add(key));
        refresh();
    }

    /** Offers no more than this from now on. */
    public void setOffers(Offers now) {
        actions.setOffers(now);
    }

    /** What can be done here. */
    public ReadOnlyObjectProperty<Offers> offersProperty() {
        return actions.offersProperty();
    }

    /** What can be done to the messages here. */
    public MessageActions actions() {
        return actions;
    }

    /** Those who are heard here. */
    People people() {
        return people;
    }

    /** Why a message, or what was done to it, was refused, or that it may not have arrived, in words. */
    public String failedWords(TimelineRow.Message row) {
        return failedWords.of(row.entry());
    }

    /** Brings the newest row into sight. */
    public void wantLatest() {
        latestWanted.set(latestWanted.get() + 1);
    }

    /** The rows, oldest first. */
    public ObservableList<TimelineRow> rows() {
        return rows;
    }

    /** The conversation that is shown. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether nobody has written in it yet. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** How many messages of others came below the reader's place. */
    public ReadOnlyIntegerProperty newBelowProperty() {
        return newBelow.getReadOnlyProperty();
    }

    /** Moves whenever the user wrote here: the newest row comes into sight. */
    public ReadOnlyIntegerProperty latestWantedProperty() {
        return latestWanted.getReadOnlyProperty();
    }

    /** Whether the newest row is in sight; the view says so. */
    public BooleanProperty atBottomProperty() {
        return atBottom;
    }

    /** Whether the window has the user's attention; the view says so. */
    public BooleanProperty attentiveProperty() {
        return attentive;
    }
}
