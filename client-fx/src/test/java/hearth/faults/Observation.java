package hearth.faults;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a history: what one observer did or saw. An observer is one session, from its start to its end. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Observation.Sending.class, name = "sending"),
    @JsonSubTypes.Type(value = Observation.Acknowledged.class, name = "acknowledged"),
    @JsonSubTypes.Type(value = Observation.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Observation.Began.class, name = "began"),
    @JsonSubTypes.Type(value = Observation.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = Observation.Applied.class, name = "applied"),
    @JsonSubTypes.Type(value = Observation.Logged.class, name = "logged"),
    @JsonSubTypes.Type(value = Observation.LogRead.class, name = "log-read")
})
public sealed interface Observation {

    /** Who saw it. */
    String observer();

    /** A message of the observer's is in the outbox. */
    record Sending(String observer, String clientId, String text) implements Observation {}

    /** A message of the observer's counts as sent. */
    record Acknowledged(String observer, String clientId) implements Observation {}

    /** A message of the observer's was refused for good. */
    record Failed(String observer, String clientId, String code) implements Observation {}

    /** The observer gets a conversation's events from {@code head} + 1 on. */
    record Began(String observer, String conversation, long head) implements Observation {}

    /** The server told the observer to load a conversation anew, by pages. */
    record Reset(String observer, String conversation) implements Observation {}

    /** An event was delivered to the observer. */
    record Applied(String observer, LogEntry entry) implements Observation {}

    /** An entry of the final log. */
    record Logged(String observer, LogEntry entry) implements Observation {}

    /** The final log of a conversation was read to its end. */
    record LogRead(String observer, String conversation, long head) implements Observation {}
}
