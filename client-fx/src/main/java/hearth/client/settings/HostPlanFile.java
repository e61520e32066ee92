package hearth.client.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Keeps what was hosted last. Reads and writes the disk: never called on the JavaFX thread. What cannot be read is as never hosted. */
public final class HostPlanFile {
    private static final String CHAT = "chat";
    private static final String PORT = "port";
    private static final String USER = "user";
    private static final String AGAIN = "again";

    private final PropertiesFile file;

    /** The plan in this file. */
    public HostPlanFile(Path file) {
        this.file = new PropertiesFile(file);
    }

    /** What was hosted last; empty where nothing ever was. */
    public Optional<HostPlan> load() {
        Properties kept = file.load();
        String chat = kept.getProperty(CHAT);
        String user = kept.getProperty(USER);
        return chat == null || user == null
                ? Optional.empty()
                : Optional.of(new HostPlan(
                        chat, port(kept.getProperty(PORT, "")), user, Boolean.parseBoolean(kept.getProperty(AGAIN))));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port > 0 && port <= HostPlan.LAST_PORT ? port : HostPlan.USUAL_PORT;
        } catch (NumberFormatException _) {
            return HostPlan.USUAL_PORT;
        }
    }

    /** Keeps what is hosted. */
    public void save(HostPlan plan) {
        Properties kept = new Properties();
        kept.setProperty(CHAT, plan.chat());
        kept.setProperty(PORT, Integer.toString(plan.port()));
        kept.setProperty(USER, plan.user());
        kept.setProperty(AGAIN, Boolean.toString(plan.again()));
        file.save(kept);
    }
}
