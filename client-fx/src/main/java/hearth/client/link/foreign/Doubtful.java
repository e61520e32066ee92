package hearth.client.link.foreign;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink.Recollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The user's messages of which nobody knows whether they arrived, because a connection ended first or nothing came back. Where the server shows the same words
 * of the same author later, in the same place and among what was not known yet, it is the oldest of them: there is nothing else to know them by, so that of
 * somebody of the same name is taken for it. Where one can be in many rooms, the servers do not tell in which something was said: there, the place that it is
 * shown in is a guess, and any other will do. In the socket's turns only.
 */
final class Doubtful {
    private final Abilities abilities;
    private final Memory memory;
    private final List<Said> waiting = new ArrayList<>();

    private record Said(String clientId, Place place, String text) {}

    /** Something that the server showed, where it was said as far as anybody knows, and the client id of the message. */
    record Shown(Line line, String clientId) {}

    Doubtful(Abilities abilities, Memory memory) {
        this.abilities = abilities;
        this.memory = memory;
    }

    /** Adds what is not known of; {@code asHeard} gives the words that others hear. */
    void recall(List<Recollection> known, UnaryOperator<String> asHeard) {
        for (Recollection each : known) {
            Place.of(each.summary().id())
                    .ifPresent(place -> each.unconfirmed()
                            .forEach(said -> add(said.clientId(), place, asHeard.apply(said.text()))));
        }
    }

    /** Adds one, in the words that others hear. */
    void add(String clientId, Place place, String text) {
        waiting.add(new Said(clientId, place, text));
    }

    /** What something is that answers nothing on this connection, where the user is called so: another client wrote it, or it is one of these. */
    Shown shown(Line line, String self) {
        Optional<Said> own = line.author().equals(self) ? turnedUp(line) : Optional.empty();
        return own.map(said -> new Shown(memory.whereSaid(said.place(), line), said.clientId()))
                .orElseGet(() -> new Shown(line, Memory.newClientId()));
    }

    private Optional<Said> turnedUp(Line line) {
        Predicate<Said> here = said -> said.place().equals(line.place());
        Optional<Said> found =
                oldest(line, here).or(() -> oldest(line, said -> isAnyPlace(said.place(), line.place())));
        found.ifPresent(waiting::remove);
        return found;
    }

    private Optional<Said> oldest(Line line, Predicate<Said> there) {
        return waiting.stream()
                .filter(said -> said.text().equals(line.text()))
                .filter(there)
                .findFirst();
    }

    private boolean isAnyPlace(Place said, Place shown) {
        return abilities.rooms() == Abilities.Rooms.MANY
                && !(said instanceof Place.Person)
                && !(shown instanceof Place.Person);
    }
}
