package hearth.faults;

import hearth.client.app.PackagedServer;
import hearth.client.app.Program;
import hearth.client.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** One run of the kit: the packaged server as a process, and a {@link Crowd} of clients. */
public final class FaultRig implements AutoCloseable {
    private final Launch launch;
    private final PackagedServer packaged;
    private final Crowd crowd;
    private Program server;

    /** How the server is started. */
    @FunctionalInterface
    public interface Launch {

        /** Returns once it can be reached at that server's port. */
        Program start(PackagedServer packaged) throws IOException;
    }

    /**
     * Starts a server with a new database in this folder.
     *
     * @param options further ones of the server's command line
     */
    public FaultRig(Path folder, String... options) throws IOException {
        this(folder, new PackagedServer(folder, options), PackagedServer::start);
    }

    /** The same, with a server that is started in another way. */
    public FaultRig(Path folder, Launch launch, String... options) throws IOException {
        this(folder, new PackagedServer(folder, options), launch);
    }

    private FaultRig(Path folder, PackagedServer packaged, Launch launch) throws IOException {
        this.packaged = packaged;
        this.launch = launch;
        crowd = new Crowd(folder, packaged.port());
        try {
            server = launch.start(packaged);
        } catch (IOException | RuntimeException | Error e) {
            crowd.close();
            throw e;
        }
    }

    /** The server's process. */
    public Program server() {
        return server;
    }

    /** Starts the server anew, on its port and its database; it must have ended. */
    public void restartServer() throws IOException {
        server = launch.start(packaged);
    }

    /** The server's own port. */
    public int port() {
        return packaged.port();
    }

    /** What all clients saw. */
    public Recorder recorder() {
        return crowd.recorder();
    }

    /** As {@link Crowd#proxy}. */
    public FaultProxy proxy() throws IOException {
        return crowd.proxy();
    }

    /** As {@link Crowd#impatient(String)}. */
    public Seat impatient(String name) throws IOException, StoreException {
        return crowd.impatient(name);
    }

    /** As {@link Crowd#impatient(String, FrameWatch)}. */
    public Seat impatient(String name, FrameWatch watch) throws IOException, StoreException {
        return crowd.impatient(name, watch);
    }

    /** As {@link Crowd#patient}. */
    public Seat patient(String name) throws IOException, StoreException {
        return crowd.patient(name);
    }

    /** As {@link Crowd#client}. */
    public FaultClient client(String observer, String name, Path data, URI address) throws StoreException {
        return crowd.client(observer, name, data, address);
    }

    /** As {@link Crowd#verdict}. */
    public Verdict verdict() throws IOException, StoreException {
        return crowd.verdict();
    }

    @Override
    public void close() throws IOException {
        try {
            crowd.close();
        } finally {
            server.close();
        }
    }
}
