package hearth.client.ui.composer;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.TextLimit;
import hearth.client.session.ChatSession;
import hearth.client.session.PostResult;
import hearth.client.store.Target;
import hearth.client.ui.common.People;
import hearth.protocol.UserRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The text being written, one for each conversation, what it is for, and whether it can be sent. Lives on the JavaFX thread. */
public final class ComposerViewModel {
    private static final Aside NOTHING_ASIDE = new Aside(new Purpose.Message(), "");

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Purpose> purpose = new ReadOnlyObjectWrapper<>(new Purpose.Message());
    private final BooleanProperty refused = new SimpleBooleanProperty();
    private final KeptDrafts drafts;
    private final Map<String, Aside> asides = new HashMap<>();
    private final ComposerHints hints;
    private final Messages messages;
    private final UiThread ui;
    private final ChatSession session;
    private final Listener listener;
    private boolean switching;

    /** The conversation that is written in, and what it is called. */
    public record Place(String id, String title) {}

    /** What was begun in a conversation that is not shown now; of an edit also its text, for the draft is another one. */
    private record Aside(Purpose purpose, String edited) {}

    /** Hears what was written. */
    public interface Listener {
        /** A message was handed to the session. */
        void onSent(String conversation);

        /** A conversation has an unfinished text now, or none any more. */
        void onDraft(String conversation, boolean present);

        /** The user wants to give the newest message of the user's own another text. */
        void onEditLast();

        /** The user has taken all text from the message of this number. */
        void onEmptied(long seq);
    }

    /** What the composer needs of the program around it. */
    public record Needs(Messages messages, UiThread ui, ChatSession session, People people, TextLimit limit) {}

    /** Nowhere to write yet. */
    public ComposerViewModel(Needs needs, Listener listener) {
        messages = needs.messages();
        ui = needs.ui();
        session = needs.session();
        hints = new ComposerHints(messages, needs.people(), needs.limit());
        drafts = new KeptDrafts(ui, session, listener::onDraft);
        this.listener = listener;
        text.subscribe((_, now) -> onText(now));
    }

    /** Writes in this conversation from now on, where its draft was left. */
    public void show(Optional<Place> next) {
        String before = place.get().map(Place::id).orElse("");
        String now = next.map(Place::id).orElse("");
        if (!before.equals(now)) {
            leave(before);
            place.set(next);
            enter(now);
        } else {
            place.set(next);
        }
        hints.onPlace(next.map(Place::id));
    }

    private void leave(String before) {
        drafts.stop();
        if (!before.isEmpty()) {
            if (editing().isPresent()) {
                asides.put(before, new Aside(purpose.get(), text.get()));
            } else {
                asides.put(before, new Aside(purpose.get(), ""));
                drafts.keep(before, text.get());
            }
        }
    }

    private void enter(String now) {
        hints.complain("");
        Aside aside = Optional.ofNullable(asides.remove(now)).orElse(NOTHING_ASIDE);
        setQuietly(aside.purpose() instanceof Purpose.Edit ? aside.edited() : drafts.of(now));
        purpose.set(aside.purpose());
        if (!now.isEmpty()) {
            drafts.load(now, kept -> offer(now, kept));
        }
    }

    /** Shows a draft from the disk, unless the user has begun to write meanwhile. */
    private void offer(String conversation, String kept) {
        if (isHere(conversation) && editing().isEmpty() && text.get().isEmpty()) {
            setQuietly(kept);
        }
    }

    private boolean isHere(String conversation) {
        return place.get().filter(now -> now.id().equals(conversation)).isPresent();
    }

    private void setQuietly(String next) {
        switching = true;
        text.set(next);
        switching = false;
    }

    private void onText(String now) {
        hints.onText(now);
        if (switching || place.get().isEmpty()) {
            return;
        }
        hints.complain("");
        if (editing().isPresent()) {
            return;
        }
        String id = place.get().get().id();
        if (!now.isBlank()) {
            session.typing(id);
        }
        drafts.keepSoon(id, text::get);
    }

    private Optional<Purpose.Edit> editing() {
        return purpose.get() instanceof Purpose.Edit edit ? Optional.of(edit) : Optional.empty();
    }

    /** Makes what is written here an answer to this message; the text stays. */
    public void reply(long seq, UserRef author, String said) {
        cancel();
        purpose.set(new Purpose.Reply(seq, author, said));
    }

    /** Gives one's own message of this number another text; the draft waits until that is done. */
    public void edit(long seq, String said) {
        place.get().ifPresent(here -> {
            cancel();
            drafts.stop();
            drafts.keep(here.id(), text.get());
            beginEdit(new Purpose.Edit(seq, said), said);
        });
    }

    private void beginEdit(Purpose.Edit edit, String now) {
        hints.complain("");
        // The caret goes behind the text as soon as the field knows that it edits.
        setQuietly(now);
        purpose.set(edit);
    }

    /** Begins to edit the newest message of one's own, where nothing is written yet; false where something is. */
    public boolean editLast() {
        boolean empty = text.get().isEmpty() && purpose.get() instanceof Purpose.Message;
        if (empty) {
            listener.onEditLast();
        }
        return empty;
    }

