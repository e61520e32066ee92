package hearth.client.ui.conversations;

import hearth.protocol.Status;
import java.util.Optional;

/**
 * A person to choose.
 *
 * @param note what was done with this person already; empty where nothing was
 */
public record PersonRow(String id, String name, Optional<Status> status, String note) {}
