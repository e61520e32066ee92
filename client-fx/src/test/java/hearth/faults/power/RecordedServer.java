package hearth.faults.power;

import hearth.client.app.PackagedServer;
import hearth.client.app.Program;
import hearth.client.session.SessionEvent;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.Work;
import hearth.faults.FaultClient;
import hearth.faults.FaultRig;
import hearth.protocol.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Path data = folder.resolve("server");
        Path log = folder.resolve("server.acts");
        Map<String, String> environment = witness.recording(data, log);
        FaultRig.Launch launch = switch (kind) {
            case PACKAGED -> packaged -> packaged.start(environment);
            case NORMAL_SYNC -> packaged -> startWithNormalSync(packaged, data, environment);
        };
        Queue<Told> told = new ConcurrentLinkedQueue<>();
        try (FaultRig rig = new FaultRig(folder, launch)) {
            work(rig, told, messages, random);
            rig.server().kill();
        }
        return new RecordedServer(DiskRecording.read(log, data, RecordedServer::matters), List.copyOf(told));
    }

    private static Program startWithNormalSync(PackagedServer packaged, Path data, Map<String, String> environment)
            throws IOException {
        List<String> arguments = List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "hearth.server.NormalSyncServer",
                String.valueOf(packaged.port()),
                data.toString());
        return Program.java(arguments, data.resolveSibling("server.out"), environment)
                .onceItPrints(":" + packaged.port());
    }

    /** The index of the write-ahead log is made anew from the log after a crash, whatever is in it. */
    private static boolean matters(String file) {
        return file.isEmpty() || (file.startsWith("hearth.db") && !file.endsWith("-shm"));
    }

    private static void work(FaultRig rig, Queue<Told> told, int messages, Random random) throws Exception {
        List<FaultClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            FaultClient client = rig.impatient("user" + i).client().connect();
            String self = client.signedIn().orElseThrow().self().id();
            client.session().observe(event -> onEvent(client, self, event, told));
            clients.add(client);
        }
        for (int i = 0; i < messages; i++) {
            clients.get(i % CLIENTS).post(i + " " + "x".repeat(random.nextInt(LONGEST_TEXT)));
        }
        int each = messages / CLIENTS;
        clients.forEach(client -> client.await("all sent", one -> one.acknowledged() >= each));
    }

    private static void onEvent(FaultClient client, String self, SessionEvent event, Queue<Told> told) {
        switch (event) {
            case SessionEvent.OutboxChanged changed
            when changed.state() == OutboxState.SENT -> told.add(toldBy(changed, self, System.nanoTime()));
            case SessionEvent.EventApplied(Event.Message message)
            when message.author().id().equals(self) && message.seq() % DELETED_ONE_OF == 0 ->
                client.session().delete(message.conversation(), message.seq());
            default -> {}
        }
    }

    private static Told toldBy(SessionEvent.OutboxChanged changed, String self, long nanos) {
        return switch (changed.work()) {
            case Work.Post post -> new Told.Sent(self, changed.clientId(), post.text(), nanos);
            case Work.Delete(long target) -> new Told.Deleted(changed.conversation(), target, nanos);
            case Work.Edit _, Work.React _ -> throw new IllegalStateException("nobody did that");
        };
    }
}
