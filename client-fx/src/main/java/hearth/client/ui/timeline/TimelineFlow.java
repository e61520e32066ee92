package hearth.client.ui.timeline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A list of rows of different heights of which only those in sight are nodes. It holds a place: either the end, and then new rows push the old ones up, or the
 * first row in sight, and then nothing that comes above or below moves it.
 */
final class TimelineFlow extends Region {
    private static final double BOTTOM_GAP = 12;
    private static final double KEY_STEP = 40;
    private static final double GUESSED_HEIGHT = 40;
    private static final int LEAP_FROM_SIGHTS = 3;

    private final ObservableList<TimelineRow> rows;
    private final Runnable onNearTop;
    private final CellSheet sheet;
    private final ScrollBar bar = new ScrollBar();
    private final BooleanProperty atBottom = new SimpleBooleanProperty(true);
    private final ListChangeListener<TimelineRow> onRows = _ -> requestLayout();
    private boolean atEnd = true;
    private String anchorKey = "";

    /** The lower edge of the anchor: the head over a message may go when an older one of the same author comes, its text stays where it is. */
    private double anchorBottom;

    /** The upper edge, where a row is to be shown that was not measured yet. */
    private OptionalDouble wantedTop = OptionalDouble.empty();

    private int anchorIndex;
    private double averageHeight = GUESSED_HEIGHT;
    private boolean settingBar;
    private Runnable afterPlacing = () -> {};
    private Runnable onPlaced = () -> {};

    /** Shows these rows with these cells; {@code onNearTop} hears, possibly often, that less than a screen is left above. */
    TimelineFlow(ObservableList<TimelineRow> rows, Function<TimelineRow, TimelineCell> cells, Runnable onNearTop) {
        this.rows = rows;
        sheet = new CellSheet(cells);
        this.onNearTop = onNearTop;
        getStyleClass().add("timeline-flow");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(value -> onBar(value.doubleValue()));
        getChildren().setAll(sheet, bar);
        rows.addListener(onRows);
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setOnMousePressed(_ -> requestFocus());
    }

    /** Lets go of the rows. */
    void dispose() {
        rows.removeListener(onRows);
    }

    /** Shows the newest row, and stays with the newest. */
    void showEnd() {
        atEnd = true;
        requestLayout();
    }

    /** Shows this row as near the top as the rows below it allow. */
    void showFrom(String key) {
        atEnd = false;
        anchorKey = key;
        wantedTop = OptionalDouble.of(KEY_STEP);
        requestLayout();
    }

    /** Shows this row, in the middle where the rows around it allow, and holds the reader's eye on it. */
    void jumpTo(String key) {
        if (sheet.cell(key).filter(this::whole).isEmpty()) {
            atEnd = false;
            anchorKey = key;
            wantedTop = OptionalDouble.of(getHeight() / 3);
        }
        afterPlacing(() -> sheet.cell(key).ifPresent(TimelineCell::flash));
    }

    private boolean whole(TimelineCell cell) {
        return cell.getLayoutY() >= 0 && cell.getLayoutY() + cell.getHeight() <= getHeight();
    }

    /** Brings this row into sight as a whole, moving the others no more than that takes. */
    void reveal(String key) {
        Optional<TimelineCell> there = sheet.cell(key);
        if (there.filter(this::whole).isPresent()) {
            return;
        }
        boolean above = there.map(cell -> cell.getLayoutY() < 0).orElseGet(() -> isBeforeAnchor(key));
        atEnd = false;
        anchorKey = key;
        anchorBottom = getHeight() - BOTTOM_GAP;
        wantedTop = above ? OptionalDouble.of(KEY_STEP) : OptionalDouble.empty();
        requestLayout();
    }

    private boolean isBeforeAnchor(String key) {
        return rows.stream().limit(anchorIndex).anyMatch(row -> row.key().equals(key));
    }

    /** Runs this after each placing of the rows, from now on. */
    void setOnPlaced(Runnable listener) {
        onPlaced = listener;
    }

