package hearth.protocol;

import java.util.OptionalLong;
import java.util.Set;

/** Frames of a client, as a server reads them: strict about every field that the protocol defines, blind to all others. */
final class ClientFrameReader {

    /** Frames that nothing answers, so that a fault in one is told without {@code re} even if it carries an {@code id}. */
    private static final Set<String> WITHOUT_ID = Set.of("ping", "pong", "typing");

    private ClientFrameReader() {}

    static Decoded read(String text) {
        JsonValue.Members object;
        try {
            object = JsonText.parseObject(text);
        } catch (MalformedFrameException e) {
            return new Decoded.Broken(e.getMessage());
        }
        if (!(object.values().get("type") instanceof JsonValue.Text(String type))) {
            return new Decoded.Broken("no string 'type'");
        }
        return WITHOUT_ID.contains(type)
                ? readUnanswered(type, new Fields(object))
                : readRequest(type, FieldForms.usableId(object), new Fields(object));
    }

    private static Decoded readUnanswered(String type, Fields fields) {
        try {
            return new Decoded.Frame(
                    switch (type) {
                        case "ping" -> new ClientFrame.Ping(FieldForms.pingText(fields));
                        case "pong" -> new ClientFrame.Pong(FieldForms.pingText(fields));
                        default -> new ClientFrame.Typing(fields.text("conversation"), fields.flag("active"));
                    });
        } catch (FieldException e) {
            return new Decoded.Invalid(OptionalLong.empty(), e.code(), type, e.getMessage());
        }
    }

    private static Decoded readRequest(String type, OptionalLong id, Fields fields) {
        try {
            ClientFrame.Request request = request(type, id.orElse(0), fields);
            return id.isPresent()
                    ? new Decoded.Frame(request)
                    : new Decoded.Invalid(
                            id, ErrorCode.BAD_FRAME, type, "'id' must be a positive integer up to 2^53 - 1");
        } catch (FieldException e) {
            boolean exact = id.isPresent() || e.code() == ErrorCode.UNKNOWN_TYPE;
            return new Decoded.Invalid(id, exact ? e.code() : ErrorCode.BAD_FRAME, type, e.getMessage());
        }
    }

    private static ClientFrame.Request request(String type, long id, Fields f) throws FieldException {
        return switch (type) {
            case "hello" -> hello(id, f);
            case "post" ->
                new ClientFrame.Post(
                        id,
                        f.text("conversation"),
                        FieldForms.clientId(f),
                        f.text("text"),
                        f.optionalInteger("replyTo"));
            case "edit" -> new ClientFrame.Edit(id, f.text("conversation"), f.integer("target"), f.text("text"));
            case "delete" -> new ClientFrame.Delete(id, f.text("conversation"), f.integer("target"));
            case "react" ->
                new ClientFrame.React(
                        id, f.text("conversation"), f.integer("target"), FieldForms.emoji(f), f.flag("on"));
            case "read" -> new ClientFrame.Read(id, f.text("conversation"), f.integer("seq"));
            case "sync" -> new ClientFrame.Sync(id, FieldForms.cursors(f));
            case "history" ->
                new ClientFrame.History(id, f.text("conversation"), FieldForms.place(f), FieldForms.limit(f));
            case "search" ->
                new ClientFrame.Search(
                        id,
                        FieldForms.query(f),
                        f.optionalText("conversation"),
                        f.optionalText("author"),
                        f.optionalText("before"),
                        FieldForms.limit(f));
            case "rooms" ->
                new ClientFrame.Rooms(id, FieldForms.optionalQuery(f), f.optionalText("after"), FieldForms.limit(f));
            case "members" ->
                new ClientFrame.Members(id, f.text("conversation"), f.optionalText("after"), FieldForms.limit(f));
            case "open-direct" -> new ClientFrame.OpenDirect(id, FieldForms.user(f));
            case "set-status" -> new ClientFrame.SetStatus(id, FieldForms.ownStatus(f), FieldForms.line(f, "text"));
            case "set-password" ->
                new ClientFrame.SetPassword(id, FieldForms.newPassword(f), f.optionalText("current"));
            case "log-out" ->
                new ClientFrame.LogOut(id, f.optionalFlag("everywhere").orElse(false));
            default -> RoomRequests.read(type, id, f);
        };
    }

    private static ClientFrame.Hello hello(long id, Fields f) throws FieldException {
        if (f.integer("protocol") != Limits.PROTOCOL_VERSION) {
            throw new FieldException(ErrorCode.UNSUPPORTED, "this server speaks protocol " + Limits.PROTOCOL_VERSION);
        }
        return new ClientFrame.Hello(
                id,
                Limits.PROTOCOL_VERSION,
                Texts.cut(f.optionalText("client").orElse(""), Limits.LINE_CHARS),
                f.object("auth", ClientFrameReader::auth),
                f.optionalText("serverPassword"));
    }

    private static Auth auth(Fields f) throws FieldException {
        return switch (f.text("kind")) {
            case "guest" -> new Auth.Guest(f.text("name"), FieldForms.newToken(f));
            case "token" -> new Auth.Token(FieldForms.knownToken(f));
            case "password" -> new Auth.Password(f.text("name"), f.text("password"), FieldForms.newToken(f));
            case "jwt" -> new Auth.Jwt(f.text("jwt"));
            default -> throw new FieldException(ErrorCode.UNSUPPORTED, "no such kind of login");
        };
    }
}