    /** Answers nothing, and edits nothing: what is written is a message again, and after an edit that is the draft. */
    public void cancel() {
        boolean edits = editing().isPresent();
        purpose.set(new Purpose.Message());
        if (edits) {
            hints.complain("");
            setQuietly(place.get().map(here -> drafts.of(here.id())).orElse(""));
        }
    }

    /** The message of this number is being deleted: nobody edits it any more. */
    public void onDelete(long seq) {
        if (editing().filter(edit -> edit.seq() == seq).isPresent()) {
            cancel();
        }
    }

    /**
     * Sends the text, or saves it where it is an edit. A blank one stays where it is, an edit that is blank asks whether to delete, and one that is too long
     * stays; one that cannot be kept on disk comes back.
     */
    public void send() {
        // Empty lines around a text are left over from writing it; spaces before its first line may be meant.
        String written = text.get().stripTrailing().replaceFirst("^(?:\\h*\\R)+", "");
        if (place.get().isEmpty() || refused.get() || !hints.checkLength()) {
            return;
        }
        String id = place.get().get().id();
        switch (purpose.get()) {
            case Purpose.Message message -> post(id, message, written, OptionalLong.empty());
            case Purpose.Reply reply -> post(id, reply, written, OptionalLong.of(reply.seq()));
            case Purpose.Edit edit -> save(id, edit, written);
        }
    }

    private void post(String id, Purpose what, String written, OptionalLong replyTo) {
        if (written.isBlank()) {
            return;
        }
        drafts.stop();
        hints.complain("");
        purpose.set(new Purpose.Message());
        setQuietly("");
        after(
                session.post(new Target.Conversation(id), written, replyTo),
                result -> onPosted(id, what, written, result));
        listener.onSent(id);
    }

    private void save(String id, Purpose.Edit edit, String written) {
        if (written.isBlank()) {
            listener.onEmptied(edit.seq());
            return;
        }
        cancel();
        if (!written.equals(edit.before())) {
            after(session.edit(id, edit.seq(), written), result -> onSaved(id, edit, written, result));
        }
    }

    private void after(CompletionStage<PostResult> stage, Consumer<PostResult> then) {
        stage.exceptionally(_ -> new PostResult.NotKept(PostResult.Why.SHUT_DOWN))
                .thenAccept(result -> ui.later(() -> then.accept(result)));
    }

    /** The draft on disk goes only now that the outbox has the text; what the outbox does not take comes back. */
    private void onPosted(String id, Purpose what, String written, PostResult result) {
        boolean inSight = isHere(id) && editing().isEmpty();
        String since = inSight ? text.get() : drafts.of(id);
        switch (result) {
            case PostResult.Kept _ -> drafts.keep(id, since);
            case PostResult.NotKept(var why) -> {
                String both = since.isEmpty() ? written : written + "\n" + since;
                if (inSight) {
                    purpose.set(purpose.get() instanceof Purpose.Message ? what : purpose.get());
                    setQuietly(both);
                    hints.complain(words(why));
                }
                drafts.keep(id, both);
            }
        }
    }

    /** Writes behind the text that somebody is meant. */
    public void mention(String name) {
        String before = text.get();
        boolean apart = before.isEmpty() || Character.isWhitespace(before.codePointBefore(before.length()));
        text.set(before + (apart ? "@" : " @") + name + " ");
    }

    /** An edit that the outbox does not take is open again, unless the user has begun another one. */
    private void onSaved(String id, Purpose.Edit edit, String written, PostResult result) {
        if (!(result instanceof PostResult.NotKept(var why))) {
            return;
        }
        if (!isHere(id)) {
            asides.put(id, new Aside(edit, written));
        } else if (editing().isEmpty()) {
            drafts.keep(id, text.get());
            beginEdit(edit, written);
            hints.complain(words(why));
        }
    }

    private String words(PostResult.Why why) {
        return messages.text(why == PostResult.Why.OUTBOX_FULL ? "composer.outbox-full" : "composer.not-kept");
    }

    /** A conversation is gone, and its draft with it. */
    public void onRemoved(String conversation) {
        drafts.forget(conversation);
        asides.remove(conversation);
        hints.onRemoved(conversation);
    }

    /** A conversation that was shown before the server knew it has another id now; what is written there goes on. */
    public void onReplaced(String before, String now) {
        drafts.move(before, now);
        Optional.ofNullable(asides.remove(before)).ifPresent(aside -> asides.put(now, aside));
        Optional<Place> here = place.get();
        if (here.isPresent() && here.get().id().equals(before)) {
            drafts.stop();
            place.set(Optional.of(new Place(now, here.get().title())));
            if (editing().isEmpty()) {
                drafts.keep(now, text.get());
            }
        }
    }

    /** Goes on with what was unfinished in another composer, which is over; before anything is shown here. */
    public void continueFrom(ComposerViewModel before) {
        asides.putAll(before.asides);
        drafts.continueFrom(before.drafts);
    }

    /** Keeps what is unfinished. */
    public void dispose() {
        leave(place.get().map(Place::id).orElse(""));
    }

    /** The text being written. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is said below it. */
    public ComposerHints hints() {
        return hints;
    }

    /** What it is for. */
    public ReadOnlyObjectProperty<Purpose> purposeProperty() {
        return purpose.getReadOnlyProperty();
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
