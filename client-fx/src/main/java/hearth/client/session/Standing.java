package hearth.client.session;

import hearth.client.link.Abilities;
import hearth.client.link.ServerSpec;
import hearth.client.session.SessionEvent.Notice;
import hearth.client.session.SessionEvent.SignedIn;
import hearth.client.store.KeepStore;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import hearth.client.store.StoreException;
import hearth.protocol.Auth;
import hearth.protocol.Capability;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame.Welcome;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who the user is, where, and what can be done there, as the newest login told it, in this process or in an earlier one. Session thread only. */
final class Standing {
    private static final Logger log = LoggerFactory.getLogger(Standing.class);

    private final KeepStore store;
    private final Credentials credentials;
    private final Abilities dialect;
    private final Consumer<SessionEvent> told;
    private Optional<Account> account;
    private Optional<SignedIn> signedIn = Optional.empty();

    /**
     * Begins.
     *
     * @param dialect what can be done on any server of this kind
     * @param account whose session this is, where the server is known before it is met
     */
    Standing(
            KeepStore store,
            Credentials credentials,
            Abilities dialect,
            Optional<Account> account,
            Consumer<SessionEvent> told) {
        this.dialect = dialect;
        this.store = store;
        this.credentials = credentials;
        this.account = account;
        this.told = told;
    }

    /** Whose session this is, as soon as somebody knows. */
    Optional<Account> account() {
        return account;
    }

    /** What observers hear of it, as soon as somebody knows. */
    Optional<SignedIn> signedIn() {
        return signedIn;
    }

    /** The user, as soon as somebody knows. */
    Optional<UserRef> self() {
        return signedIn.map(SignedIn::self).map(self -> new UserRef(self.id(), self.name()));
    }

    /** What can be done here, as far as anybody knows. */
    Abilities abilities() {
        return signedIn.map(known -> dialect.within(known.capabilities(), known.limits()))
                .orElse(dialect);
    }

    boolean can(Capability capability) {
        return signedIn.map(SignedIn::capabilities).orElse(Set.of()).contains(capability);
    }

    Limits limits() {
        return signedIn.map(SignedIn::limits).orElse(Limits.STANDARD);
    }

    /** What an earlier process knew, until a login tells it anew. */
    void restored(SignedIn kept) {
        become(kept);
    }

    private void become(SignedIn known) {
        signedIn = Optional.of(known);
        told.accept(new SessionEvent.AbilitiesTold(abilities()));
        told.accept(known);
    }

    /** Whose session a login makes it. */
    static Account accountOf(Welcome welcome) {
        return new Account(welcome.server().id(), welcome.user().name());
    }

    /** A login at this server succeeded: the visit and the token are remembered. */
    void welcomed(Welcome welcome, Auth.Guest auth, ServerSpec server, Instant now) {
        Account whose = accountOf(welcome);
        account = Optional.of(whose);
        try {
            credentials.welcomed(whose, auth);
            store.remember(new RememberedServer(
                    whose.serverId(), server, welcome.server().name(), whose.name(), now));
        } catch (StoreException e) {
            log.warn("the visit cannot be remembered", e);
            told.accept(new SessionEvent.Noticed(Notice.STORE_FAILED, String.valueOf(e.getMessage())));
        }
        become(new SignedIn(welcome.user(), welcome.server(), welcome.limits(), welcome.capabilities()));
    }
}
