package hearth.client.host;

import hearth.protocol.UserRef;
import hearth.server.ChatServer;
import hearth.server.ServerConfig;
import hearth.server.ServerStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A chat server in this process, from its start to {@link #close}. Safe from any thread; nothing here is called on the JavaFX thread. */
public final class HostedChat implements AutoCloseable {
    /** So many ports behind the one that is wanted are tried. */
    private static final int PORTS_TRIED = 100;

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
        return start(new ServerConfig(
                Optional.of(InetAddress.getLoopbackAddress()),
                0,
                data,
                name,
                List.of(),
                ServerConfig.DEFAULT_HEARTBEAT));
    }

    /**
     * Starts a server for everybody on the network.
     *
     * @param data its folder, made where it is missing; one server at a time
     * @param name what people see
     * @throws HostingException with the reason; nothing of the server is left then
     */
    public static HostedChat onNetwork(Path data, String name, int port) throws HostingException, InterruptedException {
        return start(ServerConfig.of(port, data, name));
    }

    private static HostedChat start(ServerConfig config) throws HostingException, InterruptedException {
        ChatServer server = new ChatServer(config);
        try {
            server.start();
        } catch (ServerStartException e) {
            throw new HostingException(problem(e.reason()), e.getMessage(), e);
        }
        return new HostedChat(server);
    }

    private static HostingException.Problem problem(ServerStartException.Reason reason) {
        return switch (reason) {
            case PORT_TAKEN -> HostingException.Problem.PORT_TAKEN;
            case ADDRESS_UNAVAILABLE -> HostingException.Problem.PORT_FORBIDDEN;
            case FOLDER_NOT_WRITABLE -> HostingException.Problem.FOLDER_NOT_WRITABLE;
            case FOLDER_IN_USE -> HostingException.Problem.FOLDER_IN_USE;
            case DATABASE_NEWER -> HostingException.Problem.DATA_NEWER;
            case DATABASE_FOREIGN, DATABASE_DAMAGED -> HostingException.Problem.DATA_UNUSABLE;
            case FAILED -> HostingException.Problem.FAILED;
        };
    }

    /** The port that is wanted, or the next one that nobody listens at; the one that is wanted too where none is found. */
    public static int freePort(int wanted) {
        return IntStream.rangeClosed(wanted, Math.min(wanted + PORTS_TRIED, 65_535))
                .filter(HostedChat::isFree)
                .findFirst()
                .orElse(wanted);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    /** Where this machine reaches it. */
    public URI localAddress() {
        return URI.create("ws://127.0.0.1:" + server.port() + "/chat");
    }

    /** Where others reach it, as {@code host:port}, the likeliest first. Asks the system: takes milliseconds. */
    public List<String> addresses() {
        // The one that only this machine reaches comes last.
        List<String> all = server.addresses();
        return all.subList(0, all.size() - 1);
    }

    /** Who is signed in. */
    public List<UserRef> people() {
        return server.people();
    }

    /** Says good-bye to everybody, and stops. Idempotent. */
    @Override
    public void close() {
        server.stop();
    }
}
