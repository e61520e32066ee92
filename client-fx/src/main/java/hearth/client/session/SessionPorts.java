package hearth.client.session;

import hearth.client.link.ChatLink;
import hearth.client.store.CacheShelf;
import hearth.client.store.KeepStore;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a session reaches the world through.
 *
 * @param caches where copies of what the server has are kept, to be shown before there is a connection; empty where nobody looks at them
 * @param jitter spreads the attempts of many clients
 * @param secrets makes tokens and client ids; cryptographically strong
 */
public record SessionPorts(
        SessionLoop loop,
        ChatLink.Dialler dialler,
        KeepStore store,
        Optional<CacheShelf> caches,
        Interfaces interfaces,
        RandomGenerator jitter,
        RandomGenerator secrets) {}
