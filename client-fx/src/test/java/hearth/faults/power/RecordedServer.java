package hearth.faults.power;

import hearth.client.app.PackagedServer;
import hearth.client.app.Program;
import hearth.client.session.SessionEvent;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.faults.FaultClient;
import hearth.faults.FaultProxy;
import hearth.faults.Recorder;
import hearth.protocol.Event;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server under load whose disk was recorded until it was killed, and what its clients were told meanwhile. */
record RecordedServer(List<DiskAct> acts, List<Told> acknowledged) {
    private static final int CLIENTS = 8;
    private static final int LONGEST_TEXT = 3_000;

    /** One message in so many is deleted again, which cuts the write-ahead log to nothing. */
    private static final int DELETED_ONE_OF = 60;

    /** How a server is started. */
    enum Kind {
        /** As it is delivered. */
        PACKAGED,
        /** With commits that do not wait for the disk. */
        NORMAL_SYNC
    }

    /**
     * Runs it.
     *
     * @param folder a new one, by its real path
     * @param messages how many are sent in all
     */
    static RecordedServer run(Kind kind, Witness witness, Path folder, int messages, Random random) throws Exception {
        PackagedServer packaged = new PackagedServer(folder);
        Path data = folder.resolve("server");
        Path log = folder.resolve("server.acts");
        Queue<Told> told = new ConcurrentLinkedQueue<>();
        try (Program server = start(kind, packaged, data, witness.recording(data, log))) {
            try (Load load = new Load(folder, packaged.port(), told, random)) {
                load.run(messages);
            }
            server.kill();
        }
        return new RecordedServer(DiskRecording.read(log, data, RecordedServer::matters), List.copyOf(told));
    }

    private static Program start(Kind kind, PackagedServer packaged, Path data, Map<String, String> environment)
            throws IOException {
        return switch (kind) {
            case PACKAGED -> packaged.start(environment);
            case NORMAL_SYNC -> {
                List<String> arguments = List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "hearth.server.NormalSyncServer",
                        String.valueOf(packaged.port()),
                        data.toString());
                Path output = data.resolveSibling("server.out");
                Program server = Program.java(arguments, output, environment);
                server.awaitLine(":" + packaged.port());
                yield server;
            }
        };
    }

    /** The index of the write-ahead log is made anew from the log after a crash, whatever is in it. */
    private static boolean matters(String file) {
        return file.isEmpty() || (file.startsWith("hearth.db") && !file.endsWith("-shm"));
    }

    /** The product's own clients, each behind a proxy. */
    private static final class Load implements AutoCloseable {
        private final Queue<Told> told;
        private final Random random;
        private final Recorder recorder;
        private final List<FaultClient> clients = new ArrayList<>();
        private final Deque<AutoCloseable> parts = new ArrayDeque<>();

        Load(Path folder, int port, Queue<Told> told, Random random) throws Exception {
            this.told = told;
            this.random = random;
            recorder = new Recorder(folder.resolve("history.jsonl"));
            parts.push(recorder);
            for (int i = 0; i < CLIENTS; i++) {
                add("user" + i, folder, port);
            }
        }

        private void add(String name, Path folder, int port) throws Exception {
            FaultProxy proxy = new FaultProxy(port);
            parts.push(proxy);
            Path data = Files.createDirectory(folder.resolve(name));
            FaultClient client = FaultClient.open(
                    name, name, data, URI.create(proxy.address().toString()), recorder);
            parts.push(client);
            client.connect();
            String self = client.signedIn().orElseThrow().self().id();
            client.session().observe(event -> onEvent(client, self, event));
            clients.add(client);
        }

        private void onEvent(FaultClient client, String self, SessionEvent event) {
            switch (event) {
                case SessionEvent.OutboxChanged changed
                when changed.state() == OutboxState.SENT ->
                    told.add(new Told(self, changed.clientId(), changed.text(), System.nanoTime()));
                case SessionEvent.EventApplied(Event.Message message)
                when message.author().id().equals(self) && message.seq() % DELETED_ONE_OF == 0 ->
                    client.session().delete(message.conversation(), message.seq());
                default -> {}
            }
        }

        void run(int messages) {
            for (int i = 0; i < messages; i++) {
                clients.get(i % CLIENTS).post(i + " " + "x".repeat(random.nextInt(LONGEST_TEXT)));
            }
            int each = messages / CLIENTS;
            clients.forEach(client -> client.await("all sent", one -> one.acknowledged() >= each));
        }

        @Override
        public void close() throws Exception {
            while (!parts.isEmpty()) {
                parts.pop().close();
            }
        }
    }
}
