package hearth.client.ui.settings;

import hearth.client.settings.Preferences.Scheme;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** A set of colours to choose, under a small window in it. */
final class ThemeCard extends VBox {
    private static final double ARC = 12;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Scheme scheme;
    private final RadioButton choice;

    ThemeCard(String words, Scheme scheme, Runnable onChosen) {
        this.scheme = scheme;
        choice = new RadioButton(words);
        choice.setId("settings-" + scheme.name().toLowerCase(Locale.ROOT));
        choice.setOnAction(_ -> {
            choice.setSelected(true);
            onChosen.run();
        });
        choice.selectedProperty().subscribe(selected -> pseudoClassStateChanged(SELECTED, selected));
        getStyleClass().add("theme-card");
        Node picture = picture();
        picture.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        picture.setAccessibleText(words);
        picture.setOnMouseClicked(_ -> choice.fire());
        getChildren().setAll(picture, choice);
    }

    private Node picture() {
        HBox halves = new HBox();
        halves.getStyleClass().add("theme-picture");
        switch (scheme) {
            case SYSTEM -> halves.getChildren().setAll(window("light"), window("dark"));
            case LIGHT, DARK, CONTRAST ->
                halves.getChildren().setAll(window(scheme.name().toLowerCase(Locale.ROOT)));
        }
        // What is drawn is cut to the round corners of the card.
        Rectangle corners = new Rectangle();
        corners.setArcWidth(ARC);
        corners.setArcHeight(ARC);
        corners.widthProperty().bind(halves.widthProperty());
        corners.heightProperty().bind(halves.heightProperty());
        halves.setClip(corners);
        StackPane frame = new StackPane(halves);
        frame.getStyleClass().add("theme-frame");
        return frame;
    }

    private static Node window(String colours) {
        VBox side = new VBox(line("theme-line"), line("theme-line"));
        side.getStyleClass().add("theme-side");
        VBox middle = new VBox(line("theme-text"), line("theme-line"), line("theme-accent"));
        middle.getStyleClass().add("theme-middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox window = new HBox(side, middle);
        window.getStyleClass().addAll("theme-window", "theme-" + colours);
        HBox.setHgrow(window, Priority.ALWAYS);
        return window;
    }

    private static Region line(String style) {
        Region line = new Region();
        line.getStyleClass().add(style);
        return line;
    }

    RadioButton choice() {
        return choice;
    }
}
