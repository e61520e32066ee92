package hearth.client.ui.composer;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.TextLimit;
import hearth.client.link.TextLimit.Unit;
import hearth.client.session.ChatSession;
import hearth.client.session.PostResult;
import hearth.client.store.Target;
import hearth.client.ui.common.People;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/** The text being written, one for each conversation, and whether it can be sent. Lives on the JavaFX thread. */
public final class ComposerViewModel {
    /** A draft is kept once nothing was typed for so long. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** From so many characters or bytes before the limit on, they are counted before the user's eyes. */
    private static final int COUNT_FROM_LAST = 1_000;

    private static final Map<Unit, String> COUNTS =
            Map.of(Unit.CHARACTERS, "composer.count", Unit.BYTES, "composer.count.bytes");
    private static final Map<Unit, String> EXCESSES =
            Map.of(Unit.CHARACTERS, "composer.long", Unit.BYTES, "composer.long.bytes");
    private static final int NAMED_TYPISTS = 3;

    /** How one writes privately in the pages of chats that know nothing better. */
    private static final Pattern ADDRESSED = Pattern.compile("@[^ ]+ .");

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty refused = new SimpleBooleanProperty();
    private final Map<String, String> drafts = new HashMap<>();
    private final Map<String, Set<String>> typists = new HashMap<>();
    private final Messages messages;
    private final UiThread ui;
    private final ChatSession session;
    private final People people;
    private final Listener listener;
    private TextLimit limit;
    private boolean switching;
    private boolean atLooksPrivate;
    private Subscription pendingDraft = Subscription.EMPTY;

    /** The conversation that is written in, and what it is called. */
    public record Place(String id, String title) {}

    /** Hears what was written. */
    public interface Listener {
        /** A message was handed to the session. */
        void onSent(String conversation);

        /** A conversation has an unfinished text now, or none any more. */
        void onDraft(String conversation, boolean present);
    }

    /** What the composer needs of the program around it. */
    public record Needs(Messages messages, UiThread ui, ChatSession session, People people, TextLimit limit) {}

    /** Nowhere to write yet. */
    public ComposerViewModel(Needs needs, Listener listener) {
        messages = needs.messages();
        ui = needs.ui();
        session = needs.session();
        people = needs.people();
        limit = needs.limit();
        this.listener = listener;
        text.subscribe((_, now) -> onText(now));
    }

    /** Writes in this conversation from now on, where its draft was left. */
    public void show(Optional<Place> next) {
        String before = place.get().map(Place::id).orElse("");
        String now = next.map(Place::id).orElse("");
        place.set(next);
        if (!before.equals(now)) {
            leave(before);
            enter(now);
        }
        showTyping();
    }

    private void leave(String before) {
        pendingDraft.unsubscribe();
        if (!before.isEmpty()) {
            keep(before, text.get());
        }
    }

    private void enter(String now) {
        problem.set("");
        setQuietly(drafts.getOrDefault(now, ""));
        if (!now.isEmpty() && !drafts.containsKey(now)) {
            session.draft(now).thenAccept(kept -> ui.later(() -> offer(now, kept)));
        }
    }

    /** Shows a draft from the disk, unless the user has begun to write meanwhile. */
    private void offer(String conversation, String kept) {
        boolean here = place.get().filter(now -> now.id().equals(conversation)).isPresent();
        if (drafts.putIfAbsent(conversation, kept) == null && !kept.isEmpty()) {
            listener.onDraft(conversation, true);
            if (here && text.get().isEmpty()) {
                setQuietly(kept);
            }
        }
    }

    private void setQuietly(String next) {
        switching = true;
        text.set(next);
        switching = false;
        showCount();
        showWarning();
    }

    private void onText(String now) {
        showCount();
        showWarning();
        if (switching || place.get().isEmpty()) {
            return;
        }
        problem.set("");
        String id = place.get().get().id();
        if (!now.isBlank()) {
            session.typing(id);
        }
        pendingDraft.unsubscribe();
        pendingDraft = ui.after(PAUSE, () -> keep(id, text.get()));
    }

    private void keep(String conversation, String draft) {
        if (!draft.equals(drafts.getOrDefault(conversation, ""))) {
            drafts.put(conversation, draft);
            session.keepDraft(conversation, draft);
            listener.onDraft(conversation, !draft.isBlank());
        }
    }

    /** Says whether people here know {@code @name text} as private, which it is not. */
    public void setAtLooksPrivate(boolean looks) {
        atLooksPrivate = looks;
        showWarning();
    }

    private void showWarning() {
        boolean addressed = atLooksPrivate && ADDRESSED.matcher(text.get()).find();
        warning.set(addressed ? messages.text("composer.public") : "");
    }

