package hearth.client.screenshots;

import hearth.client.ui.ChatWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Where everything in a window stands that has a name or says something, to the nearest 8 px: a screen in text, to be compared with a later one. */
record Layout(List<Item> items) {
    private static final int GRID = 8;

    /** Half a step of the grid, and what another font or another rounding makes of a line. */
    private static final int TOLERANCE = 12;

    /** Words of one length are not of one width in every font. */
    private static final double TOLERANCE_OF_WIDTH = 0.08;

    private static final int WORDS = 24;

    /** One thing: what it is, and its place and size in px. */
    record Item(String what, int x, int y, int width, int height) {
        private static Item parse(String line) {
            String[] numbers = line.substring(0, line.indexOf('|')).strip().split(" +");
            return new Item(
                    line.substring(line.indexOf('|') + 2),
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    Integer.parseInt(numbers[2]),
                    Integer.parseInt(numbers[3]));
        }

        private String line() {
            return "%4d %4d %4d %4d | %s".formatted(x, y, width, height, what);
        }

        private int distance(Item other) {
            return Math.abs(x - other.x)
                    + Math.abs(y - other.y)
                    + Math.abs(width - other.width)
                    + Math.abs(height - other.height);
        }

        private boolean standsAs(Item accepted) {
            double across = TOLERANCE + TOLERANCE_OF_WIDTH * accepted.width;
            return Math.abs(x - accepted.x) <= across
                    && Math.abs(width - accepted.width) <= across
                    && Math.abs(y - accepted.y) <= TOLERANCE
                    && Math.abs(height - accepted.height) <= TOLERANCE;
        }
    }

    /** What stands where now. On the JavaFX thread. */
    static Layout of(Parent root) {
        List<Item> items = new ArrayList<>();
        collect(root, items);
        items.sort(Comparator.comparingInt(Item::y).thenComparingInt(Item::x).thenComparing(Item::what));
        return new Layout(List.copyOf(items));
    }

    /** What {@link #lines} wrote. */
    static Layout parse(Stream<String> lines) {
        return new Layout(lines.map(Item::parse).toList());
    }

    /** One line for each thing, to the grid. */
    List<String> lines() {
        return items.stream()
                .map(item ->
                        new Item(item.what(), snap(item.x()), snap(item.y()), snap(item.width()), snap(item.height())))
                .map(Item::line)
                .toList();
    }

    private static int snap(int px) {
        return Math.round((float) px / GRID) * GRID;
    }

    /** In words, what of the accepted layout is gone or stands elsewhere. What is new is no difference. */
    List<String> differencesFrom(Layout accepted) {
        List<Item> left = new ArrayList<>(items);
        List<String> differences = new ArrayList<>();
        for (Item wanted : accepted.items()) {
            Optional<Item> nearest = left.stream()
                    .filter(item -> item.what().equals(wanted.what()))
                    .min(Comparator.comparingInt(wanted::distance));
            nearest.ifPresent(left::remove);
            if (nearest.isEmpty()) {
                differences.add("gone:  " + wanted.line());
            } else if (!nearest.get().standsAs(wanted)) {
                differences.add("moved: " + wanted.line() + "   is now at "
                        + nearest.get().line());
            }
        }
        return differences;
    }

    private static void collect(Node node, List<Item> items) {
        if (!node.isVisible()) {
            return;
        }
        String words = ChatWindow.wordsOf(node);
        if (node.getId() != null || !words.isBlank()) {
            items.add(item(node, words));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, items));
        }
    }

    private static Item item(Node node, String words) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        return new Item(
                name(node, words.lines().findFirst().orElse("")),
                (int) Math.round(place.getMinX()),
                (int) Math.round(place.getMinY()),
                (int) Math.round(place.getWidth()),
                (int) Math.round(place.getHeight()));
    }

    private static String name(Node node, String words) {
        String start = words.length() > WORDS ? words.substring(0, WORDS) + "…" : words;
        String name = node.getId() == null ? "" : "#" + node.getId();
        return start.isEmpty() ? name : (name + " \"" + start + "\"").strip();
    }
}
