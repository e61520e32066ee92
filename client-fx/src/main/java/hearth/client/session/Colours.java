package hearth.client.session;

import hearth.client.link.Colour;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The colours that the server gives people, as far as it told in this process. Session thread only. */
final class Colours {
    /** Most people whose colour is known; a server can make up any number. */
    static final int MOST_PEOPLE = 10_000;

    private final Consumer<SessionEvent> told;
    private final Map<String, Colour> byUser = new LinkedHashMap<>();

    Colours(Consumer<SessionEvent> told) {
        this.told = told;
    }

    /** Servers say it with every message; it is passed on where it is news. */
    void heard(String user, Colour colour) {
        boolean isRoom = byUser.size() < MOST_PEOPLE || byUser.containsKey(user);
        if (isRoom && !colour.equals(byUser.put(user, colour))) {
            told.accept(new SessionEvent.PersonColoured(user, colour));
        }
    }

    void tellAll(Consumer<SessionEvent> observer) {
        byUser.forEach((user, colour) -> observer.accept(new SessionEvent.PersonColoured(user, colour)));
    }
}
