package hearth.client.app;

import hearth.client.host.HostedChat;
import hearth.client.host.HostingException;
import hearth.client.settings.HostPlan;
import hearth.client.settings.HostPlanFile;
import hearth.client.ui.host.ChatHost;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hosts a chat in this process, with its data beside the client's. Starting, stopping and the disk are for its one thread; {@link #close} ends the chat too. */
final class HostingHere implements ChatHost, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostingHere.class);

    /** A server says good-bye within some seconds. */
    private static final long STOP_SECONDS = 15;

    private final Path folder;
    private final HostPlanFile plans;
    private final ExecutorService worker;
    private Optional<HostedChat> chat = Optional.empty();

    /**
     * Hosts nothing yet.
     *
     * @param folder what is hosted is kept in it
     * @param worker of one thread; shut down with this
     */
    HostingHere(Path folder, HostPlanFile plans, ExecutorService worker) {
        this.folder = folder;
        this.plans = plans;
        this.worker = worker;
    }

    @Override
    public CompletionStage<Optional<HostPlan>> lastPlan() {
        return work(plans::load);
    }

    @Override
    public CompletionStage<Void> keep(HostPlan plan) {
        return work(() -> {
            plans.save(plan);
            return null;
        });
    }

    @Override
    public CompletionStage<Integer> freePort(int wanted) {
        return work(() -> HostedChat.freePort(wanted));
    }

    @Override
    public CompletionStage<URI> start(HostPlan plan) {
        return work(() -> begin(plan));
    }

    private URI begin(HostPlan plan) throws HostingException, InterruptedException {
        end();
        HostedChat started = HostedChat.onNetwork(folder, plan.chat(), plan.port());
        chat = Optional.of(started);
        plans.save(plan);
        return started.localAddress();
    }

    @Override
    public CompletionStage<Sight> look() {
        return work(() -> chat.map(now -> new Sight(now.addresses(), now.people()))
                .orElseGet(() -> new Sight(List.of(), List.of())));
    }

    @Override
    public CompletionStage<Void> stop() {
        return work(() -> {
            end();
            return null;
        });
    }

    private void end() {
        chat.ifPresent(HostedChat::close);
        chat = Optional.empty();
    }

    private <T> CompletionStage<T> work(Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        worker.execute(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    @Override
    public void close() {
        worker.execute(this::end);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the hosted chat takes long to stop; it ends with the process");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