    private void showCount() {
        int left = limit.most() - length();
        if (left < 0) {
            count.set(excess());
        } else {
            count.set(left < COUNT_FROM_LAST ? messages.text(COUNTS.get(limit.unit()), length(), limit.most()) : "");
        }
    }

    private String excess() {
        return messages.text(EXCESSES.get(limit.unit()), length() - limit.most());
    }

    private int length() {
        return limit.length(text.get());
    }

    /** Whether there is more than the server takes. */
    public boolean tooLong() {
        return !limit.takes(text.get());
    }

    /** Sends the text. A blank one stays where it is, and so does one that is too long; one that cannot be kept on disk comes back. */
    public void send() {
        // Empty lines around a text are left over from writing it; spaces before its first line may be meant.
        String written = text.get().stripTrailing().replaceFirst("^(?:\\h*\\R)+", "");
        if (place.get().isEmpty() || refused.get() || written.isBlank()) {
            return;
        }
        if (tooLong()) {
            problem.set(excess());
            return;
        }
        String id = place.get().get().id();
        pendingDraft.unsubscribe();
        problem.set("");
        setQuietly("");
        session.post(new Target.Conversation(id), written, OptionalLong.empty())
                .exceptionally(_ -> new PostResult.NotKept(PostResult.Why.SHUT_DOWN))
                .thenAccept(result -> ui.later(() -> onPosted(id, written, result)));
        listener.onSent(id);
    }

    /** The draft on disk goes only now that the outbox has the text; what the outbox does not take comes back. */
    private void onPosted(String id, String written, PostResult result) {
        boolean here = place.get().filter(now -> now.id().equals(id)).isPresent();
        switch (result) {
            case PostResult.Kept _ -> keep(id, here ? text.get() : drafts.getOrDefault(id, ""));
            case PostResult.NotKept(var why) -> {
                String since = here ? text.get() : drafts.getOrDefault(id, "");
                String both = since.isEmpty() ? written : written + "\n" + since;
                if (here) {
                    setQuietly(both);
                    problem.set(messages.text(
                            why == PostResult.Why.OUTBOX_FULL ? "composer.outbox-full" : "composer.not-kept"));
                }
                keep(id, both);
            }
        }
    }

    /** Writes behind the text that somebody is meant. */
    public void mention(String name) {
        String before = text.get();
        boolean apart = before.isEmpty() || Character.isWhitespace(before.codePointBefore(before.length()));
        text.set(before + (apart ? "@" : " @") + name + " ");
    }

    /** These people write in a conversation right now. */
    public void onTyping(String conversation, Set<String> users) {
        typists.put(conversation, users);
        showTyping();
    }

    private void showTyping() {
        Set<String> here = place.get().map(Place::id).map(typists::get).orElse(Set.of());
        List<String> names = here.stream()
                .filter(id -> !id.equals(people.self()))
                .flatMap(id -> people.name(id).stream())
                .sorted()
                .toList();
        if (names.size() > NAMED_TYPISTS) {
            typing.set(messages.text("composer.typing.many"));
        } else {
            typing.set(names.isEmpty() ? "" : messages.text("composer.typing", messages.names(names), names.size()));
        }
    }

    /** A conversation is gone, and its draft with it. */
    public void onRemoved(String conversation) {
        drafts.remove(conversation);
        typists.remove(conversation);
    }

    /** A conversation that was shown before the server knew it has another id now; what is written there goes on. */
    public void onReplaced(String before, String now) {
        Optional.ofNullable(drafts.remove(before)).ifPresent(draft -> drafts.put(now, draft));
        Optional<Place> here = place.get();
        if (here.isPresent() && here.get().id().equals(before)) {
            pendingDraft.unsubscribe();
            place.set(Optional.of(new Place(now, here.get().title())));
            keep(now, text.get());
        }
    }

    /** The server takes texts so long. */
    public void setLimit(TextLimit now) {
        limit = now;
        showCount();
    }

    /** Keeps what is unfinished. */
    public void dispose() {
        leave(place.get().map(Place::id).orElse(""));
    }

    /** The text being written. */
    public StringProperty textProperty() {
        return text;
    }

    /** How much room is left, near the end of it. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Why the text could not be sent; empty where nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the user may not expect of this text; empty where nothing is so. */
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Who else writes. */
    public ReadOnlyStringProperty typingProperty() {
        return typing.getReadOnlyProperty();
    }

    /** Where the text goes. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Whether the server did not let the user in, so that nothing can be written. */
    public BooleanProperty refusedProperty() {
        return refused;
    }
}
