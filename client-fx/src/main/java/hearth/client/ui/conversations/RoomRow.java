package hearth.client.ui.conversations;

/**
 * A room in the list of rooms that can be seen.
 *
 * @param joined whether the user is a member
 */
public record RoomRow(String id, String name, String topic, boolean isPrivate, int members, boolean joined) {}
