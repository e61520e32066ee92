package hearth.protocol;

import java.util.Optional;

/** What one user is doing, and the text that the user set. */
public record PresenceEntry(String id, String name, Status status, Optional<String> text) {}
