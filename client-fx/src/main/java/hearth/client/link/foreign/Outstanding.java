package hearth.client.link.foreign;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** The user's messages that were sent on a connection and of which it is not known yet that they arrived, oldest first. In the socket's turns only. */
final class Outstanding {
    private final Deque<Said> waiting = new ArrayDeque<>();

    /** One of them: the request that it answers, and its words. */
    record Said(long request, String clientId, Place place, String text) {}

    void add(Said said) {
        waiting.add(said);
    }

    /** The oldest with these words, taken out: this is its echo. */
    Optional<Said> echoed(String text) {
        for (Iterator<Said> each = waiting.iterator(); each.hasNext(); ) {
            Said said = each.next();
            if (said.text().equals(text)) {
                each.remove();
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** Whether it was waiting still; it is not any more. */
    boolean left(Said said) {
        return waiting.remove(said);
    }
}
