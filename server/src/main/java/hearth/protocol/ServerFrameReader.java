package hearth.protocol;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Frames of a server, as a client reads them: what only a newer server can have meant is passed over, and what no server of
 * any version may leave out is insisted on.
 */
final class ServerFrameReader {

    private static final int DEFAULT_HEARTBEAT_MS = 15_000;

    private final LongFunction<Optional<AnswerKind>> expected;

    ServerFrameReader(LongFunction<Optional<AnswerKind>> expected) {
        this.expected = expected;
    }

    ServerFrame read(String text) throws MalformedFrameException {
        Fields fields = new Fields(JsonText.parseObject(text));
        try {
            return read(fields.text("type"), fields);
        } catch (FieldException e) {
            throw new MalformedFrameException(e.getMessage());
        }
    }

    private ServerFrame read(String type, Fields fields) throws FieldException {
        return switch (type) {
            case "event" -> new ServerFrame.Happened(EventJson.read(fields));
            case "ok" -> readOk(fields);
            case "error" -> readError(fields);
            case "welcome" -> readWelcome(fields);
            case "conversation" ->
                new ServerFrame.Gained(fields.object("conversation", SummaryJson::read), readMore(fields));
            case "conversation-gone" ->
                new ServerFrame.Gone(
                        fields.text("conversation"),
                        fields.optionalText("reason")
                                .flatMap(GoneReason::ofWire)
                                .orElse(GoneReason.LEFT));
            case "presence" ->
                new ServerFrame.Presence(fields.objects("changes", SummaryJson::readPresence), readMore(fields));
            case "typing" ->
                new ServerFrame.Typing(fields.text("conversation"), fields.text("user"), fields.flag("active"));
            case "read" ->
                new ServerFrame.Read(
                        fields.text("conversation"),
                        fields.text("user"),
                        fields.integer("seq"),
                        fields.optionalCount("unread"),
                        fields.optionalCount("mentions"));
            case "ping" -> new ServerFrame.Ping(fields.optionalText("t"));
            case "pong" ->
                new ServerFrame.Pong(
                        fields.optionalText("t"), fields.optionalObject("server", ServerFrameReader::readServer));
            case "bye" ->
                new ServerFrame.Bye(
                        fields.optionalText("reason").orElse(""),
                        Math.max(0, fields.optionalInteger("retryAfterMs").orElse(0)));
            default -> new ServerFrame.Unknown(type);
        };
    }

    private ServerFrame readOk(Fields fields) throws FieldException {
        long re = fields.integer("re");
        Optional<AnswerKind> kind = expected.apply(re);
        Optional<Answer> answer = kind.isEmpty() ? Optional.empty() : AnswerReader.read(kind.get(), fields);
        return answer.<ServerFrame>map(carried -> new ServerFrame.Ok(re, carried))
                .orElse(new ServerFrame.Unknown("ok"));
    }

    /** Every code that is not known is final for the request, as {@code unsupported} is; the log gets the code itself. */
    private static ServerFrame readError(Fields fields) throws FieldException {
        String code = fields.text("code");
        String message = fields.optionalText("message").orElse("");
        Optional<ErrorCode> known = ErrorCode.ofWire(code);
        return new ServerFrame.Error(
                fields.optionalInteger("re"),
                known.orElse(ErrorCode.UNSUPPORTED),
                known.isPresent() ? message : code + ": " + message,
                fields.optionalInteger("retryAfterMs"),
                fields.optionalText("needs"));
    }

    private static ServerFrame readWelcome(Fields fields) throws FieldException {
        return new ServerFrame.Welcome(
                fields.integer("re"),
                fields.object("server", ServerFrameReader::readServer),
                fields.object("user", ServerFrameReader::readSelf),
                positive(fields, "heartbeatMs", DEFAULT_HEARTBEAT_MS),
                fields.optionalObject("limits", ServerFrameReader::readLimits).orElse(Limits.STANDARD),
                readCapabilities(fields),
                fields.texts("alternates"),
                fields.objects("conversations", SummaryJson::read),
                fields.objects("online", SummaryJson::readPresence),
                fields.optionalText("token"),
                readMore(fields));
    }

    private static Set<Capability> readCapabilities(Fields fields) throws FieldException {
        Set<Capability> known = EnumSet.noneOf(Capability.class);
        fields.texts("capabilities").forEach(name -> Capability.ofWire(name).ifPresent(known::add));
        return Collections.unmodifiableSet(known);
    }

    private static ServerInfo readServer(Fields fields) throws FieldException {
        return new ServerInfo(
                fields.text("id"),
                fields.text("epoch"),
                fields.optionalText("name").orElse(""),
                fields.optionalText("version").orElse(""));
    }

    private static ServerFrame.Self readSelf(Fields fields) throws FieldException {
        return new ServerFrame.Self(
                fields.text("id"),
                fields.text("name"),
                fields.optionalText("role").flatMap(ServerRole::ofWire).orElse(ServerRole.MEMBER));
    }

    private static Limits readLimits(Fields fields) throws FieldException {
        return new Limits(
                positive(fields, "frameBytes", Limits.STANDARD.frameBytes()),
                positive(fields, "replyBytes", Limits.STANDARD.replyBytes()),
                positive(fields, "textChars", Limits.STANDARD.textChars()),
                positive(fields, "historyPage", Limits.STANDARD.historyPage()),
                positive(fields, "nameChars", Limits.STANDARD.nameChars()),
                fields.optionalObject("posts", ServerFrameReader::readPostRate));
    }

    private static Limits.PostRate readPostRate(Fields fields) throws FieldException {
        double perSecond = fields.number("perSecond");
        if (perSecond <= 0) {
            throw FieldException.badFrame("perSecond", "positive");
        }
        return new Limits.PostRate(positive(fields, "burst", 1), perSecond);
    }

    private static int positive(Fields fields, String name, int fallback) throws FieldException {
        OptionalInt value = fields.optionalCount(name);
        if (value.isPresent() && value.getAsInt() == 0) {
            throw FieldException.badFrame(name, "positive");
        }
        return value.orElse(fallback);
    }

    private static boolean readMore(Fields fields) throws FieldException {
        return fields.optionalFlag("more").orElse(false);
    }
}
