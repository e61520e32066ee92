package hearth.client.host;

import hearth.server.ChatServer;
import hearth.server.ServerConfig;
import hearth.server.ServerStartException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A chat server in this process, from its start to {@link #close}. Safe from any thread; nothing here is called on the JavaFX thread. */
public final class HostedChat implements AutoCloseable {
    private final ChatServer server;

    private HostedChat(ChatServer server) {
        this.server = server;
    }

    /**
     * Starts a server for this machine alone, at any free port.
     *
     * @param data its folder, made where it is missing
     * @param name what people see
     * @throws HostingException with a sentence for the user; nothing of the server is left then
     */
    public static HostedChat onLoopback(Path data, String name) throws HostingException, InterruptedException {
        ServerConfig config = new ServerConfig(
                Optional.of(InetAddress.getLoopbackAddress()),
                0,
                data,
                name,
                List.of(),
                ServerConfig.DEFAULT_HEARTBEAT);
        ChatServer server = new ChatServer(config);
        try {
            server.start();
        } catch (ServerStartException e) {
            throw new HostingException(e.getMessage(), e);
        }
        return new HostedChat(server);
    }

    /** Where this machine reaches it. */
    public URI localAddress() {
        return URI.create("ws://127.0.0.1:" + server.port() + "/chat");
    }

    /** Says good-bye to everybody, and stops. Idempotent. */
    @Override
    public void close() {
        server.stop();
    }
}
