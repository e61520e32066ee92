package hearth.client.ui.connect;

import hearth.client.i18n.Messages;
import hearth.client.link.DialectName;
import hearth.client.link.ServerAddress;
import hearth.client.link.ServerSpec;
import hearth.client.link.recognition.Finding;
import hearth.client.ui.common.FindingWords;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A server that is none of ours, and how the user wants to speak with it. Lives on the JavaFX thread. */
public final class KindChoice {
    private final URI address;
    private final String found;
    private final List<Kind> kinds;
    private final ObjectProperty<Kind> chosen;
    private final StringProperty token = new SimpleStringProperty("");

    /** A kind of server, as the user reads it. */
    public record Kind(DialectName dialect, String words) {

        /** Whether a signed token may be needed there. */
        public boolean takesToken() {
            return dialect.takesToken();
        }
    }

    private KindChoice(Messages messages, URI address, String found, Stream<DialectName> likeliestFirst) {
        this.address = address;
        this.found = found;
        this.kinds = likeliestFirst
                .map(dialect -> new Kind(dialect, FindingWords.of(messages, dialect)))
                .toList();
        this.chosen = new SimpleObjectProperty<>(kinds.getFirst());
    }

    /** What is there is known; the user may still know better. */
    static KindChoice certain(Messages messages, URI address, DialectName dialect) {
        String found = messages.text("found.certain", ServerAddress.words(address), FindingWords.of(messages, dialect));
        Stream<DialectName> others =
                Arrays.stream(DialectName.values()).filter(each -> each != dialect && each != DialectName.HEARTH);
        return new KindChoice(messages, address, found, Stream.concat(Stream.of(dialect), others));
    }

    /** It may be any of these, the likeliest first. */
    static KindChoice among(Messages messages, URI address, Finding.Sign sign, List<DialectName> guesses) {
        String found = FindingWords.of(messages, sign, ServerAddress.words(address));
        return new KindChoice(messages, address, found, guesses.stream());
    }

    /** The server, spoken with as the user chose. */
    ServerSpec server() {
        Kind kind = chosen.get();
        Optional<String> given = Optional.of(token.get().strip()).filter(text -> kind.takesToken() && !text.isEmpty());
        return new ServerSpec(address, kind.dialect(), given);
    }

    /** What was found, in a sentence. */
    public String found() {
        return found;
    }

    /** What it may be, the likeliest first. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** As what the user speaks with it. */
    public ObjectProperty<Kind> chosenProperty() {
        return chosen;
    }

    /** The signed token; a secret, never shown. */
    public StringProperty tokenProperty() {
        return token;
    }
}
