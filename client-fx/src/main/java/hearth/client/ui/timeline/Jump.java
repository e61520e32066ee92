package hearth.client.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Brings the reader to a message that is named by its number: older pages are loaded until it is there. Lives on the JavaFX thread. */
public final class Jump {
    private final List<TimelineRow> rows;
    private final BooleanSupplier loadOlder;
    private final Runnable onMissing;
    private final ReadOnlyObjectWrapper<Optional<Landing>> landing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private OptionalLong wanted = OptionalLong.empty();
    private int jumps;

    /** Where a jump ended: the row's key, and the number of the jump, so that the second to one row is another. */
    public record Landing(String key, int number) {}

    /**
     * Jumps in these rows.
     *
     * @param loadOlder loads the page before the oldest row unless that is under way; false where nothing is older
     * @param onMissing hears that the message is not there
     */
    Jump(List<TimelineRow> rows, BooleanSupplier loadOlder, Runnable onMissing) {
        this.rows = rows;
        this.loadOlder = loadOlder;
        this.onMissing = onMissing;
    }

    /** Jumps to the message of this number, as soon as it is there. */
    public void to(long seq) {
        wanted = OptionalLong.of(seq);
        follow();
    }

    /** Jumps no more. */
    void cancel() {
        wanted = OptionalLong.empty();
    }

    /** Goes on after the rows have changed. */
    void follow() {
        if (wanted.isEmpty()) {
            return;
        }
        Optional<String> key = keyOf(wanted.getAsLong());
        if (key.isPresent()) {
            cancel();
            jumps++;
            landing.set(Optional.of(new Landing(key.get(), jumps)));
        } else if (!loadOlder.getAsBoolean()) {
            cancel();
            onMissing.run();
        }
    }

    private Optional<String> keyOf(long seq) {
        return rows.stream()
                .filter(TimelineRow.Message.class::isInstance)
                .map(row -> ((TimelineRow.Message) row).entry())
                .filter(entry -> entry.seq().isPresent() && entry.seq().getAsLong() == seq)
                .map(entry -> entry.key())
                .findFirst();
    }

    /** Where the last jump ended. */
    public ReadOnlyObjectProperty<Optional<Landing>> landingProperty() {
        return landing.getReadOnlyProperty();
    }
}
