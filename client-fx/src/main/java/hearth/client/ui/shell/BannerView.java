package hearth.client.ui.shell;

import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.RichText;
import hearth.client.ui.common.Spinner;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** What there is to say about the connection, with what can be done. */
final class BannerView extends HBox {
    private static final double SPINNER = 16;

    private final Appearance appearance;
    private final StackPane mark = new StackPane();
    private final RichText words = new RichText();
    private final Button button = new Button();
    private final Consumer<Banner.Act> onAct;
    private final Subscription bound;
    private Optional<Banner.Mark> shownMark = Optional.empty();

    BannerView(Appearance appearance, ConnectionViewModel model, Consumer<Banner.Act> onAct) {
        this.appearance = appearance;
        this.onAct = onAct;
        setId("banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setId("banner-action");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(mark, words, button);
        bound = model.bannerProperty().subscribe(this::show);
    }

    private void show(Optional<Banner> banner) {
        setVisible(banner.isPresent());
        setManaged(banner.isPresent());
        banner.ifPresent(this::show);
    }

    private void show(Banner banner) {
        getStyleClass().setAll("banner", banner.tone().name().toLowerCase(Locale.ROOT));
        if (shownMark.filter(banner.mark()::equals).isEmpty()) {
            mark.getChildren().setAll(node(banner.mark()));
            shownMark = Optional.of(banner.mark());
        }
        words.show(banner.words());
        button.setVisible(banner.action().isPresent());
        button.setManaged(banner.action().isPresent());
        banner.action().ifPresent(action -> {
            button.setText(action.words());
            button.setOnAction(_ -> onAct.accept(action.act()));
        });
    }

    private Node node(Banner.Mark mark) {
        return switch (mark) {
            case NO_CONNECTION -> Icon.of(Feather.WIFI_OFF, Icon.BUTTON);
            case WORKING -> new Spinner(SPINNER, appearance);
            case SILENT -> Icon.of(Feather.ACTIVITY, Icon.BUTTON);
            case REFUSED -> Icon.of(Feather.SLASH, Icon.BUTTON);
        };
    }

    void dispose() {
        bound.unsubscribe();
    }
}
