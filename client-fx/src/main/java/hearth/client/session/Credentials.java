package hearth.client.session;

import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import hearth.client.store.StoreException;
import hearth.protocol.Auth;
import java.text.Normalizer;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The tokens: one for each user on each server, on disk before it is first sent. Session thread only. */
final class Credentials {
    private static final int TOKEN_BYTES = 32;

    private final KeepStore store;
    private final RandomGenerator secrets;

    Credentials(KeepStore store, RandomGenerator secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** What proves on this server that we are who we were there, or begins it. */
    Auth.Guest authFor(String serverId, String name) throws StoreException {
        Optional<String> known = known(serverId, name);
        if (known.isPresent()) {
            return new Auth.Guest(name, known);
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        secrets.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.keepToken(new Account(serverId, normalised(name)), token);
        return new Auth.Guest(name, Optional.of(token));
    }

    /** The server calls the user so: the token is found under that name too. */
    void welcomed(Account account, Auth.Guest auth) throws StoreException {
        if (store.token(account).isEmpty()) {
            store.keepToken(account, auth.token().orElseThrow());
        }
    }

    private Optional<String> known(String serverId, String name) throws StoreException {
        Optional<String> exact = store.token(new Account(serverId, normalised(name)));
        if (exact.isPresent()) {
            return exact;
        }
        // The server takes names in any case for the same; somebody who writes it otherwise next time is still the
        // same, also where no welcome ever came to say how the server writes it.
        for (Account kept : kept(serverId)) {
            if (folded(kept.name()).equals(folded(name))) {
                return store.token(kept);
            }
        }
        return Optional.empty();
    }

    /** Those that a welcome gave their names to come first. */
    private Set<Account> kept(String serverId) throws StoreException {
        Set<Account> kept = new LinkedHashSet<>();
        for (RememberedServer visited : store.servers()) {
            Account account = new Account(visited.serverId(), visited.userName());
            if (visited.serverId().equals(serverId) && store.token(account).isPresent()) {
                kept.add(account);
            }
        }
        store.names(serverId).forEach(each -> kept.add(new Account(serverId, each)));
        return kept;
    }

    private static String folded(String name) {
        return normalised(normalised(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
    }
}
