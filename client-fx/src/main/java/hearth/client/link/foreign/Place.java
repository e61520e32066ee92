package hearth.client.link.foreign;

import java.util.Optional;

/** Where something is said on a server that numbers nothing. */
public sealed interface Place {

    /** Where everybody is who is in no room. */
    record Lobby() implements Place {}

    /** A room, by its name. */
    record Room(String name) implements Place {}

    /** Between the user and somebody else, by name. */
    record Person(String name) implements Place {}

    /** The id of its conversation. */
    default String id() {
        return switch (this) {
            case Lobby _ -> "lobby";
            case Room(String name) -> "#" + name;
            case Person(String name) -> "@" + name;
        };
    }

    /** The place of the conversation with this id, if it is one. */
    static Optional<Place> of(String id) {
        if (id.equals("lobby")) {
            return Optional.of(new Lobby());
        }
        if (id.length() < 2) {
            return Optional.empty();
        }
        return switch (id.charAt(0)) {
            case '#' -> Optional.of(new Room(id.substring(1)));
            case '@' -> Optional.of(new Person(id.substring(1)));
            default -> Optional.empty();
        };
    }
}
