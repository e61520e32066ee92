package hearth.client.app;

import hearth.client.console.Whys;
import hearth.client.i18n.Messages;
import hearth.client.link.ServerAddress;
import hearth.client.link.ServerSpec;
import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.transport.Ending;
import hearth.client.ui.connect.ConnectFailure;
import java.util.Locale;

/** The window's words in the console, as far as one can do there what they say. Safe from any thread. */
final class ConsoleWhys implements Whys {
    private final Messages messages = Messages.in(Locale.ENGLISH);
    private final String server;
    private final String name;

    ConsoleWhys(ServerSpec server, String name) {
        this.server = ServerAddress.words(server.address());
        this.name = name;
    }

    /** The console comes back by itself. */
    @Override
    public String of(Ending ending) {
        ConnectFailure failure = ConnectFailure.of(messages, ending, server);
        boolean passes = ending instanceof Ending.Lost || ending instanceof Ending.Closed;
        return failure.what() + "; it is tried again." + (passes ? "" : " " + failure.next());
    }

    /** The console ends. */
    @Override
    public String of(RefusalReason reason) {
        ConnectFailure failure = ConnectFailure.of(messages, reason, server, name);
        String next = reason.kind() == Kind.TOKEN
                ? "Ask whoever runs the chat for one, and start again with --token."
                : failure.next();
        return failure.what() + ". " + next;
    }
}
