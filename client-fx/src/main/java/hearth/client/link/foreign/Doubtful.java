package hearth.client.link.foreign;

import hearth.client.link.ChatLink.Recollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The user's messages of which nobody knows whether they arrived, because a connection ended first. Where the server shows the same words of the same author
 * later, in the same place and among what was not known yet, it is the oldest of them: there is nothing else to know them by, so that of somebody of the same
 * name is taken for it. In the socket's turns only.
 */
final class Doubtful {
    private final List<Said> waiting = new ArrayList<>();

    private record Said(String clientId, String place, String text) {}

    /** Adds what is not known of; {@code asHeard} gives the words that others hear. */
    void recall(List<Recollection> known, UnaryOperator<String> asHeard) {
        for (Recollection each : known) {
            each.unconfirmed()
                    .forEach(said ->
                            waiting.add(new Said(said.clientId(), each.summary().id(), asHeard.apply(said.text()))));
        }
    }

    /** The client id of something that answers nothing on this connection, where the user is called so: another client wrote it, or it is one of these. */
    String clientId(Line line, String self) {
        Optional<String> own = line.author().equals(self) ? turnedUp(line.place(), line.text()) : Optional.empty();
        return own.orElseGet(Memory::newClientId);
    }

    private Optional<String> turnedUp(Place place, String text) {
        for (Iterator<Said> each = waiting.iterator(); each.hasNext(); ) {
            Said said = each.next();
            if (said.place().equals(place.id()) && said.text().equals(text)) {
                each.remove();
                return Optional.of(said.clientId());
            }
        }
        return Optional.empty();
    }
}
