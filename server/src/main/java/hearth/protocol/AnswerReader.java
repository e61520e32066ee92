package hearth.protocol;

import hearth.protocol.Answer.AuditEntry;
import hearth.protocol.Answer.BanEntry;
import hearth.protocol.Answer.Hit;
import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.Answer.RoomEntry;
import hearth.protocol.Answer.SyncResult;
import java.util.Optional;

/** What an {@code ok} carries, read by the kind of answer that its request gets. */
final class AnswerReader {

    private AnswerReader() {}

    /** The answer; nothing where no {@code ok} answers such a request. */
    static Optional<Answer> read(AnswerKind kind, Fields fields) throws FieldException {
        return switch (kind) {
            case WELCOME -> Optional.empty();
            case DONE -> Optional.of(new Answer.Done());
            case POSTED ->
                Optional.of(new Answer.Posted(
                        fields.text("conversation"),
                        fields.integer("seq"),
                        EventJson.time(fields, "at"),
                        fields.optionalFlag("duplicate").orElse(false)));
            case APPLIED -> Optional.of(new Answer.Applied(fields.optionalInteger("seq")));
            case MARKED ->
                Optional.of(new Answer.Marked(fields.integer("seq"), fields.count("unread"), fields.count("mentions")));
            case SYNCED ->
                Optional.of(new Answer.Synced(fields.objectsByName("conversations", AnswerReader::readSyncResult)));
            case ENTERED -> Optional.of(new Answer.Entered(fields.object("conversation", SummaryJson::read)));
            case PASSWORD_RESET -> Optional.of(new Answer.PasswordReset(fields.text("password")));
            case HISTORY, SEARCH, ROOMS, MEMBERS, BANS, AUDIT -> Optional.of(readPage(kind, fields));
        };
    }

    private static Answer readPage(AnswerKind kind, Fields fields) throws FieldException {
        boolean more = fields.optionalFlag("more").orElse(false);
        return switch (kind) {
            case HISTORY ->
                new Answer.HistoryPage(
                        fields.objects("items", EventJson::readItem),
                        fields.integer("asOf"),
                        more,
                        fields.optionalFlag("moreAfter").orElse(false));
            case SEARCH ->
                new Answer.SearchPage(fields.objects("hits", AnswerReader::readHit), more, fields.optionalText("next"));
            case ROOMS -> new Answer.RoomsPage(fields.objects("rooms", AnswerReader::readRoom), more);
            case MEMBERS -> new Answer.MembersPage(fields.objects("members", AnswerReader::readMember), more);
            case BANS -> new Answer.BansPage(fields.objects("users", AnswerReader::readBan), more);
            case AUDIT ->
                new Answer.AuditPage(
                        fields.objects("entries", AnswerReader::readAudit), more, fields.optionalText("next"));
            case WELCOME, DONE, POSTED, APPLIED, MARKED, SYNCED, ENTERED, PASSWORD_RESET ->
                throw new IllegalArgumentException(kind + " is no page");
        };
    }

    private static SyncResult readSyncResult(Fields fields) throws FieldException {
        if (fields.flag("recovered")) {
            return new SyncResult.Recovered(fields.objects("events", EventJson::read), fields.integer("head"));
        }
        if (fields.has("code")) {
            return new SyncResult.Lost(ErrorCode.ofWire(fields.text("code")).orElse(ErrorCode.UNKNOWN_CONVERSATION));
        }
        return new SyncResult.Reload(fields.integer("head"));
    }

    /** A server that gives no more than the id of an author is understood too. */
    private static Hit readHit(Fields fields) throws FieldException {
        UserRef author = fields.isText("author")
                ? new UserRef(fields.text("author"), "")
                : fields.object("author", EventJson::user);
        return new Hit(
                fields.text("conversation"),
                fields.integer("seq"),
                EventJson.time(fields, "at"),
                author,
                fields.text("text"),
                fields.ranges("ranges"));
    }

    private static RoomEntry readRoom(Fields fields) throws FieldException {
        return new RoomEntry(
                fields.text("id"),
                fields.text("name"),
                fields.optionalText("topic").orElse(""),
                fields.optionalText("visibility").flatMap(Visibility::ofWire).orElse(Visibility.PRIVATE),
                fields.count("members"),
                fields.count("online"),
                fields.optionalText("role").map(role -> Role.ofWire(role).orElse(Role.MEMBER)));
    }

    private static MemberEntry readMember(Fields fields) throws FieldException {
        return new MemberEntry(
                fields.text("id"),
                fields.text("name"),
                Role.ofWire(fields.text("role")).orElse(Role.MEMBER),
                fields.optionalText("status")
                        .map(status -> Status.ofWire(status).orElse(Status.ONLINE))
                        .orElse(Status.OFFLINE),
                fields.optionalText("text"));
    }

    private static BanEntry readBan(Fields fields) throws FieldException {
        return new BanEntry(
                fields.text("id"),
                fields.text("name"),
                fields.text("by"),
                EventJson.time(fields, "at"),
                fields.optionalText("reason"));
    }

    private static AuditEntry readAudit(Fields fields) throws FieldException {
        return new AuditEntry(
                EventJson.time(fields, "at"),
                fields.text("by"),
                fields.text("act"),
                fields.text("target"),
                fields.optionalText("reason"));
    }
}
