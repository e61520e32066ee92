package hearth.client.ui.common;

import hearth.client.link.Abilities;

/**
 * What the window offers on a server: no more than can be done there.
 *
 * @param rooms whether rooms can be entered, made and left
 * @param directs whether one can write to somebody privately
 * @param silentDirects whether nobody tells if that arrived
 * @param people whether it is known who is there
 * @param headcount whether it is known how many are there
 */
public record Offers(boolean rooms, boolean directs, boolean silentDirects, boolean people, boolean headcount) {

    /** On a server of our own kind. */
    public static final Offers ALL = of(Abilities.HEARTH);

    /** What these abilities allow. */
    public static Offers of(Abilities abilities) {
        Abilities.Presence presence = abilities.presence();
        return new Offers(
                abilities.rooms() != Abilities.Rooms.NONE,
                abilities.privates() != Abilities.Privates.NONE,
                abilities.privates() == Abilities.Privates.SILENT,
                presence == Abilities.Presence.LIST,
                presence == Abilities.Presence.LIST || presence == Abilities.Presence.COUNT);
    }
}
