package hearth.client.ui.shell;

import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.Spinner;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The mark in front of the state line. */
final class StateMark extends StackPane {
    private static final double SPINNER = 10;

    private final Region dot = new Region();
    private final Spinner spinner;

    StateMark(Appearance appearance) {
        spinner = new Spinner(SPINNER, appearance);
        getStyleClass().add("state-mark");
        dot.getStyleClass().add("state-dot");
        getChildren().setAll(dot, spinner);
    }

    void show(StateLine.Mark mark) {
        spinner.setVisible(mark == StateLine.Mark.WORKING);
        dot.setVisible(mark != StateLine.Mark.WORKING);
        dot.getStyleClass().setAll("state-dot", styleOf(mark));
    }

    static String styleOf(StateLine.Mark mark) {
        return switch (mark) {
            case OFFLINE, WORKING -> "state-offline";
            case ONLINE -> "state-online";
            case WAITING -> "state-waiting";
            case REFUSED -> "state-refused";
        };
    }
}