    /** Runs this once, after the rows stand as they were asked to. */
    void afterPlacing(Runnable then) {
        afterPlacing = then;
        requestLayout();
    }

    private void onScroll(ScrollEvent event) {
        scrollBy(event.getDeltaY());
        event.consume();
    }

    private void onKey(KeyEvent event) {
        double page = Math.max(KEY_STEP, getHeight() - KEY_STEP);
        switch (event.getCode()) {
            case PAGE_UP -> scrollBy(page);
            case PAGE_DOWN -> scrollBy(-page);
            case HOME -> rows.stream().findFirst().ifPresent(first -> showFrom(first.key()));
            case END -> showEnd();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Moves the rows down by so many px. */
    void scrollBy(double down) {
        atEnd = false;
        anchorBottom += down;
        wantedTop = OptionalDouble.empty();
        requestLayout();
    }

    private void onBar(double value) {
        if (settingBar || rows.isEmpty()) {
            return;
        }
        int index = Math.clamp((int) (value / averageHeight), 0, rows.size() - 1);
        atEnd = false;
        anchorKey = rows.get(index).key();
        wantedTop = OptionalDouble.of(index * averageHeight - value);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double barWidth = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
        Pass pass = new Pass(getWidth(), getHeight());
        if (!rows.isEmpty()) {
            pass.run();
        }
        sheet.retire(pass.used);
        atBottom.set(rows.isEmpty() || pass.endInSight());
        atEnd = atBottom.get();
        showBar(pass);
        Runnable then = afterPlacing;
        afterPlacing = () -> {};
        then.run();
        onPlaced.run();
        if (!rows.isEmpty() && pass.above() < getHeight()) {
            onNearTop.run();
        }
    }

    private void showBar(Pass pass) {
        settingBar = true;
        double total = Math.max(pass.above() + getHeight(), rows.size() * averageHeight);
        double range = Math.max(1, total - getHeight());
        bar.setVisible(total > getHeight() + 1 && !rows.isEmpty());
        bar.setMax(range);
        bar.setVisibleAmount(range * getHeight() / total);
        bar.setBlockIncrement(getHeight());
        bar.setUnitIncrement(KEY_STEP);
        bar.setValue(pass.endInSight() ? range : Math.min(range, pass.above()));
        settingBar = false;
    }

    /** Draws all rows again, for something around them is another. */
    void redraw() {
        sheet.redraw();
    }

    /** Whether the newest row is in sight. */
    BooleanProperty atBottomProperty() {
        return atBottom;
    }

    /** The px from the top of the sight to the top of this row; NaN where the row is not in sight. */
    double topOf(String key) {
        return sheet.cell(key).map(TimelineCell::getLayoutY).orElse(Double.NaN);
    }

    /** The cells of the messages in sight, in no order. */
    Stream<MessageCell> messageCells() {
        return sheet.messages();
    }

    /** The cell of the message with this key; absent where it is not in sight. */
    Optional<MessageCell> messageCell(String key) {
        return sheet.cell(key).filter(MessageCell.class::isInstance).map(MessageCell.class::cast);
    }

    /** The message at this height of the flow. */
    Optional<String> messageAt(double y) {
        return messageCells()
                .filter(cell -> y >= cell.getLayoutY() && y < cell.getLayoutY() + cell.getHeight())
                .map(cell -> cell.row().key())
                .findFirst();
    }

    /** The lowest message that is in sight as a whole. */
    Optional<String> lastMessageInSight() {
        return messageCells()
                .filter(this::whole)
                .max(Comparator.comparingDouble(TimelineCell::getLayoutY))
                .map(cell -> cell.row().key());
    }

    /** The place in a text that is nearest to this point of the flow; absent where no message is in sight. */
    Optional<TimelineSelection.Place> placeAt(double x, double y) {
        return sheet.placeAt(x, y);
    }

    /** Has every message in sight show what is selected of it. */
    void showSelection() {
        sheet.showSelection();
    }

    /** One placing of all rows in sight. */
    private final class Pass {
        private final double width;
        private final double height;
        private final Map<Integer, Double> heights = new HashMap<>();
        private final Set<String> used = new HashSet<>();
        private int first;
        private int last;
        private double top;
        private double bottom;

        Pass(double width, double height) {
            this.width = width;
            this.height = height;
        }

        void run() {
            findAnchor();
            fillDown();
            fillUp();
            if (last == rows.size() - 1 && bottom < height - BOTTOM_GAP) {
                shift(height - BOTTOM_GAP - bottom);
                fillUp();
            }
            if (first == 0 && top > 0 && bottom + (height - top) > 0 && contentTallerThanSight()) {
                shift(-top);
                fillDown();
            }
            keepAnchor();
        }

        private boolean contentTallerThanSight() {
            return last < rows.size() - 1 || bottom - top > height - BOTTOM_GAP;
        }

        private void findAnchor() {
            if (atEnd) {
                first = rows.size() - 1;
                top = height - BOTTOM_GAP - heightOf(first);
            } else {
                first = indexOfAnchor();
                top = wantedTop.orElseGet(() -> anchorBottom - heightOf(first));
                leap();
            }
            last = first;
            bottom = place(first, top);
        }

        /** Goes over rows that are far out of sight by a guess of their height, instead of making nodes of all of them. */
        private void leap() {
            if (Math.abs(top) > LEAP_FROM_SIGHTS * height) {
                int target = Math.clamp(first - Math.round(top / averageHeight), 0, rows.size() - 1);
                top += (target - first) * averageHeight;
                first = target;
            }
        }

        private void fillDown() {
            while (bottom < height && last < rows.size() - 1) {
                last++;
                bottom = place(last, bottom);
            }
        }

        private void fillUp() {
            while (top > 0 && first > 0) {
                first--;
                top -= heightOf(first);
                place(first, top);
            }
        }

        private void shift(double down) {
            top += down;
            double y = top;
            for (int i = first; i <= last; i++) {
                y = place(i, y);
            }
            bottom = y;
        }

        /** Puts a row at this height; gives where the next one begins. */
        private double place(int index, double y) {
            double rowHeight = heightOf(index);
            String key = rows.get(index).key();
            sheet.cell(key).orElseThrow().resizeRelocate(0, Math.rint(y), width, rowHeight);
            used.add(key);
            return y + rowHeight;
        }

        /** Draws a row to measure it, once. */
        private double heightOf(int index) {
            return heights.computeIfAbsent(
                    index, _ -> Math.ceil(sheet.draw(rows.get(index)).prefHeight(width)));
        }

        /** Where the anchor is now; where it is gone, what stood in its place. */
        private int indexOfAnchor() {
            int last = rows.size() - 1;
            if (anchorIndex <= last && rows.get(anchorIndex).key().equals(anchorKey)) {
                return anchorIndex;
            }
            for (int i = 0; i <= last; i++) {
                if (rows.get(i).key().equals(anchorKey)) {
                    return i;
                }
            }
            return Math.min(anchorIndex, last);
        }

        /** The first message of which something is in sight holds the place from now on. */
        private void keepAnchor() {
            double y = top + heightOf(first);
            int index = first;
            while (index < last && (y <= 0 || !(rows.get(index) instanceof TimelineRow.Message))) {
                index++;
                y += heightOf(index);
            }
            anchorIndex = index;
            anchorKey = rows.get(index).key();
            anchorBottom = y;
            wantedTop = OptionalDouble.empty();
            averageHeight = (bottom - top) / (last - first + 1);
        }

        /** A guess of the px above the sight. */
        double above() {
            return Math.max(0, first * averageHeight - top);
        }

        boolean endInSight() {
            return last == rows.size() - 1 && bottom <= height - BOTTOM_GAP + 1;
        }
    }
}
