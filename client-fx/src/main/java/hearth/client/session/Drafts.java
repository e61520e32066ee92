package hearth.client.session;

import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.StoreException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unfinished texts of one account, on disk. Before the account is known there are none. Session thread only. */
final class Drafts {
    private static final Logger log = LoggerFactory.getLogger(Drafts.class);

    private final KeepStore store;
    private final Consumer<String> failed;
    private Optional<Account> account = Optional.empty();

    /** {@code failed} hears a sentence for the user whenever a text cannot be kept. */
    Drafts(KeepStore store, Consumer<String> failed) {
        this.store = store;
        this.failed = failed;
    }

    void belongTo(Account whose) {
        account = Optional.of(whose);
    }

    void keep(String conversation, String text) {
        if (account.isEmpty()) {
            return;
        }
        try {
            store.keepDraft(account.get(), conversation, text);
        } catch (StoreException e) {
            log.warn("the draft cannot be kept", e);
            failed.accept(String.valueOf(e.getMessage()));
        }
    }

    /** The unfinished text of a conversation; empty where there is none, or it cannot be read. */
    String of(String conversation) {
        try {
            return account.isPresent() ? store.draft(account.get(), conversation) : "";
        } catch (StoreException e) {
            log.warn("the draft cannot be read", e);
            return "";
        }
    }

    /** The conversations with an unfinished text. */
    Set<String> conversations() {
        try {
            return account.isPresent() ? store.drafts(account.get()).keySet() : Set.of();
        } catch (StoreException e) {
            log.warn("the drafts cannot be read", e);
            return Set.of();
        }
    }

    /** A conversation is known by another id now. */
    void move(String before, String now) {
        String text = of(before);
        if (!text.isEmpty()) {
            keep(now, text);
            keep(before, "");
        }
    }
}
