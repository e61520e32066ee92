package hearth.client.link;

import hearth.protocol.Capability;
import hearth.protocol.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be done on servers of one dialect. What is not among it is not offered to the user, and where that matters it is said.
 *
 * @param rooms how many rooms one user can be in
 * @param privates whether there are private messages, and whether one learns that they do not arrive
 * @param past what a newcomer gets of what was said before
 * @param presence what is told of who is there
 * @param signIn what proves, or only says, who the user is
 * @param texts how long a text may be, unless a login tells otherwise
 */
public record Abilities(
        Rooms rooms,
        Privates privates,
        Past past,
        Presence presence,
        SignIn signIn,
        TextLimit texts,
        Set<Trait> traits) {

    /** What servers of our own protocol can. */
    public static final Abilities HEARTH = new Abilities(
            Rooms.MANY,
            Privates.NOTIFIED,
            Past.FULL,
            Presence.LIST,
            SignIn.TOKEN,
            new TextLimit(Limits.STANDARD.textChars(), TextLimit.Unit.CHARACTERS),
            Set.of(Trait.values()));

    /** What servers can that do not tell how long a text may be. */
    public Abilities(Rooms rooms, Privates privates, Past past, Presence presence, SignIn signIn, Set<Trait> traits) {
        this(rooms, privates, past, presence, signIn, TextLimit.UNTOLD, traits);
    }

    /** How many rooms one user can be in. */
    public enum Rooms {
        NONE,
        ONE,
        MANY
    }

    /** What becomes of private messages. */
    public enum Privates {
        NONE,
        /** They are sent; whether they arrive nobody is told. */
        SILENT,
        /** Who cannot be reached is told. */
        NOTIFIED
    }

    /** What a newcomer gets of what was said before. */
    public enum Past {
        NONE,
        /** The newest twenty messages. */
        LAST_20,
        /** What was said to the user while away. */
        UNREAD,
        FULL;

        private static final int NEWEST = 20;

        /** Whether there may be more that is not told where so much is. */
        public boolean mayLeaveOut(int told) {
            return this == LAST_20 && told >= NEWEST;
        }
    }

    /** What is told of who is there. */
    public enum Presence {
        NONE,
        /** Lines that say who comes and goes. */
        NOTICES,
        /** How many there are. */
        COUNT,
        /** Who they are. */
        LIST
    }

    /** What says who the user is. */
    public enum SignIn {
        NONE,
        NAME,
        TOKEN,
        COOKIE
    }

    /** What a server does or does not. */
    public enum Trait {
        /** The sender of a message gets it too. */
        ECHO,
        /** Each message is answered, and one that is sent twice counts once. */
        ACKNOWLEDGEMENTS,
        /** Messages carry the time at which the server had them. */
        SERVER_TIME,
        /** A name belongs to one user for ever. */
        IDENTITY,
        /** Rooms are listed, and have topics and members who let others in. */
        ROOM_CARE,
        /** A message says where it was said: in which room, or privately. */
        PLACES,
        /** Users say what they are doing. */
        STATUS,
        SEARCH,
        /** A message's author gives it another text, or deletes it. */
        EDIT,
        REACTIONS,
        /** A message says which other one it answers. */
        REPLIES;

        /** The group of requests without which there is none of it. */
        private Optional<Capability> need() {
            return switch (this) {
                case STATUS -> Optional.of(Capability.PRESENCE);
                case SEARCH -> Optional.of(Capability.SEARCH);
                case EDIT -> Optional.of(Capability.EDIT);
                case REACTIONS -> Optional.of(Capability.REACT);
                case REPLIES -> Optional.of(Capability.REPLY);
                case ROOM_CARE -> Optional.of(Capability.ROOMS);
                case ECHO, ACKNOWLEDGEMENTS, SERVER_TIME, IDENTITY, PLACES -> Optional.empty();
            };
        }
    }

    /** What of it a server can that offers these groups of requests, and has these limits. */
    public Abilities within(Set<Capability> offered, Limits limits) {
        return new Abilities(
                offered.contains(Capability.ROOMS) ? rooms : Rooms.NONE,
                offered.contains(Capability.DIRECT) ? privates : Privates.NONE,
                offered.contains(Capability.HISTORY) ? past : Past.NONE,
                presence == Presence.LIST && !offered.contains(Capability.PRESENCE) ? Presence.NONE : presence,
                signIn,
                texts.of(limits.textChars()),
                traits.stream()
                        .filter(trait -> trait.need().stream().allMatch(offered::contains))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the server does this. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
