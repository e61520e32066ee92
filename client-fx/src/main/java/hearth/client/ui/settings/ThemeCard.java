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
        StackPane drawn = new StackPane();
        drawn.getStyleClass().add("theme-picture");
        switch (scheme) {
            case SYSTEM -> drawn.getChildren().setAll(window("light"), rightHalf(window("dark")));
            case LIGHT, DARK, CONTRAST ->
                drawn.getChildren().setAll(window(scheme.name().toLowerCase(Locale.ROOT)));
        }
        // What is drawn is cut to the round corners of the card.
        Rectangle corners = new Rectangle();
        corners.setArcWidth(ARC);
        corners.setArcHeight(ARC);
        corners.widthProperty().bind(drawn.widthProperty());
        corners.heightProperty().bind(drawn.heightProperty());
        drawn.setClip(corners);
        StackPane frame = new StackPane(drawn);
        frame.getStyleClass().add("theme-frame");
        return frame;
    }

    private static Node rightHalf(Region window) {
        Rectangle half = new Rectangle();
        half.xProperty().bind(window.widthProperty().divide(2));
        half.widthProperty().bind(window.widthProperty().divide(2));
        half.heightProperty().bind(window.heightProperty());
        window.setClip(half);
        return window;
    }

    private static Region window(String colours) {
        VBox side = new VBox(line(16), line(20, "pale"), line(13, "pale"));
        side.getStyleClass().add("theme-side");
        Region accent = new Region();
        accent.getStyleClass().add("theme-accent");
        VBox middle = new VBox(line(44, "text"), line(58, "pale"), line(36, "pale"), accent);
        middle.getStyleClass().add("theme-middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox window = new HBox(side, middle);
        window.getStyleClass().addAll("theme-window", "theme-" + colours);
        return window;
    }

    private static Region line(double width, String... styles) {
        Region line = new Region();
        line.getStyleClass().add("theme-line");
        line.getStyleClass().addAll(styles);
        line.setMaxWidth(width);
        return line;
    }

    RadioButton choice() {
        return choice;
    }
}
