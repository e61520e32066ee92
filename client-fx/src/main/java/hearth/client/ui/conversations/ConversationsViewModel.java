package hearth.client.ui.conversations;

import hearth.client.session.ChatSession;
import hearth.client.ui.common.ListSync;
import hearth.client.ui.common.Offers;
import hearth.client.ui.common.People;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Event;
import hearth.protocol.Visibility;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The user's conversations as rows, and which one is shown. Rooms by name after the lobby, direct messages by their newest. Lives on the JavaFX thread. */
public final class ConversationsViewModel {
    private static final String LOBBY = "lobby";

    private final Map<String, ConversationSummary> byId = new HashMap<>();
    private final Set<String> drafts = new HashSet<>();
    private final Map<String, Set<String>> waiting = new HashMap<>();
    private final ObservableList<SidebarRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ConversationSummary>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper elsewhereUnread = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper inRooms = new ReadOnlyBooleanWrapper();
    private final ChatSession session;
    private final People people;
    private final Comparator<ConversationSummary> byName;
    private String chosen = "";
    private Offers offers = Offers.ALL;
    private boolean online;

    /** No conversations yet. */
    public ConversationsViewModel(ChatSession session, People people, Locale locale) {
        this.session = session;
        this.people = people;
        Collator collator = Collator.getInstance(locale);
        byName = Comparator.comparing((ConversationSummary room) -> !title(room).equals(LOBBY))
                .thenComparing(ConversationsViewModel::title, collator::compare);
        refresh();
    }

    /** A conversation is there, or is another than before. */
    public void onChanged(ConversationSummary conversation) {
        byId.put(conversation.id(), conversation);
        if (conversation.title() instanceof ConversationSummary.Direct(var with, var _)
                && !with.id().isEmpty()) {
            people.meet(with.id(), with.name());
        }
    }

    /** A conversation is gone; gives what it was called. */
    public Optional<String> onRemoved(String conversation) {
        return Optional.ofNullable(byId.remove(conversation)).map(ConversationsViewModel::title);
    }

    /** A conversation that was shown before the server knew it has another id now. */
    public void onReplaced(String before, String now) {
        byId.remove(before);
        chosen = chosen.equals(before) ? now : chosen;
        if (drafts.remove(before)) {
            drafts.add(now);
        }
        Optional.ofNullable(waiting.remove(before)).ifPresent(ids -> ids.forEach(each -> onWaiting(now, each)));
    }

    /** Looks again at everything: once after each batch of news. Shows the first room where nothing that exists was chosen. */
    public void refresh() {
        if (!byId.containsKey(chosen)) {
            chosen = rooms().findFirst()
                    .or(() -> directs().findFirst())
                    .map(ConversationSummary::id)
                    .orElse("");
        }
        inRooms.set(byId.values().stream()
                .anyMatch(each -> each.title() instanceof ConversationSummary.Room room && !isLobby(room)));
        List<SidebarRow> wanted = new ArrayList<>();
        if (offers.rooms() || inRooms.get()) {
            wanted.add(new SidebarRow.Head(SidebarRow.Section.ROOMS, roomAddition()));
        }
        rooms().map(this::row).forEach(wanted::add);
        List<SidebarRow> directs = directs().map(this::row).toList();
        if (offers.directs() || !directs.isEmpty()) {
            wanted.add(new SidebarRow.Head(
                    SidebarRow.Section.DIRECTS,
                    offers.directs() ? SidebarRow.Addition.WRITE : SidebarRow.Addition.NONE));
        }
        wanted.addAll(directs);
        ListSync.apply(rows, wanted);
        current.set(Optional.ofNullable(byId.get(chosen)));
        elsewhereUnread.set(byId.values().stream()
                .anyMatch(other -> other.unread() > 0 && !other.id().equals(chosen)));
    }

    private SidebarRow.Addition roomAddition() {
        if (!offers.rooms()) {
            return SidebarRow.Addition.NONE;
        }
        return offers.roomCare() ? SidebarRow.Addition.BROWSE : SidebarRow.Addition.ENTER;
    }

    private Stream<ConversationSummary> rooms() {
        return byId.values().stream()
                .filter(conversation -> conversation.title() instanceof ConversationSummary.Room)
                .sorted(byName);
    }

    private Stream<ConversationSummary> directs() {
        return byId.values().stream()
                .filter(conversation -> conversation.title() instanceof ConversationSummary.Direct)
                .sorted(Comparator.comparing(ConversationsViewModel::newest)
                        .reversed()
                        .thenComparing(byName));
    }

