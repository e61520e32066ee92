package hearth.protocol;

/** Requests that make, lead and leave rooms, and those of admins: the second half of what a client asks. */
final class RoomRequests {

    private RoomRequests() {}

    static ClientFrame.Request read(String type, long id, Fields f) throws FieldException {
        return switch (type) {
            case "create-room" ->
                new ClientFrame.CreateRoom(
                        id, f.text("name"), FieldForms.line(f, "topic"), f.constant("visibility", Visibility::ofWire));
            case "join" -> new ClientFrame.Join(id, FieldForms.room(f));
            case "leave" -> new ClientFrame.Leave(id, FieldForms.room(f));
            case "invite" ->
                new ClientFrame.Invite(id, f.text("conversation"), f.text("user"), FieldForms.line(f, "reason"));
            case "kick" ->
                new ClientFrame.Kick(id, f.text("conversation"), f.text("user"), FieldForms.line(f, "reason"));
            case "ban" -> new ClientFrame.Ban(id, f.text("conversation"), f.text("user"), FieldForms.line(f, "reason"));
            case "unban" ->
                new ClientFrame.Unban(id, f.text("conversation"), f.text("user"), FieldForms.line(f, "reason"));
            case "bans" ->
                new ClientFrame.Bans(id, f.text("conversation"), f.optionalText("after"), FieldForms.limit(f));
            case "mute" -> new ClientFrame.Mute(id, f.text("conversation"), f.text("user"), FieldForms.seconds(f));
            case "set-role" ->
                new ClientFrame.SetRole(id, f.text("conversation"), f.text("user"), f.constant("role", Role::ofWire));
            case "set-room" ->
                new ClientFrame.SetRoom(
                        id,
                        f.text("conversation"),
                        f.optionalText("name"),
                        FieldForms.line(f, "topic"),
                        f.optionalConstant("visibility", Visibility::ofWire));
            case "delete-room" -> new ClientFrame.DeleteRoom(id, f.text("conversation"));
            default -> readOfAdmins(type, id, f);
        };
    }

    private static ClientFrame.Request readOfAdmins(String type, long id, Fields f) throws FieldException {
        return switch (type) {
            case "claim-server" -> new ClientFrame.ClaimServer(id, f.text("code"));
            case "ban-user" ->
                new ClientFrame.BanUser(
                        id,
                        f.text("user"),
                        FieldForms.line(f, "reason"),
                        f.optionalFlag("addresses").orElse(false));
            case "unban-user" -> new ClientFrame.UnbanUser(id, f.text("user"), FieldForms.line(f, "reason"));
            case "reset-password" -> new ClientFrame.ResetPassword(id, f.text("user"));
            case "set-server-role" ->
                new ClientFrame.SetServerRole(id, f.text("user"), f.constant("role", ServerRole::ofWire));
            case "audit" -> new ClientFrame.Audit(id, f.optionalText("before"), FieldForms.limit(f));
            default ->
                throw Texts.isWellFormed(type)
                        ? new FieldException(ErrorCode.UNKNOWN_TYPE, "no such type of frame")
                        : FieldException.badFrame("type", "free of unpaired surrogates and U+0000");
        };
    }
}
