package hearth.protocol;

/** A user as events name one: the id that never changes, and the name. */
public record UserRef(String id, String name) {}
