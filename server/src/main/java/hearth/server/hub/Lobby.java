package hearth.server.hub;

import hearth.protocol.Visibility;
import hearth.server.account.Names;
import hearth.server.history.Change;
import hearth.server.history.StorageException;

/** The room that every user is a member of. Its name tells it from the others, so it never changes. */
final class Lobby {
    static final String NAME = "lobby";

    private final Workings workings;
    private final Names.CheckedName name;

    Lobby(Workings workings) {
        this.workings = workings;
        name = workings.parts()
                .names()
                .check(NAME)
                .orElseThrow(() -> new IllegalStateException(NAME + " has to be a valid name"));
    }

    boolean is(Conversation conversation) {
        return conversation
                .room()
                .filter(room -> room.skeleton().equals(name.skeleton()))
                .isPresent();
    }

    /** The room; made by {@link #ensure} before anything else happens. */
    Conversation room() {
        return workings.chat()
                .conversations()
                .roomBySkeleton(name.skeleton())
                .orElseThrow(() -> new IllegalStateException("there is no lobby"));
    }

    /** Makes the lobby where there is none yet. */
    void ensure() throws StorageException {
        if (workings.chat().conversations().roomBySkeleton(name.skeleton()).isEmpty()) {
            workings.ledger()
                    .record(new Change.RoomAdded(
                            workings.parts().ids().next(), name.display(), name.skeleton(), "", Visibility.PUBLIC));
        }
    }
}
