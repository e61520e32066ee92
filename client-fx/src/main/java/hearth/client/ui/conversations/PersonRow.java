package hearth.client.ui.conversations;

import hearth.protocol.Status;
import java.util.Optional;

/** A person whom one can write to. */
public record PersonRow(String id, String name, Optional<Status> status) {}
