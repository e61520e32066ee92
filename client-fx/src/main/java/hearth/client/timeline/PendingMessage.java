package hearth.client.timeline;

import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.OptionalLong;

/** A message of one's own that has no number yet. */
public record PendingMessage(
        String clientId, UserRef author, Instant writtenAt, String text, OptionalLong replyTo, Delivery delivery) {}
