package hearth.server;

import hearth.server.history.NormalSyncHistory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A server as no one should run it: its commits do not wait for the disk. What loses nothing here proves nothing. */
final class NormalSyncServer {
    private NormalSyncServer() {}

    /**
     * Serves until it is killed.
     *
     * @param arguments the port, and the folder of the database
     */
    public static void main(String[] arguments) throws Exception {
        ServerConfig config = new ServerConfig(
                Optional.of(InetAddress.getLoopbackAddress()),
                Integer.parseInt(arguments[0]),
                Path.of(arguments[1]),
                "Kitchen",
                List.of(),
                ServerConfig.DEFAULT_HEARTBEAT);
        new ChatServer(config, System::nanoTime, InstantSource.system(), NormalSyncHistory::open).start();
        System.out.println("listening at :" + config.port());
        new CountDownLatch(1).await();
    }
}
