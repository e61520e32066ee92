package hearth.client.app;

import hearth.client.i18n.Messages;
import hearth.client.settings.Preferences.Language;
import hearth.client.ui.common.Times;
import java.time.ZoneId;
import java.util.Locale;

/** What the program speaks: the user's choice, or what the system speaks. Times keep the system's form. Immutable. */
record Speech(Locale system, Locale form, ZoneId zone) {

    /** As the system has it now. */
    static Speech ofSystem() {
        return new Speech(
                Locale.getDefault(Locale.Category.DISPLAY),
                Locale.getDefault(Locale.Category.FORMAT),
                ZoneId.systemDefault());
    }

    Locale locale(Language language) {
        return switch (language) {
            case SYSTEM -> system;
            case ENGLISH -> system.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? system : Locale.UK;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
        };
    }

    Messages messages(Language language) {
        return Messages.in(locale(language));
    }

    Times times(Messages messages) {
        return new Times(messages, zone, form);
    }
}
