package hearth.server.hub;

import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.server.account.Names;
import hearth.server.account.Tokens;
import hearth.server.history.Change;
import hearth.server.history.StorageException;
import java.util.Optional;

/** Logs in: {@code hello}. */
final class LoginHandler {
    private final Workings workings;
    private final Memberships memberships;
    private final Lobby lobby;
    private final PresenceBoard presence;
    private final Welcomes welcomes;

    /** Who is there, by which token; {@code made} where the client brought none. */
    private record Identified(User user, String tokenHash, Optional<String> made) {}

    LoginHandler(Workings workings, Memberships memberships, Lobby lobby, PresenceBoard presence, Welcomes welcomes) {
        this.workings = workings;
        this.memberships = memberships;
        this.lobby = lobby;
        this.presence = presence;
        this.welcomes = welcomes;
    }

    void onHello(Session session, ClientFrame.Hello hello) throws RefusedException, StorageException {
        Identified identified = identify(hello.auth());
        User user = identified.user();
        workings.sessions().logIn(session, new Session.Login(user, identified.tokenHash()));
        presence.arrived(session, user);
        welcomes.welcome(new Turn(session, user, hello.id()), identified.made());
    }

    private Identified identify(Auth auth) throws RefusedException, StorageException {
        return switch (auth) {
            case Auth.Guest guest -> guest(guest);
            case Auth.Token(var token) -> byToken(Tokens.hash(token));
            case Auth.Password _, Auth.Jwt _ ->
                throw new RefusedException(ErrorCode.UNSUPPORTED, "this server offers no such login");
        };
    }

    private Identified byToken(String hash) throws RefusedException {
        User user = workings.chat()
                .people()
                .byToken(hash)
                .orElseThrow(() -> new RefusedException(ErrorCode.UNAUTHORIZED, "no user has such a token"));
        return new Identified(user, hash, Optional.empty());
    }

    private Identified guest(Auth.Guest guest) throws RefusedException, StorageException {
        People people = workings.chat().people();
        Names.CheckedName name = workings.parts()
                .names()
                .check(guest.name())
                .orElseThrow(() -> new RefusedException(ErrorCode.NAME_INVALID, "this is not a valid name"));
        Optional<String> hash = guest.token().map(Tokens::hash);
        Optional<User> holder = people.bySkeleton(name.skeleton());
        if (holder.isPresent()) {
            // The answer to the claim was lost: this is the same client again.
            return hash.filter(holder.get().tokenHashes()::contains)
                    .map(own -> new Identified(holder.get(), own, Optional.empty()))
                    .orElseThrow(() -> new RefusedException(ErrorCode.NAME_TAKEN, "somebody else has this name"));
        }
        if (hash.filter(used -> people.isDead(used) || people.byToken(used).isPresent())
                .isPresent()) {
            throw new RefusedException(ErrorCode.UNAUTHORIZED, "this token is no new one");
        }
        return newcomer(name, hash);
    }

    private Identified newcomer(Names.CheckedName name, Optional<String> brought) throws StorageException {
        Optional<String> made = brought.isPresent()
                ? Optional.empty()
                : Optional.of(workings.parts().tokens().make());
        String hash = made.map(Tokens::hash).or(() -> brought).orElseThrow();
        UserRef ref = new UserRef(workings.parts().ids().next(), name.display());
        workings.ledger().record(new Change.UserAdded(ref, name.skeleton(), ServerRole.MEMBER));
        workings.ledger().record(new Change.TokenAdded(ref.id(), hash));
        User user = workings.chat().people().byId(ref.id()).orElseThrow();
        memberships.enter(lobby.room(), user, Optional.empty());
        return new Identified(user, hash, made);
    }
}
