package hearth.client.screenshots;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Finds words that cannot be read to their end: shortened though they are not a name that may be, or outside of what is seen. */
final class WholeTexts {
    /** Names, topics and what others wrote may be of any length; the rest of them stands in a tooltip or a card. */
    private static final Set<String> MAY_BE_SHORTENED = Set.of(
            "header-title",
            "header-topic",
            "conversation-title",
            "server-button",
            "member-name",
            "member-status",
            "author",
            "quote-name",
            "quote-text",
            "excerpt-text",
            "server-name",
            "server-about",
            "room-name",
            "room-topic",
            "person-name",
            "purpose-name",
            "purpose-said");

    /** Half a px is lost or won in rounding. */
    private static final double ROUNDING = 1;

    private final List<String> problems = new ArrayList<>();

    private WholeTexts() {}

    /** What cannot be read of what is in sight; on the JavaFX thread. */
    static List<String> problems(Parent root) {
        WholeTexts texts = new WholeTexts();
        Bounds all = root.localToScene(root.getLayoutBounds());
        texts.walk(root, new Sight(all, all));
        return texts.problems;
    }

    /**
     * Where something can be seen.
     *
     * @param reach where it may stand: what scrolls out of sight can be scrolled back, but only up and down
     */
    private record Sight(Bounds seen, Bounds reach) {
        Sight scrolled(Node node) {
            Bounds own = node.localToScene(node.getLayoutBounds());
            return new Sight(own, new BoundingBox(own.getMinX(), -FAR, own.getWidth(), 2 * FAR));
        }
    }

    private static final double FAR = 1_000_000;

    private void walk(Node node, Sight sight) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Sight within = scrolls(node) ? sight.scrolled(node) : sight;
        switch (node) {
            case Labeled labeled -> look(labeled, sight);
            case TextFlow flow -> look(flow, sight);
            case TextField field -> look(field);
            default -> {
                // Only words are looked at.
            }
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, within));
        }
    }

    private static boolean scrolls(Node node) {
        return node instanceof ScrollPane || node instanceof ListView || "timeline".equals(node.getId());
    }

    private void look(Labeled labeled, Sight sight) {
        String wanted = labeled.getText();
        if (wanted == null || wanted.isBlank() || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
            return;
        }
        boolean mayBeShortened = labeled.getStyleClass().stream().anyMatch(MAY_BE_SHORTENED::contains);
        labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child.getStyleClass().contains("text"))
                .map(Text.class::cast)
                .filter(Node::isVisible)
                .forEach(shown -> {
                    if (!mayBeShortened && !shown.getText().equals(wanted)) {
                        problems.add("\"%s\" is shortened to \"%s\": %s"
                                .formatted(wanted, shown.getText(), labeled.getStyleClass()));
                    }
                    place(shown, wanted, sight);
                });
    }

    private void look(TextFlow flow, Sight sight) {
        if (flow.getChildrenUnmodifiable().isEmpty()) {
            return;
        }
        if (flow.getHeight() + ROUNDING < flow.prefHeight(flow.getWidth())) {
            problems.add("there is no room for all lines of " + flow.getAccessibleText() + flow.getStyleClass());
        }
        place(flow, flow.getChildrenUnmodifiable().getFirst().toString(), sight);
    }

    private void look(TextField field) {
        Text prompt = new Text(field.getPromptText());
        prompt.setFont(field.getFont());
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        if (field.getText().isEmpty() && prompt.getLayoutBounds().getWidth() > room + ROUNDING) {
            problems.add("the prompt \"%s\" is wider than its field".formatted(field.getPromptText()));
        }
    }

    private void place(Node words, String text, Sight sight) {
        Bounds there = words.localToScene(words.getLayoutBounds());
        boolean inReach = sight.reach().contains(new Point2D(there.getMinX() + ROUNDING, there.getMinY() + ROUNDING))
                && sight.reach().contains(new Point2D(there.getMaxX() - ROUNDING, there.getMaxY() - ROUNDING));
        if (!inReach) {
            problems.add("\"%s\" stands outside of what is seen: %s in %s".formatted(text, there, sight.reach()));
        }
    }
}
