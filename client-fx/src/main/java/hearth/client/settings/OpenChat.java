package hearth.client.settings;

import hearth.client.store.KeepStore.Account;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Keeps which chat was open, so that the next start begins with it. Reads and writes the disk: never called on the JavaFX thread. */
public final class OpenChat {
    private static final String SERVER = "server";
    private static final String USER = "user";

    private final PropertiesFile file;

    /** The chat that this file tells of. */
    public OpenChat(Path file) {
        this.file = new PropertiesFile(file);
    }

    /** The chat that was open; empty where the user left the last one, or was never in any. */
    public Optional<Account> load() {
        Properties kept = file.load();
        String server = kept.getProperty(SERVER);
        String user = kept.getProperty(USER);
        return server == null || user == null ? Optional.empty() : Optional.of(new Account(server, user));
    }

    /** Keeps which chat is open. */
    public void save(Optional<Account> open) {
        Properties kept = new Properties();
        open.ifPresent(account -> {
            kept.setProperty(SERVER, account.serverId());
            kept.setProperty(USER, account.name());
        });
        file.save(kept);
    }
}
