package hearth.client.ui.composer;

import hearth.client.i18n.Messages;
import hearth.client.link.TextLimit;
import hearth.client.ui.common.People;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is said below the text that is being written: who else writes, how long it is, why it was not sent. Lives on the JavaFX thread. */
public final class ComposerHints {
    /** How one writes privately in the pages of chats that know nothing better. */
    private static final Pattern ADDRESSED = Pattern.compile("@[^ ]+ .");

    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper("");
    private final Messages messages;
    private final TextCount counting;
    private final TypingWords typists;
    private String text = "";
    private Optional<String> conversation = Optional.empty();
    private boolean atLooksPrivate;

    /** Nothing to say yet. */
    ComposerHints(Messages messages, People people, TextLimit limit) {
        this.messages = messages;
        counting = new TextCount(messages, limit);
        typists = new TypingWords(messages, people);
    }

    /** This is what is written now. */
    void onText(String now) {
        text = now;
        showCount();
        showWarning();
    }

    /** This is where it is written, if anywhere. */
    void onPlace(Optional<String> now) {
        conversation = now;
        showTyping();
    }

    /** Says why the text was not sent. */
    void complain(String words) {
        problem.set(words);
    }

    /** Whether there is no more than the server takes; where there is, that is said. */
    boolean checkLength() {
        boolean fits = counting.fits(text);
        problem.set(fits ? "" : counting.excess(text));
        return fits;
    }

    /** Whether there is more than the server takes. */
    public boolean tooLong() {
        return !counting.fits(text);
    }

    /** Says whether people here know {@code @name text} as private, which it is not. */
    public void setAtLooksPrivate(boolean looks) {
        atLooksPrivate = looks;
        showWarning();
    }

    private void showWarning() {
        boolean addressed = atLooksPrivate && ADDRESSED.matcher(text).find();
        warning.set(addressed ? messages.text("composer.public") : "");
    }

    /** The server takes texts so long. */
    public void setLimit(TextLimit now) {
        counting.setLimit(now);
        showCount();
    }

    private void showCount() {
        count.set(counting.words(text));
    }

    /** These people write in a conversation right now. */
    public void onTyping(String where, Set<String> users) {
        typists.put(where, users);
        showTyping();
    }

    /** A conversation is gone. */
    void onRemoved(String gone) {
        typists.forget(gone);
    }

    private void showTyping() {
        typing.set(conversation.map(typists::of).orElse(""));
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
}
