package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import hearth.client.store.Salvaged;

/** What became of a damaged file, in words. */
public final class SalvageWords {
    private SalvageWords() {}

    /** Where it is, what was saved from it, and what to do. */
    public static String of(Messages messages, Salvaged what) {
        Salvaged.Counts saved = what.saved();
        return messages.text(
                "notice.salvaged",
                what.file(),
                what.setAside(),
                saved.servers(),
                saved.tokens(),
                saved.outbox(),
                saved.drafts(),
                saved.markers());
    }
}
