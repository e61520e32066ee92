package hearth.server;

import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tries out a whole server: on a free port of this machine, in a folder that is removed again, over a real socket. */
final class SmokeRun {
    private static final String TEXT = "smoke";

    private final PrintStream out;
    private final PrintStream err;

    SmokeRun(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Gives the exit code: 0 where a message came back. */
    int run() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("hearth-smoke");
            try {
                serveOneMessage(folder);
            } finally {
                remove(folder);
            }
            out.println("The server works: one message was posted and came back.");
            return 0;
        } catch (IOException | TimeoutException | ServerStartException e) {
            err.println("The server does not work: " + e.getMessage());
            return 1;
        }
    }

    private static void serveOneMessage(Path folder)
            throws IOException, InterruptedException, TimeoutException, ServerStartException {
        ChatServer server = new ChatServer(new ServerConfig(
                Optional.of(InetAddress.getLoopbackAddress()),
                0,
                folder,
                "Smoke",
                List.of(),
                ServerConfig.DEFAULT_HEARTBEAT));
        server.start();
        try (SmokeClient client = new SmokeClient(server.port())) {
            client.send(new ClientFrame.Ping(Optional.of(TEXT)));
            client.await(ServerFrame.Pong.class::isInstance);
            client.send(new ClientFrame.Hello(
                    1, 1, "hearth-smoke", new Auth.Guest("Smoke", Optional.empty()), Optional.empty()));
            ServerFrame.Welcome welcome = (ServerFrame.Welcome) client.await(ServerFrame.Welcome.class::isInstance);
            String lobby = welcome.conversations().getFirst().id();
            client.send(new ClientFrame.Post(2, lobby, TEXT, TEXT, OptionalLong.empty()));
            client.await(SmokeRun::isOurMessage);
        } finally {
            server.stop();
        }
    }

    private static boolean isOurMessage(ServerFrame frame) {
        return frame instanceof ServerFrame.Happened(Event.Message message)
                && message.text().equals(TEXT);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