    private static Instant newest(ConversationSummary conversation) {
        return conversation
                .last()
                .map(Event.Message::stamp)
                .map(Event.Stamp::at)
                .orElse(Instant.EPOCH);
    }

    private SidebarRow row(ConversationSummary conversation) {
        String id = conversation.id();
        SidebarRow.Counts counts = new SidebarRow.Counts(
                conversation.unread(),
                conversation.mentions(),
                drafts.contains(id),
                !online && waiting.containsKey(id));
        boolean shown = id.equals(chosen);
        return switch (conversation.title()) {
            case ConversationSummary.Room room ->
                new SidebarRow.Conversation(id, kind(room), room.name(), "", Optional.empty(), counts, shown);
            case ConversationSummary.Direct(var with, var _) ->
                new SidebarRow.Conversation(
                        id, SidebarRow.Kind.DIRECT, with.name(), with.id(), people.status(with.id()), counts, shown);
        };
    }

    private SidebarRow.Kind kind(ConversationSummary.Room room) {
        if (!offers.rooms() || isLobby(room)) {
            return SidebarRow.Kind.LOBBY;
        }
        return room.visibility() == Visibility.PRIVATE ? SidebarRow.Kind.PRIVATE_ROOM : SidebarRow.Kind.ROOM;
    }

    /** Whether it is the room that everybody is in, and nobody leaves. */
    public static boolean isLobby(ConversationSummary.Room room) {
        return room.name().equals(LOBBY);
    }

    /** Whether the user is in other rooms than the lobby. */
    public ReadOnlyBooleanProperty inRoomsProperty() {
        return inRooms.getReadOnlyProperty();
    }

    /** What a conversation is called. */
    public static String title(ConversationSummary conversation) {
        return switch (conversation.title()) {
            case ConversationSummary.Room room -> room.name();
            case ConversationSummary.Direct direct -> direct.with().name();
        };
    }

    /** Shows a conversation. */
    public void choose(String id) {
        if (byId.containsKey(id)) {
            chosen = id;
            refresh();
        }
    }

    /** Shows a conversation that was just entered, even if its own event is still on the way. */
    public void enter(ConversationSummary conversation) {
        byId.putIfAbsent(conversation.id(), conversation);
        choose(conversation.id());
    }

    /** Takes a conversation as read. */
    public void markRead(String id) {
        Optional.ofNullable(byId.get(id)).ifPresent(found -> session.markRead(id, found.head()));
    }

    /** Says whether a conversation has an unfinished text; shown at the next {@link #refresh}. */
    public void setDraft(String id, boolean present) {
        if (present) {
            drafts.add(id);
        } else {
            drafts.remove(id);
        }
    }

    /** Says whether there is a connection; shown at the next {@link #refresh}. */
    public void setOnline(boolean isOnline) {
        online = isOnline;
    }

    /** Offers no more than this from now on; shown at the next {@link #refresh}. */
    public void setOffers(Offers now) {
        offers = now;
    }

    /** Something that the user did in a conversation waits to be sent, under this client id; shown at the next {@link #refresh}. */
    public void onWaiting(String id, String clientId) {
        waiting.computeIfAbsent(id, _ -> new HashSet<>()).add(clientId);
    }

    /**
     * It does not wait any more; shown at the next {@link #refresh}.
     *
     * @return whether it did
     */
    public boolean onSettled(String id, String clientId) {
        Set<String> here = waiting.getOrDefault(id, new HashSet<>());
        boolean waited = here.remove(clientId);
        if (here.isEmpty()) {
            waiting.remove(id);
        }
        return waited;
    }

    /** A conversation by its id. */
    public Optional<ConversationSummary> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many people the server has, as far as the lobby tells; where one is in one room at a time, how many are in that one. */
    public Optional<Integer> headcount() {
        boolean isElsewhere = offers.oneRoom() && inRooms.get();
        return byId.values().stream()
                .filter(conversation ->
                        conversation.title() instanceof ConversationSummary.Room room && isLobby(room) != isElsewhere)
                .map(ConversationSummary::members)
                .findFirst();
    }

    /** The rows, heads among them. */
    public ObservableList<SidebarRow> rows() {
        return rows;
    }

    /** The conversation that is shown. */
    public ReadOnlyObjectProperty<Optional<ConversationSummary>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether something is unread in another conversation than the one that is shown. */
    public ReadOnlyBooleanProperty elsewhereUnreadProperty() {
        return elsewhereUnread.getReadOnlyProperty();
    }
}
