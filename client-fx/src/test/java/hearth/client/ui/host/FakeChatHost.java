package hearth.client.ui.host;

import hearth.client.host.HostingException;
import hearth.client.settings.HostPlan;
import hearth.protocol.UserRef;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hosts nothing, and says that it does: at once, on the caller's thread. */
public final class FakeChatHost implements ChatHost {
    /** What this computer's addresses are. */
    public static final List<String> ADDRESSES = List.of("192.168.1.20:7878", "10.0.0.5:7878");

    private final List<HostPlan> started = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private Optional<HostPlan> last = Optional.empty();
    private Optional<HostingException.Problem> problem = Optional.empty();
    private Set<Integer> taken = Set.of();
    private List<UserRef> people = List.of();

    /** This was hosted last. */
    public FakeChatHost last(HostPlan plan) {
        last = Optional.of(plan);
        return this;
    }

    /** Hosting fails so from now on. */
    public FakeChatHost failing(HostingException.Problem how) {
        problem = Optional.of(how);
        return this;
    }

    /** Other programs listen at these ports. */
    public FakeChatHost taken(Integer... ports) {
        taken = Set.of(ports);
        return this;
    }

    /** These are signed in from now on. */
    public FakeChatHost people(UserRef... signedIn) {
        people = List.of(signedIn);
        return this;
    }

    /** What was begun. */
    public List<HostPlan> started() {
        return List.copyOf(started);
    }

    /** What else was asked for. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public CompletionStage<Optional<HostPlan>> lastPlan() {
        return CompletableFuture.completedFuture(last);
    }

    @Override
    public CompletionStage<Void> keep(HostPlan plan) {
        last = Optional.of(plan);
        commands.add("keep " + plan.again());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Integer> freePort(int wanted) {
        int free = wanted;
        while (taken.contains(free)) {
            free++;
        }
        return CompletableFuture.completedFuture(free);
    }

    @Override
    public CompletionStage<URI> start(HostPlan plan) {
        if (problem.isPresent()) {
            return CompletableFuture.failedFuture(new HostingException(problem.get(), "told to fail", null));
        }
        started.add(plan);
        last = Optional.of(plan);
        return CompletableFuture.completedFuture(URI.create("ws://127.0.0.1:" + plan.port() + "/chat"));
    }

    @Override
    public CompletionStage<Sight> look() {
        return CompletableFuture.completedFuture(new Sight(ADDRESSES, people));
    }

    @Override
    public CompletionStage<Void> stop() {
        commands.add("stop");
        return CompletableFuture.completedFuture(null);
    }
}
