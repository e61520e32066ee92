package hearth.client.ui.timeline;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/** The cells of a timeline: those in sight by their rows' keys, and those that wait for another row of their kind. Where they stand is the flow's business. */
final class CellSheet extends Region {
    private final Function<TimelineRow, TimelineCell> cells;
    private final Map<String, TimelineCell> live = new HashMap<>();
    private final Map<Class<?>, Deque<TimelineCell>> spare = new HashMap<>();

    /** Makes cells with this where none waits. */
    CellSheet(Function<TimelineRow, TimelineCell> cells) {
        this.cells = cells;
    }

    /** The cell that shows the row of this key. */
    Optional<TimelineCell> cell(String key) {
        return Optional.ofNullable(live.get(key));
    }

    /** Draws a row, so that it can be measured and placed. */
    TimelineCell draw(TimelineRow row) {
        TimelineCell cell = live.get(row.key());
        if (cell == null || !cell.row().getClass().equals(row.getClass())) {
            // A key is known in one conversation only: in the next one it may be that of a row of another kind.
            Optional.ofNullable(cell).ifPresent(this::setAside);
            cell = fresh(row);
            live.put(row.key(), cell);
        }
        cell.setVisible(true);
        cell.draw(row);
        cell.applyCss();
        return cell;
    }

    private TimelineCell fresh(TimelineRow row) {
        Deque<TimelineCell> waiting = spare.get(row.getClass());
        if (waiting != null && !waiting.isEmpty()) {
            return waiting.pop();
        }
        TimelineCell cell = cells.apply(row);
        getChildren().add(cell);
        return cell;
    }

    /** Puts the cells of all other rows aside. */
    void retire(Set<String> used) {
        live.entrySet().removeIf(entry -> {
            boolean gone = !used.contains(entry.getKey());
            if (gone) {
                setAside(entry.getValue());
            }
            return gone;
        });
    }

    private void setAside(TimelineCell cell) {
        cell.setVisible(false);
        spare.computeIfAbsent(cell.row().getClass(), _ -> new ArrayDeque<>()).push(cell);
    }

    /** Has every cell draw its row anew. */
    void redraw() {
        live.values().forEach(TimelineCell::redraw);
        spare.values().forEach(waiting -> waiting.forEach(TimelineCell::redraw));
    }

    /** Has every message in sight show what is selected of it. */
    void showSelection() {
        live.values().forEach(TimelineCell::showSelection);
    }

    /** The cells of the messages in sight, in no order. */
    Stream<MessageCell> messages() {
        return live.values().stream().filter(MessageCell.class::isInstance).map(MessageCell.class::cast);
    }

    /** The place in a text that is nearest to this point; absent where no message is in sight. */
    Optional<TimelineSelection.Place> placeAt(double x, double y) {
        return messages()
                .min(Comparator.comparingDouble(cell -> distance(cell, y)))
                .map(cell -> cell.placeAt(x - cell.getLayoutX(), y - cell.getLayoutY()));
    }

    private static double distance(TimelineCell cell, double y) {
        return Math.max(0, Math.max(cell.getLayoutY() - y, y - cell.getLayoutY() - cell.getHeight()));
    }

    @Override
    protected void layoutChildren() {
        // The flow has placed every cell before this runs.
    }
}
