package hearth.server.hub;

import hearth.protocol.Auth;
import hearth.protocol.ClientFrame;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.ClientFrame.Request;
import hearth.protocol.ClientFrame.RoomKey;
import hearth.protocol.ClientFrame.UserKey;
import hearth.protocol.Role;
import hearth.protocol.Status;
import hearth.protocol.Visibility;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Requests that still wait for their id, short to write. */
final class Requests {
    private Requests() {}

    static LongFunction<Request> hello(Auth auth) {
        return id -> new ClientFrame.Hello(id, 1, "test", auth, Optional.empty());
    }

    static LongFunction<Request> guest(String name, String token) {
        return hello(new Auth.Guest(name, Optional.of(token)));
    }

    static LongFunction<Request> token(String token) {
        return hello(new Auth.Token(token));
    }

    static LongFunction<Request> post(String conversation, String clientId, String text) {
        return id -> new ClientFrame.Post(id, conversation, clientId, text, OptionalLong.empty());
    }

    static LongFunction<Request> reply(String conversation, String clientId, String text, long replyTo) {
        return id -> new ClientFrame.Post(id, conversation, clientId, text, OptionalLong.of(replyTo));
    }

    static LongFunction<Request> edit(String conversation, long target, String text) {
        return id -> new ClientFrame.Edit(id, conversation, target, text);
    }

    static LongFunction<Request> delete(String conversation, long target) {
        return id -> new ClientFrame.Delete(id, conversation, target);
    }

    static LongFunction<Request> react(String conversation, long target, String emoji, boolean on) {
        return id -> new ClientFrame.React(id, conversation, target, emoji, on);
    }

    static LongFunction<Request> read(String conversation, long seq) {
        return id -> new ClientFrame.Read(id, conversation, seq);
    }

    static LongFunction<Request> sync(Map<String, Long> cursors) {
        return id -> new ClientFrame.Sync(id, cursors);
    }

    static LongFunction<Request> history(String conversation) {
        return id -> new ClientFrame.History(id, conversation, new Place.Latest(), OptionalInt.empty());
    }

    static LongFunction<Request> search(String query) {
        return id -> new ClientFrame.Search(
                id, query, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    static LongFunction<Request> searchIn(String conversation, String query) {
        return id -> new ClientFrame.Search(
                id, query, Optional.of(conversation), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    static LongFunction<Request> rooms() {
        return id -> new ClientFrame.Rooms(id, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    static LongFunction<Request> rooms(String query, String after, int limit) {
        return id -> new ClientFrame.Rooms(id, Optional.of(query), Optional.of(after), OptionalInt.of(limit));
    }

    static LongFunction<Request> members(String conversation) {
        return id -> new ClientFrame.Members(id, conversation, Optional.empty(), OptionalInt.empty());
    }

    static LongFunction<Request> members(String conversation, String after, int limit) {
        return id -> new ClientFrame.Members(id, conversation, Optional.of(after), OptionalInt.of(limit));
    }

    static LongFunction<Request> createRoom(String name) {
        return id -> new ClientFrame.CreateRoom(id, name, Optional.empty(), Visibility.PUBLIC);
    }

    static LongFunction<Request> createPrivate(String name) {
        return id -> new ClientFrame.CreateRoom(id, name, Optional.empty(), Visibility.PRIVATE);
    }

    static LongFunction<Request> join(String conversation) {
        return id -> new ClientFrame.Join(id, new RoomKey.ById(conversation));
    }

    static LongFunction<Request> joinByName(String name) {
        return id -> new ClientFrame.Join(id, new RoomKey.ByName(name));
    }

    static LongFunction<Request> leave(String conversation) {
        return id -> new ClientFrame.Leave(id, new RoomKey.ById(conversation));
    }

    static LongFunction<Request> openDirect(String user) {
        return id -> new ClientFrame.OpenDirect(id, new UserKey.ById(user));
    }

    static LongFunction<Request> openDirectByName(String name) {
        return id -> new ClientFrame.OpenDirect(id, new UserKey.ByName(name));
    }

    static LongFunction<Request> invite(String conversation, String user) {
        return id -> new ClientFrame.Invite(id, conversation, user, Optional.empty());
    }

    static LongFunction<Request> kick(String conversation, String user) {
        return id -> new ClientFrame.Kick(id, conversation, user, Optional.of("too loud"));
    }

    static LongFunction<Request> ban(String conversation, String user) {
        return id -> new ClientFrame.Ban(id, conversation, user, Optional.of("far too loud"));
    }

    static LongFunction<Request> unban(String conversation, String user) {
        return id -> new ClientFrame.Unban(id, conversation, user, Optional.empty());
    }

    static LongFunction<Request> bans(String conversation) {
        return id -> new ClientFrame.Bans(id, conversation, Optional.empty(), OptionalInt.empty());
    }

    static LongFunction<Request> bans(String conversation, String after, int limit) {
        return id -> new ClientFrame.Bans(id, conversation, Optional.of(after), OptionalInt.of(limit));
    }

    static LongFunction<Request> mute(String conversation, String user, long seconds) {
        return id -> new ClientFrame.Mute(id, conversation, user, seconds);
    }

    static LongFunction<Request> setRole(String conversation, String user, Role role) {
        return id -> new ClientFrame.SetRole(id, conversation, user, role);
    }

    static LongFunction<Request> rename(String conversation, String name) {
        return id -> new ClientFrame.SetRoom(id, conversation, Optional.of(name), Optional.empty(), Optional.empty());
    }

    static LongFunction<Request> setTopic(String conversation, String topic) {
        return id -> new ClientFrame.SetRoom(id, conversation, Optional.empty(), Optional.of(topic), Optional.empty());
    }

    static LongFunction<Request> setVisibility(String conversation, Visibility visibility) {
        return id ->
                new ClientFrame.SetRoom(id, conversation, Optional.empty(), Optional.empty(), Optional.of(visibility));
    }

    static LongFunction<Request> deleteRoom(String conversation) {
        return id -> new ClientFrame.DeleteRoom(id, conversation);
    }

    static LongFunction<Request> setStatus(Status status, String text) {
        return id -> new ClientFrame.SetStatus(id, status, Optional.of(text));
    }

    static LongFunction<Request> logOut() {
        return id -> new ClientFrame.LogOut(id, false);
    }

    static LongFunction<Request> logOutEverywhere() {
        return id -> new ClientFrame.LogOut(id, true);
    }
}
