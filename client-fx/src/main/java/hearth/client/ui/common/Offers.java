package hearth.client.ui.common;

import hearth.client.link.Abilities;
import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.SignIn;
import hearth.client.link.Abilities.Trait;

/** What the window offers on a server: no more than can be done there. */
public record Offers(Abilities abilities) {

    /** On a server of our own kind. */
    public static final Offers ALL = new Offers(Abilities.HEARTH);

    /** Whether rooms can be entered and left. */
    public boolean rooms() {
        return abilities.rooms() != Rooms.NONE;
    }

    /** Whether who enters a room leaves the one before. */
    public boolean oneRoom() {
        return abilities.rooms() == Rooms.ONE;
    }

    /** Whether rooms can be found, and have a topic and a door; else they have a name and nothing else. */
    public boolean roomCare() {
        return rooms() && abilities.has(Trait.ROOM_CARE);
    }

    /** Whether one can write to somebody privately. */
    public boolean directs() {
        return abilities.privates() != Privates.NONE;
    }

    /** Whether nobody tells if that arrived. */
    public boolean silentDirects() {
        return abilities.privates() == Privates.SILENT;
    }

    /** Whether nobody tells where something was said: in which of the user's rooms, or privately. */
    public boolean placesUntold() {
        return (rooms() || directs()) && !abilities.has(Trait.PLACES);
    }

    /** Whether it is known who is there. */
    public boolean people() {
        return abilities.presence() == Presence.LIST;
    }

    /** Whether it is known how many are there. */
    public boolean headcount() {
        return people() || abilities.presence() == Presence.COUNT;
    }

    /** Whether the user can say what they are doing. */
    public boolean status() {
        return abilities.has(Trait.STATUS);
    }

    /** Whether it is told who wrote what. */
    public boolean authors() {
        return abilities.signIn() != SignIn.NONE;
    }

    /** Whether messages can be given another text, and deleted. */
    public boolean edits() {
        return abilities.has(Trait.EDIT);
    }

    /** Whether one can react to messages. */
    public boolean reactions() {
        return abilities.has(Trait.REACTIONS);
    }

    /** Whether a message can answer another one. */
    public boolean replies() {
        return abilities.has(Trait.REPLIES);
    }

    /** What a newcomer gets of what was said before. */
    public Past past() {
        return abilities.past();
    }
}
