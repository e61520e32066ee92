package hearth.client.ui.common;

import hearth.protocol.PresenceEntry;
import hearth.protocol.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The people of one server as far as they were heard of: name, colour, and what each does now. Lives on the JavaFX thread. */
public final class People {
    private final Map<String, PresenceEntry> byId = new HashMap<>();
    private final Map<String, String> colours = new HashMap<>();

    /** Counts the changes: whoever shows people looks again when it moves. */
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    private final ReadOnlyIntegerWrapper colourRevision = new ReadOnlyIntegerWrapper();

    private String self = "";
    private boolean known;

    /** Takes news in; {@code whole} where everybody who is not named is offline. */
    public void apply(List<PresenceEntry> changes, boolean whole) {
        if (whole) {
            byId.replaceAll((id, entry) -> new PresenceEntry(id, entry.name(), Status.OFFLINE, Optional.empty()));
        }
        changes.forEach(change -> byId.put(change.id(), change));
        moved();
    }

    /** Remembers a name that was seen, without saying anything of the person's presence. */
    public void meet(String id, String name) {
        byId.compute(
                id,
                (_, known) -> known == null
                        ? new PresenceEntry(id, name, Status.OFFLINE, Optional.empty())
                        : new PresenceEntry(id, name, known.status(), known.text()));
    }

    /**
     * Takes in that the server shows a person in this colour.
     *
     * @param web {@code #} and six digits
     */
    public void colour(String id, String web) {
        colours.put(id, web);
        colourRevision.set(colourRevision.get() + 1);
    }

    /** The colour in which the server shows a person, {@code #} and six digits; absent where it tells none. */
    public Optional<String> colour(String id) {
        return Optional.ofNullable(colours.get(id));
    }

    /** Says who the user is. */
    public void signedIn(String userId) {
        self = userId;
        moved();
    }

    /** Says whether presence can be known now: it cannot without a connection. */
    public void setKnown(boolean presenceKnown) {
        if (known != presenceKnown) {
            known = presenceKnown;
            moved();
        }
    }

    private void moved() {
        revision.set(revision.get() + 1);
    }

    /** The user's own id; empty before the first sign-in. */
    public String self() {
        return self;
    }

    /** Whether presence can be known now. */
    public boolean known() {
        return known;
    }

    /** What this person does now; absent where nobody knows. */
    public Optional<Status> status(String id) {
        return known
                ? Optional.of(Optional.ofNullable(byId.get(id))
                        .map(PresenceEntry::status)
                        .orElse(Status.OFFLINE))
                : Optional.empty();
    }

    /** What this person wrote about it. */
    public Optional<String> statusText(String id) {
        return known ? Optional.ofNullable(byId.get(id)).flatMap(PresenceEntry::text) : Optional.empty();
    }

    /** The name of a person; absent where it was never heard. */
    public Optional<String> name(String id) {
        return Optional.ofNullable(byId.get(id)).map(PresenceEntry::name);
    }

    /** Everybody who was heard of, in no order. */
    public List<PresenceEntry> everybody() {
        return List.copyOf(byId.values());
    }

    /** How many are not offline. */
    public int online() {
        return (int) byId.values().stream()
                .filter(entry -> entry.status() != Status.OFFLINE)
                .count();
    }

    /** Moves whenever somebody has another colour. */
    public ReadOnlyIntegerProperty colourRevisionProperty() {
        return colourRevision.getReadOnlyProperty();
    }

    /** Moves whenever something else here changed. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
