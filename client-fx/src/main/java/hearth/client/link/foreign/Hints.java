package hearth.client.link.foreign;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** What connections found out about servers, by address, for those that come later in this process. Safe from any thread. */
public final class Hints {
    /** Most that is known; what was told first is forgotten first. */
    static final int MOST = 1_000;

    private final SequencedMap<Question, String> hints = new LinkedHashMap<>();

    /** Something that there is to know of a server. */
    private record Question(URI address, String about) {}

    /** What is known of the server at this address. */
    synchronized Optional<String> of(URI address, String about) {
        return Optional.ofNullable(hints.get(new Question(address, about)));
    }

    /** This counts now, and nothing that was known before about the same. */
    synchronized void put(URI address, String about, String hint) {
        hints.put(new Question(address, about), hint);
        if (hints.size() > MOST) {
            hints.pollFirstEntry();
        }
    }
}
