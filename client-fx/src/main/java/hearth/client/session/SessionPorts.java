package hearth.client.session;

import hearth.client.link.ChatLink;
import hearth.client.store.KeepStore;
import java.util.random.RandomGenerator;

/**
 * What a session reaches the world through.
 *
 * @param jitter spreads the attempts of many clients
 * @param secrets makes tokens and client ids; cryptographically strong
 */
public record SessionPorts(
        SessionLoop loop,
        ChatLink.Dialler dialler,
        KeepStore store,
        Interfaces interfaces,
        RandomGenerator jitter,
        RandomGenerator secrets) {}
