package hearth.client.ui.settings;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.controls.ToggleSwitch;
import hearth.client.i18n.Messages;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Density;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The user's preferences: each takes effect at once. */
public final class SettingsView extends StackPane {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 480;
    private static final int TEXT_STEP = 10;
    private static final double PERCENT_WIDTH = 44;

    private final Messages messages;
    private final Appearance appearance;
    private final ToggleGroup schemes = new ToggleGroup();
    private final ToggleGroup densities = new ToggleGroup();
    private final Slider size = new Slider(Preferences.SMALLEST_TEXT, Preferences.LARGEST_TEXT, Preferences.USUAL_TEXT);
    private final Label percent = Weight.semiBold(new Label());
    private final ComboBox<Language> language = new ComboBox<>();
    private final ToggleSwitch still = new ToggleSwitch();
    private final Subscription bound;

    /** What the controls are set to at first, and what they are told, is no choice of the user's. */
    private boolean showing = true;

    /** The preferences of this appearance, until {@link #dispose}. */
    public SettingsView(ViewContext context, Runnable onClose) {
        messages = context.messages();
        appearance = context.appearance();
        setId("settings");
        VBox rows = new VBox(
                themes(),
                row("settings.text", "settings.text.hint", sizes()),
                row("settings.density", "", density()),
                row("settings.language", "", languages()),
                row("settings.still", "settings.still.hint", still()));
        rows.getStyleClass().add("settings-rows");
        DialogFrame frame =
                new DialogFrame(messages.text("settings.title"), messages.text("dialog.close"), WIDTH, HEIGHT, onClose);
        frame.setCenter(FormParts.scrolling(rows));
        getChildren().setAll(frame);
        setMaxSize(WIDTH, HEIGHT);
        bound = appearance.preferencesProperty().subscribe(this::show);
    }

    private void choose(UnaryOperator<Preferences> change) {
        if (!showing) {
            appearance.choose(change.apply(appearance.preferencesProperty().get()));
        }
    }

    private Node themes() {
        Label head = FormParts.heading(messages.text("settings.theme"));
        FlowPane cards = new FlowPane(16, 12);
        for (Scheme scheme : Scheme.values()) {
            ThemeCard card = new ThemeCard(
                    messages.text(key("settings.theme", scheme)), scheme, () -> choose(now -> now.withScheme(scheme)));
            card.choice().setToggleGroup(schemes);
            card.choice().setUserData(scheme);
            cards.getChildren().add(card);
        }
        VBox themes = new VBox(head, cards);
        themes.getStyleClass().add("settings-themes");
        return themes;
    }

    private static String key(String prefix, Enum<?> value) {
        return prefix + "." + value.name().toLowerCase(Locale.ROOT);
    }

    private Node sizes() {
        size.setId("settings-text");
        size.setBlockIncrement(TEXT_STEP);
        size.setMajorTickUnit(TEXT_STEP);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        size.setAccessibleText(messages.text("settings.text"));
        // While the thumb is dragged everything under it would grow away; so the size is taken when it rests.
        size.valueProperty().subscribe(value -> {
            showPercent(value.intValue());
            if (!size.isValueChanging()) {
                chooseSize();
            }
        });
        size.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                chooseSize();
            }
        });
        // The part before the thumb is filled.
        size.setSkin(new ProgressSliderSkin(size));
        percent.setMinWidth(PERCENT_WIDTH);
        percent.setAlignment(Pos.CENTER_RIGHT);
        HBox sizes = new HBox(6, letter("small-letter"), size, letter("large-letter"), percent);
        sizes.setAlignment(Pos.CENTER_RIGHT);
        return sizes;
    }

    /** Stands at an end of the slider, as large as the text is there. */
    private static Label letter(String style) {
        Label letter = new Label("A");
        letter.getStyleClass().add(style);
        letter.setMinWidth(USE_PREF_SIZE);
        return letter;
    }

    private void chooseSize() {
        int rounded = TEXT_STEP * (int) Math.round(size.getValue() / TEXT_STEP);
        choose(now -> now.withTextPercent(rounded));
    }

    private void showPercent(int value) {
        percent.setText(messages.text("settings.text.percent", value));
    }

    private Node density() {
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        for (Density density : Density.values()) {
            ToggleButton segment = new ToggleButton(messages.text(key("settings.density", density)));
            segment.setId("settings-" + density.name().toLowerCase(Locale.ROOT));
            segment.getStyleClass().add("segment");
            segment.setToggleGroup(densities);
            segment.setUserData(density);
            segment.setOnAction(_ -> {
                segment.setSelected(true);
                choose(now -> now.withDensity(density));
            });
            segments.getChildren().add(segment);
        }
        return segments;
    }

    private Node languages() {
        language.setId("settings-language");
        language.getItems().setAll(Language.values());
        language.setCellFactory(_ -> new LanguageCell());
        language.setButtonCell(new LanguageCell());
        language.setAccessibleText(messages.text("settings.language"));
        language.setOnAction(_ ->
                Optional.ofNullable(language.getValue()).ifPresent(value -> choose(now -> now.withLanguage(value))));
        return language;
    }

    /** A language in its own words, so that whoever is lost in the other one finds it. */
    private final class LanguageCell extends ListCell<Language> {
        @Override
        protected void updateItem(Language item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : messages.text(key("settings.language", item)));
        }
    }

    private Node still() {
        still.setId("settings-still");
        still.setAccessibleText(messages.text("settings.still"));
        still.selectedProperty().subscribe(on -> choose(now -> now.withStillness(on)));
        return still;
    }

    private Node row(String key, String hintKey, Node control) {
        VBox words = new VBox(2, label(key));
        if (!hintKey.isEmpty()) {
            Label hint = new Label(messages.text(hintKey));
            hint.getStyleClass().add("small-muted");
            hint.setWrapText(true);
            words.getChildren().add(hint);
        }
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(16, words, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private Label label(String key) {
        Label label = new Label(messages.text(key));
        label.getStyleClass().add("settings-label");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void show(Preferences now) {
        showing = true;
        select(schemes, now.scheme());
        select(densities, now.density());
        size.setValue(now.textPercent());
        showPercent(now.textPercent());
        language.setValue(now.language());
        still.setSelected(now.stillness());
        showing = false;
    }

    private static void select(ToggleGroup group, Object value) {
        group.getToggles().stream()
                .filter(toggle -> value.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }

    /** Puts the focus where the language is chosen. */
    public void focusLanguage() {
        applyCss();
        language.requestFocus();
    }

    /** Puts the focus where it begins. */
    public void focusFirst() {
        // The pane that scrolls takes its content in when it gets its skin.
        applyCss();
        Optional.ofNullable((Node) schemes.getSelectedToggle()).ifPresent(Node::requestFocus);
    }

    /** Lets go of the appearance. */
    public void dispose() {
        bound.unsubscribe();
    }
}
