package hearth.protocol;

import hearth.protocol.Answer.AuditEntry;
import hearth.protocol.Answer.BanEntry;
import hearth.protocol.Answer.Hit;
import hearth.protocol.Answer.MemberEntry;
import hearth.protocol.Answer.RoomEntry;
import hearth.protocol.Answer.SyncResult;

/** What an {@code ok} carries, as fields of its object. */
final class AnswerWriter {

    private AnswerWriter() {}

    static void write(JsonOut out, Answer answer) {
        switch (answer) {
            case Answer.Done _ -> {}
            case Answer.Posted posted ->
                out.text("conversation", posted.conversation())
                        .number("seq", posted.seq())
                        .time("at", posted.at())
                        .flagIfTrue("duplicate", posted.duplicate());
            case Answer.Applied(var seq) when seq.isPresent() -> out.number("seq", seq);
            case Answer.Applied _ -> out.nothing("seq");
            case Answer.Marked marked ->
                out.number("seq", marked.seq())
                        .number("unread", marked.unread())
                        .number("mentions", marked.mentions());
            case Answer.Entered entered -> out.object("conversation", entered.conversation(), SummaryJson::write);
            case Answer.PasswordReset reset -> out.text("password", reset.password());
            case Answer.Synced synced -> out.object("conversations", synced, AnswerWriter::writeSynced);
            case Answer.HistoryPage page ->
                out.objects("items", page.items(), EventJson::writeItem)
                        .number("asOf", page.asOf())
                        .flag("more", page.more())
                        .flag("moreAfter", page.moreAfter());
            case Answer.SearchPage page ->
                out.objects("hits", page.hits(), AnswerWriter::writeHit)
                        .flag("more", page.more())
                        .text("next", page.next());
            case Answer.RoomsPage page ->
                out.objects("rooms", page.rooms(), AnswerWriter::writeRoom).flag("more", page.more());
            case Answer.MembersPage page ->
                out.objects("members", page.members(), AnswerWriter::writeMember)
                        .flag("more", page.more());
            case Answer.BansPage page ->
                out.objects("users", page.users(), AnswerWriter::writeBan).flag("more", page.more());
            case Answer.AuditPage page ->
                out.objects("entries", page.entries(), AnswerWriter::writeAudit)
                        .flag("more", page.more())
                        .text("next", page.next());
        }
    }

    static void writeSyncResult(JsonOut out, SyncResult result) {
        out.flag("recovered", result instanceof SyncResult.Recovered);
        switch (result) {
            case SyncResult.Recovered(var events, var head) ->
                out.objects("events", events, EventJson::write).number("head", head);
            case SyncResult.Reload(var head) -> out.number("head", head);
            case SyncResult.Lost(var code) -> out.wire("code", code);
        }
    }

    static void writeHit(JsonOut out, Hit hit) {
        out.text("conversation", hit.conversation())
                .number("seq", hit.seq())
                .time("at", hit.at())
                .user("author", hit.author())
                .text("text", hit.text())
                .ranges("ranges", hit.ranges());
    }

    static void writeRoom(JsonOut out, RoomEntry room) {
        out.text("id", room.id())
                .text("name", room.name())
                .text("topic", room.topic())
                .wire("visibility", room.visibility())
                .number("members", room.members())
                .number("online", room.online())
                .wire("role", room.role());
    }

    static void writeMember(JsonOut out, MemberEntry member) {
        out.text("id", member.id())
                .text("name", member.name())
                .wire("role", member.role())
                .wire("status", member.status())
                .text("text", member.text());
    }

    static void writeBan(JsonOut out, BanEntry ban) {
        out.text("id", ban.id())
                .text("name", ban.name())
                .text("by", ban.by())
                .time("at", ban.at())
                .text("reason", ban.reason());
    }

    static void writeAudit(JsonOut out, AuditEntry entry) {
        out.time("at", entry.at())
                .text("by", entry.by())
                .text("act", entry.act())
                .text("target", entry.target())
                .text("reason", entry.reason());
    }

    private static void writeSynced(JsonOut out, Answer.Synced synced) {
        synced.conversations().forEach((id, result) -> out.object(id, result, AnswerWriter::writeSyncResult));
    }
}
