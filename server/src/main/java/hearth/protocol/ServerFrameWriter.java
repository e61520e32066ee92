package hearth.protocol;

import java.util.Arrays;

/** Frames of a server as JSON. */
final class ServerFrameWriter {

    private ServerFrameWriter() {}

    static void write(JsonOut out, ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Happened(var event) -> EventJson.write(out, event);
            case ServerFrame.Ok(var re, var answer) ->
                AnswerWriter.write(out.text("type", "ok").number("re", re), answer);
            case ServerFrame.Error error -> writeError(out.text("type", "error"), error);
            case ServerFrame.Welcome welcome -> writeWelcome(out.text("type", "welcome"), welcome);
            case ServerFrame.Gained gained ->
                out.text("type", "conversation")
                        .object("conversation", gained.conversation(), SummaryJson::write)
                        .flagIfTrue("more", gained.more());
            case ServerFrame.Gone gone ->
                out.text("type", "conversation-gone")
                        .text("conversation", gone.conversation())
                        .wire("reason", gone.reason());
            case ServerFrame.Presence presence ->
                out.text("type", "presence")
                        .objects("changes", presence.changes(), SummaryJson::writePresence)
                        .flagIfTrue("more", presence.more());
            case ServerFrame.Typing typing ->
                out.text("type", "typing")
                        .text("conversation", typing.conversation())
                        .text("user", typing.user())
                        .flag("active", typing.active());
            case ServerFrame.Read read -> writeRead(out.text("type", "read"), read);
            case ServerFrame.Ping(var t) -> out.text("type", "ping").text("t", t);
            case ServerFrame.Pong(var t, var server) ->
                out.text("type", "pong").text("t", t).object("server", server, ServerFrameWriter::writeServer);
            case ServerFrame.Bye bye ->
                out.text("type", "bye").text("reason", bye.reason()).number("retryAfterMs", bye.retryAfterMs());
            case ServerFrame.Unknown(var type) -> out.text("type", type);
        }
    }

    private static void writeError(JsonOut out, ServerFrame.Error error) {
        out.number("re", error.re())
                .wire("code", error.code())
                .text("message", error.message())
                .number("retryAfterMs", error.retryAfterMs())
                .text("needs", error.needs());
    }

    private static void writeRead(JsonOut out, ServerFrame.Read read) {
        out.text("conversation", read.conversation())
                .text("user", read.user())
                .number("seq", read.seq())
                .number("unread", read.unread())
                .number("mentions", read.mentions());
    }

    private static void writeWelcome(JsonOut out, ServerFrame.Welcome welcome) {
        out.number("re", welcome.re())
                .object("server", welcome.server(), ServerFrameWriter::writeServer)
                .object("user", welcome.user(), ServerFrameWriter::writeSelf)
                .number("heartbeatMs", welcome.heartbeatMs())
                .object("limits", welcome.limits(), ServerFrameWriter::writeLimits)
                .texts(
                        "capabilities",
                        Arrays.stream(Capability.values())
                                .filter(welcome.capabilities()::contains)
                                .map(Capability::wire)
                                .toList())
                .texts("alternates", welcome.alternates())
                .objects("conversations", welcome.conversations(), SummaryJson::write)
                .objects("online", welcome.online(), SummaryJson::writePresence)
                .text("token", welcome.token())
                .flag("more", welcome.more());
    }

    private static void writeServer(JsonOut out, ServerInfo server) {
        out.text("id", server.id())
                .text("epoch", server.epoch())
                .text("name", server.name())
                .text("version", server.version());
    }

    private static void writeSelf(JsonOut out, ServerFrame.Self self) {
        out.text("id", self.id()).text("name", self.name()).wire("role", self.role());
    }

    private static void writeLimits(JsonOut out, Limits limits) {
        out.number("frameBytes", limits.frameBytes())
                .number("replyBytes", limits.replyBytes())
                .number("textChars", limits.textChars())
                .number("historyPage", limits.historyPage())
                .number("nameChars", limits.nameChars())
                .object("posts", limits.posts(), ServerFrameWriter::writePostRate);
    }

    private static void writePostRate(JsonOut out, Limits.PostRate rate) {
        out.number("burst", rate.burst()).rate("perSecond", rate.perSecond());
    }
}
