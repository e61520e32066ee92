package hearth.client.ui.common;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes what forms consist of. */
public final class FormParts {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

    private FormParts() {}

    /** The name of a field, over it. */
    public static Label label(String words, TextField field) {
        Label label = heading(words);
        label.setLabelFor(field);
        field.setAccessibleText(words);
        InputMethodWatch.guard(field);
        return label;
    }

    /** The name of a part of a form. */
    public static Label heading(String words) {
        Label label = Weight.followHan(new Label(words));
        label.getStyleClass().add("field-label");
        return label;
    }

    /** What scrolls where it has no room; the bar has a place of its own, so that nothing moves aside for it. */
    public static ScrollPane scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        pane.setFocusTraversable(false);
        content.layoutBoundsProperty().subscribe(_ -> showFit(pane));
        pane.viewportBoundsProperty().subscribe(_ -> showFit(pane));
        return pane;
    }

    private static void showFit(ScrollPane pane) {
        double height = pane.getContent().getLayoutBounds().getHeight();
        pane.pseudoClassStateChanged(FITS, height <= pane.getViewportBounds().getHeight());
    }

    /** What a dialog is about, over its fields. */
    public static Label text(String words) {
        Label text = new Label(words);
        text.getStyleClass().add("dialog-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    /** What helps with a field, under it. */
    public static Label hint(String words) {
        Label hint = new Label(words);
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    /** Marks a field with what is wrong with it, in its hint; where nothing is, the hint says {@code calm}, and takes no room where that is nothing. */
    public static void mark(TextField field, Label hint, String wrong, String calm) {
        field.pseudoClassStateChanged(ERROR, !wrong.isEmpty());
        hint.pseudoClassStateChanged(ERROR, !wrong.isEmpty());
        hint.setText(wrong.isEmpty() ? calm : wrong);
        hint.setManaged(!hint.getText().isEmpty());
    }

    /** What is wrong; takes no room where nothing is. */
    public static Label problem(ReadOnlyStringProperty words) {
        Label problem = new Label();
        problem.getStyleClass().add("dialog-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(words);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        return problem;
    }

    /** A switch with its words before it. */
    public static HBox choice(String words, String hint, ToggleSwitch onOff) {
        onOff.setAccessibleText(words);
        VBox lines = new VBox(2, heading(words), hint(hint));
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox line = new HBox(12, lines, onOff);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("form-switch");
        return line;
    }

    /** The buttons at the foot of a dialog. */
    public static HBox foot(Node... buttons) {
        HBox foot = new HBox(8, buttons);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }
}
