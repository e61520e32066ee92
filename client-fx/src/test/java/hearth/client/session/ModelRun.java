package hearth.client.session;

import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.Target;
import java.util.Optional;
import java.util.Random;

/** Ada's program, one process after another, at a {@link ModelServer} where she has said something before; chance decides what happens. For one thread. */
final class ModelRun {
    static final Target LOBBY = new Target.Conversation("c1");

    final Random random;
    final ModelServer server;
    SessionBench bench;

    ModelRun(long seed) {
        random = new Random(seed);
        server = new ModelServer(random);
        server.say(SessionBench.ADA);
        start(new MemoryKeepStore());
    }

    /** A new process on this disk. */
    void start(MemoryKeepStore disk) {
        server.cut();
        bench = new SessionBench(disk, Optional.of("server-1"), Missed.NEWEST_PAGE);
        bench.session.connect();
        bench.loop.settle();
    }

    /** The process is killed, and the next one finds what it left on the disk. */
    void restart() {
        start(bench.store.copy());
    }

    /** So many times the server and the process do what there is to do. */
    void settle(int rounds) {
        for (int i = 0; i < rounds; i++) {
            server.run(bench, 1);
        }
    }
}
