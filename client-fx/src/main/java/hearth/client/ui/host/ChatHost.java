package hearth.client.ui.host;

import hearth.client.settings.HostPlan;
import hearth.protocol.UserRef;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Hosts one chat at a time on this computer. Calls return at once; stages complete on any thread. */
public interface ChatHost {

    /** Where others reach the chat, the likeliest address first, and who is signed in there. */
    record Sight(List<String> addresses, List<UserRef> people) {}

    /** What was hosted last here; empty where nothing ever was. */
    CompletionStage<Optional<HostPlan>> lastPlan();

    /** Remembers what is hosted. */
    CompletionStage<Void> keep(HostPlan plan);

    /** The port that is wanted, or the next one that is free. */
    CompletionStage<Integer> freePort(int wanted);

    /**
     * Begins to host, and remembers the plan.
     *
     * @return where this computer reaches the chat; exceptionally a {@link hearth.client.host.HostingException}, and then nothing is hosted
     */
    CompletionStage<URI> start(HostPlan plan);

    /** How it stands; nobody and nowhere while nothing is hosted. */
    CompletionStage<Sight> look();

    /** Says good-bye to everybody and ends the chat; what was said stays on this computer. */
    CompletionStage<Void> stop();
}
