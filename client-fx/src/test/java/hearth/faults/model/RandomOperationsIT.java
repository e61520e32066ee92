package hearth.faults.model;

import hearth.client.link.hearth.HearthDialler;
import hearth.client.transport.JdkTransport;
import hearth.faults.FaultRig;
import hearth.faults.FaultRow;
import hearth.faults.model.RandomSequence.Operator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five users do at random what people do, in several worlds at a time, while their server is killed, stopped and restored; a plain model says what they see. */
class RandomOperationsIT {
    private static final int WORLDS = FaultRow.isFull() ? 4 : 1;
    private static final int SHORT = 40;
    private static final int FULL = 10_000;

    /** In so many sequences of a world the server is killed, stopped and restored once. */
    private static final int ROUND = FaultRow.isFull() ? 200 : SHORT;

    @TempDir
    Path folder;

    @Test
    void everybodySeesWhatTheModelSays() throws Exception {
        new FaultRow(11, "random operations of 5 users, restarts, restores", "equals the model", SHORT, FULL)
                .run((row, random) -> {
                    List<Future<?>> worlds = new ArrayList<>();
                    try (ExecutorService threads = Executors.newCachedThreadPool()) {
                        for (int i = 0; i < WORLDS; i++) {
                            long seed = random.nextLong();
                            Path place = Files.createDirectory(folder.resolve("world-" + i));
                            worlds.add(threads.submit(() -> {
                                run(place, row.size() / WORLDS, new Random(seed));
                                return null;
                            }));
                        }
                    }
                    for (Future<?> world : worlds) {
                        world.get();
                    }
                    return "equal in " + row.size() + " sequences";
                });
    }

    private static void run(Path place, int sequences, Random random) throws Exception {
        try (ExecutorService sockets = Executors.newCachedThreadPool();
                ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
                JdkTransport transport = new JdkTransport(sockets, timers);
                FaultRig rig = new FaultRig(place)) {
            HearthDialler dialler =
                    new HearthDialler(transport, timers, () -> UUID.randomUUID().toString());
            ModelWorld world = new ModelWorld(rig, place, dialler);
            for (int i = 0; i < sequences; i++) {
                try {
                    new RandomSequence(world, random, "s" + i + "e").run(operator(i));
                } catch (AssertionError | Exception e) {
                    throw new AssertionError(place.getFileName() + ", sequence " + i + ": " + e.getMessage(), e);
                }
            }
            world.close();
        }
    }

    private static Operator operator(int sequence) {
        int eighth = ROUND / 8;
        if (sequence % eighth != eighth - 1) {
            return Operator.NOTHING;
        }
        return switch (sequence % ROUND / eighth) {
            case 1, 5 -> Operator.KILL;
            case 3 -> Operator.STOP;
            case 6 -> Operator.RESTORE;
            default -> Operator.NOTHING;
        };
    }
}
