package hearth.client.ui.timeline;

import javafx.scene.layout.HBox;

/** Draws one row at a time, and another one when the first has left the sight. */
abstract class TimelineCell extends HBox {
    private TimelineRow row;

    /** Draws this row, unless it is drawn already. */
    final void draw(TimelineRow next) {
        if (!next.equals(row)) {
            row = next;
            show(next);
        }
    }

    /** Draws the same row again, for something around it is another. */
    final void redraw() {
        show(row);
    }

    /** Draws this row; of the kind that the cell was made for. */
    protected abstract void show(TimelineRow next);

    /** Shows what is selected of it; most rows have nothing to select. */
    void showSelection() {}

    /** Holds the reader's eye on it for a moment; most rows are never jumped to. */
    void flash() {}

    /** The row that is drawn. */
    final TimelineRow row() {
        return row;
    }
}
