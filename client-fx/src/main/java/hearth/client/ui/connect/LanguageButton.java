package hearth.client.ui.connect;

import hearth.client.i18n.Messages;
import hearth.client.settings.Preferences.Language;
import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.ViewContext;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What the program speaks, in that language's own words; a click offers the others. */
final class LanguageButton extends Button {
    private final Messages messages;
    private final Appearance appearance;

    LanguageButton(ViewContext context) {
        messages = context.messages();
        appearance = context.appearance();
        boolean chinese = messages.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
        setText(messages.text(chinese ? "settings.language.chinese" : "settings.language.english"));
        setId("connect-language");
        getStyleClass().add("quiet");
        setGraphic(Icon.of(Feather.GLOBE, Icon.SMALL));
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(messages.text("connect.language.name", getText()));
        setOnAction(_ -> menu().show(this, Side.TOP, 0, 0));
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .setAll(
                        choice(Language.SYSTEM, "settings.language.system"),
                        choice(Language.ENGLISH, "settings.language.english"),
                        choice(Language.CHINESE, "settings.language.chinese"));
        return menu;
    }

    private RadioMenuItem choice(Language language, String key) {
        RadioMenuItem item = new RadioMenuItem(messages.text(key));
        item.setSelected(appearance.preferencesProperty().get().language() == language);
        item.setOnAction(
                _ -> appearance.choose(appearance.preferencesProperty().get().withLanguage(language)));
        return item;
    }
}
