package hearth.client.screenshots;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;

/** Finds what somebody who hears the window instead of seeing it would not know: controls without a name, and what acts without saying so. */
final class SpokenNames {
    private static final Set<AccessibleRole> SAYING_NOTHING =
            EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT, AccessibleRole.TEXT, AccessibleRole.IMAGE_VIEW);

    private final List<String> problems = new ArrayList<>();
    private final Parent root;

    private SpokenNames(Parent root) {
        this.root = root;
    }

    /** What is wrong with what is in sight; on the JavaFX thread. */
    static List<String> problems(Parent root) {
        SpokenNames names = new SpokenNames(root);
        names.walk(root);
        return names.problems;
    }

    private void walk(Node node) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        look(node);
        if (node instanceof Parent parent && !isWhole(node)) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    /** What is in it belongs to the control. */
    private static boolean isWhole(Node node) {
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof ButtonBase;
    }

    private void look(Node node) {
        boolean acts = node.isFocusTraversable() || node instanceof ButtonBase;
        if (acts && name(node).isEmpty()) {
            problems.add("no name: " + say(node));
        }
        if (node instanceof ListCell<?> cell
                && !cell.isEmpty()
                && blank(cell.getAccessibleText())
                && blank(cell.getText())) {
            problems.add("no name: " + say(node));
        }
        if (node instanceof ButtonBase button && showsNoWords(button)) {
            lookAtTip(button);
        }
        if (isPressed(node) && SAYING_NOTHING.contains(node.getAccessibleRole())) {
            problems.add("acts without a role: " + say(node));
        }
    }

    private void lookAtTip(ButtonBase button) {
        String tip = button.getTooltip() == null ? "" : button.getTooltip().getText();
        String name = name(button).orElse("?");
        // A tooltip may add the shortcut, and cannot show the emoji that the name has.
        if (tip.isBlank() || !(tip.startsWith(name) || name.contains(tip))) {
            problems.add("another tooltip, \"" + tip + "\", than the name of " + say(button));
        }
    }

    private static boolean showsNoWords(ButtonBase button) {
        return button.getGraphic() != null
                && (button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY || blank(button.getText()));
    }

    /** What a click does something to, beside what is behind all that floats: Escape does the same. */
    private static boolean isPressed(Node node) {
        return node.getOnMouseClicked() != null
                && !(node instanceof Cell)
                && node.getStyleClass().stream().noneMatch(name -> name.endsWith("-scrim"));
    }

    private Optional<String> name(Node node) {
        Stream<String> words = Stream.of(
                node.getAccessibleText(),
                node instanceof Labeled labeled ? labeled.getText() : null,
                labelOf(node).map(Labeled::getText).orElse(null));
        return words.filter(Objects::nonNull).filter(text -> !text.isBlank()).findFirst();
    }

    private Optional<Label> labelOf(Node node) {
        return root.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> node.equals(label.getLabelFor()))
                .findFirst();
    }

    private static String say(Node node) {
        return node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
