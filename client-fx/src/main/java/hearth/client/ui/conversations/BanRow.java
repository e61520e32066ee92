package hearth.client.ui.conversations;

/**
 * Somebody who is banned from a room.
 *
 * @param about who did it and why, as far as that is known
 */
public record BanRow(String id, String name, String about) {}
