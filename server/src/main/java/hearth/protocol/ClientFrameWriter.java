package hearth.protocol;

import java.util.Map;

/** Frames of a client as JSON. */
final class ClientFrameWriter {

    private ClientFrameWriter() {}

    static void write(JsonOut out, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Ping(var t) -> out.text("type", "ping").text("t", t);
            case ClientFrame.Pong(var t) -> out.text("type", "pong").text("t", t);
            case ClientFrame.Typing typing ->
                out.text("type", "typing")
                        .text("conversation", typing.conversation())
                        .flag("active", typing.active());
            case ClientFrame.Request request -> writeRequest(out, request);
        }
    }

    private static void writeRequest(JsonOut out, ClientFrame.Request request) {
        switch (request) {
            case ClientFrame.InConversation inConversation -> writeInConversation(out, inConversation);
            case ClientFrame.Hello hello -> writeHello(begin(out, "hello", hello), hello);
            case ClientFrame.Sync sync ->
                begin(out, "sync", sync).object("conversations", sync.conversations(), ClientFrameWriter::writeCursors);
            case ClientFrame.Search search ->
                begin(out, "search", search)
                        .text("query", search.query())
                        .text("conversation", search.conversation())
                        .text("author", search.author())
                        .text("before", search.before())
                        .number("limit", search.limit());
            case ClientFrame.Rooms rooms ->
                begin(out, "rooms", rooms)
                        .text("query", rooms.query())
                        .text("after", rooms.after())
                        .number("limit", rooms.limit());
            case ClientFrame.CreateRoom room ->
                begin(out, "create-room", room)
                        .text("name", room.name())
                        .text("topic", room.topic())
                        .wire("visibility", room.visibility());
            case ClientFrame.Join join -> writeRoom(begin(out, "join", join), join.room());
            case ClientFrame.Leave leave -> writeRoom(begin(out, "leave", leave), leave.room());
            case ClientFrame.OpenDirect direct -> writeUser(begin(out, "open-direct", direct), direct.with());
            case ClientFrame.SetStatus status ->
                begin(out, "set-status", status).wire("status", status.status()).text("text", status.text());
            case ClientFrame.SetPassword set ->
                begin(out, "set-password", set).text("password", set.password()).text("current", set.current());
            case ClientFrame.LogOut logOut ->
                begin(out, "log-out", logOut).flagIfTrue("everywhere", logOut.everywhere());
            case ClientFrame.ClaimServer claim ->
                begin(out, "claim-server", claim).text("code", claim.code());
            case ClientFrame.BanUser ban ->
                begin(out, "ban-user", ban)
                        .text("user", ban.user())
                        .text("reason", ban.reason())
                        .flagIfTrue("addresses", ban.addresses());
            case ClientFrame.UnbanUser unban ->
                begin(out, "unban-user", unban).text("user", unban.user()).text("reason", unban.reason());
            case ClientFrame.ResetPassword reset ->
                begin(out, "reset-password", reset).text("user", reset.user());
            case ClientFrame.SetServerRole set ->
                begin(out, "set-server-role", set).text("user", set.user()).wire("role", set.role());
            case ClientFrame.Audit audit ->
                begin(out, "audit", audit).text("before", audit.before()).number("limit", audit.limit());
        }
    }

    private static void writeInConversation(JsonOut out, ClientFrame.InConversation request) {
        switch (request) {
            case ClientFrame.Moderation moderation -> writeModeration(out, moderation);
            case ClientFrame.Post post ->
                begin(out, "post", post)
                        .text("clientId", post.clientId())
                        .text("text", post.text())
                        .number("replyTo", post.replyTo());
            case ClientFrame.Edit edit ->
                begin(out, "edit", edit).number("target", edit.target()).text("text", edit.text());
            case ClientFrame.Delete delete -> begin(out, "delete", delete).number("target", delete.target());
            case ClientFrame.React react ->
                begin(out, "react", react)
                        .number("target", react.target())
                        .text("emoji", react.emoji())
                        .flag("on", react.on());
            case ClientFrame.Read read -> begin(out, "read", read).number("seq", read.seq());
            case ClientFrame.History history -> {
                writePlace(begin(out, "history", history), history.place());
                out.number("limit", history.limit());
            }
            case ClientFrame.Members members ->
                begin(out, "members", members).text("after", members.after()).number("limit", members.limit());
            case ClientFrame.Bans bans ->
                begin(out, "bans", bans).text("after", bans.after()).number("limit", bans.limit());
            case ClientFrame.SetRoom room ->
                begin(out, "set-room", room)
                        .text("name", room.name())
                        .text("topic", room.topic())
                        .wire("visibility", room.visibility());
            case ClientFrame.DeleteRoom delete -> begin(out, "delete-room", delete);
        }
    }

    private static void writeModeration(JsonOut out, ClientFrame.Moderation request) {
        switch (request) {
            case ClientFrame.Invite invite -> begin(out, "invite", invite).text("reason", invite.reason());
            case ClientFrame.Kick kick -> begin(out, "kick", kick).text("reason", kick.reason());
            case ClientFrame.Ban ban -> begin(out, "ban", ban).text("reason", ban.reason());
            case ClientFrame.Unban unban -> begin(out, "unban", unban).text("reason", unban.reason());
            case ClientFrame.Mute mute -> begin(out, "mute", mute).number("seconds", mute.seconds());
            case ClientFrame.SetRole set -> begin(out, "set-role", set).wire("role", set.role());
        }
    }

    private static JsonOut begin(JsonOut out, String type, ClientFrame.Moderation request) {
        return begin(out, type, (ClientFrame.InConversation) request).text("user", request.user());
    }

    private static JsonOut begin(JsonOut out, String type, ClientFrame.InConversation request) {
        return begin(out, type, (ClientFrame.Request) request).text("conversation", request.conversation());
    }

    private static JsonOut begin(JsonOut out, String type, ClientFrame.Request request) {
        return out.text("type", type).number("id", request.id());
    }

    private static void writeHello(JsonOut out, ClientFrame.Hello hello) {
        out.number("protocol", hello.protocol())
                .text("client", hello.client())
                .object("auth", hello.auth(), ClientFrameWriter::writeAuth)
                .text("serverPassword", hello.serverPassword());
    }

    private static void writeAuth(JsonOut out, Auth auth) {
        switch (auth) {
            case Auth.Guest guest ->
                out.text("kind", "guest").text("name", guest.name()).text("token", guest.token());
            case Auth.Token token -> out.text("kind", "token").text("token", token.token());
            case Auth.Password password ->
                out.text("kind", "password")
                        .text("name", password.name())
                        .text("password", password.password())
                        .text("token", password.token());
            case Auth.Jwt jwt -> out.text("kind", "jwt").text("jwt", jwt.jwt());
        }
    }

    private static void writeCursors(JsonOut out, Map<String, Long> cursors) {
        cursors.forEach(out::number);
    }

    private static void writePlace(JsonOut out, ClientFrame.Place place) {
        switch (place) {
            case ClientFrame.Place.Latest _ -> {}
            case ClientFrame.Place.Before(var seq) -> out.number("before", seq);
            case ClientFrame.Place.After(var seq) -> out.number("after", seq);
            case ClientFrame.Place.Around(var seq) -> out.number("around", seq);
        }
    }

    private static void writeRoom(JsonOut out, ClientFrame.RoomKey room) {
        switch (room) {
            case ClientFrame.RoomKey.ById(var id) -> out.text("conversation", id);
            case ClientFrame.RoomKey.ByName(var name) -> out.text("room", name);
        }
    }

    private static void writeUser(JsonOut out, ClientFrame.UserKey user) {
        switch (user) {
            case ClientFrame.UserKey.ById(var id) -> out.text("user", id);
            case ClientFrame.UserKey.ByName(var name) -> out.text("name", name);
        }
    }
}
