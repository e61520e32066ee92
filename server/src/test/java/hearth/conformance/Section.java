package hearth.conformance;

import java.util.Locale;

/** The parts of the protocol that a server may offer; whoever offers the core is a server that people can chat on. */
enum Section {
    TRANSPORT(true),
    FRAMES(true),
    STRINGS(true),
    REQUESTS(true),
    LOGIN(true),
    ROOMS(true),
    DIRECT(true),
    POSTS(true),
    DELIVERY(true),
    SYNC(true),
    HISTORY(true),
    PEOPLE(true),
    LIVENESS(true),
    LEAVING(true),
    PASSWORDS(false),
    NAMES(false),
    CHANGES(false),
    MARKERS(false),
    SEARCH(false),
    MODERATION(false),
    ADMIN(false);

    private final boolean core;

    Section(boolean core) {
        this.core = core;
    }

    boolean core() {
        return core;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
