package hearth.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms that fields of requests must have, as far as the frame alone tells: every limit here is fixed by the protocol. */
final class FieldForms {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43,128}");

    private FieldForms() {}

    /** The {@code id}, if it is one that an answer can name. */
    static OptionalLong usableId(JsonValue.Members object) {
        if (object.values().get("id") instanceof JsonValue.Whole(long id) && id >= 1 && id <= Limits.MAX_ID) {
            return OptionalLong.of(id);
        }
        return OptionalLong.empty();
    }

    static Optional<String> pingText(Fields fields) throws FieldException {
        Optional<String> text = fields.optionalText("t");
        if (text.isPresent() && !Texts.fits(text.get(), Limits.PING_CHARS)) {
            throw FieldException.badFrame("t", "at most " + Limits.PING_CHARS + " characters long");
        }
        return text;
    }

    static String clientId(Fields fields) throws FieldException {
        String clientId = fields.text("clientId");
        if (clientId.isEmpty() || !Texts.fits(clientId, Limits.CLIENT_ID_CHARS)) {
            throw FieldException.badFrame("clientId", "1 to " + Limits.CLIENT_ID_CHARS + " characters long");
        }
        return clientId;
    }

    static String emoji(Fields fields) throws FieldException {
        String emoji = fields.text("emoji");
        if (emoji.isEmpty() || !Texts.fits(emoji, Limits.EMOJI_CHARS) || Texts.containsWhiteSpace(emoji)) {
            throw FieldException.badFrame("emoji", "1 to " + Limits.EMOJI_CHARS + " characters without white space");
        }
        return emoji;
    }

    /** A topic, reason or status text. */
    static Optional<String> line(Fields fields, String name) throws FieldException {
        return atMost(name, fields.optionalText(name), Limits.LINE_CHARS);
    }

    /** What to search messages for, white space included. */
    static String query(Fields fields) throws FieldException {
        return notEmpty("query", atMost("query", fields.text("query"), Limits.QUERY_CHARS));
    }

    /** What to look for in names of rooms; the empty string is in all of them. */
    static Optional<String> optionalQuery(Fields fields) throws FieldException {
        return atMost("query", fields.optionalText("query"), Limits.QUERY_CHARS);
    }

    static String newPassword(Fields fields) throws FieldException {
        return notEmpty("password", atMost("password", fields.text("password"), Limits.PASSWORD_CHARS));
    }

    static Optional<String> newToken(Fields fields) throws FieldException {
        Optional<String> token = fields.optionalText("token");
        if (token.isPresent() && !isToken(token.get())) {
            throw FieldException.badFrame("token", "43 to 128 characters of base64url");
        }
        return token;
    }

    /** The token of a user who exists: what has another form is nobody's. */
    static String knownToken(Fields fields) throws FieldException {
        String token = fields.text("token");
        if (!isToken(token)) {
            throw new FieldException(ErrorCode.UNAUTHORIZED, "no user has such a token");
        }
        return token;
    }

    /** Entries of a page, at least 1; what no {@code int} holds counts as the largest. */
    static OptionalInt limit(Fields fields) throws FieldException {
        OptionalInt limit = fields.optionalCount("limit");
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw FieldException.badFrame("limit", "at least 1");
        }
        return limit;
    }

    /** Seconds of silence, 0 to {@link Limits#MUTE_SECONDS}; more counts as that. */
    static long seconds(Fields fields) throws FieldException {
        long seconds = fields.integer("seconds");
        if (seconds < 0) {
            throw FieldException.badFrame("seconds", "0 or more");
        }
        return Math.min(seconds, Limits.MUTE_SECONDS);
    }

    static Status ownStatus(Fields fields) throws FieldException {
        Status status = fields.constant("status", Status::ofWire);
        if (status == Status.OFFLINE) {
            throw FieldException.badFrame("status", "online, away or busy");
        }
        return status;
    }

    static Map<String, Long> cursors(Fields fields) throws FieldException {
        Map<String, Long> cursors = fields.integersByName("conversations");
        if (cursors.values().stream().anyMatch(cursor -> cursor < 0)) {
            throw FieldException.badFrame("conversations", "cursors of 0 or more");
        }
        return cursors;
    }

    static ClientFrame.Place place(Fields fields) throws FieldException {
        OptionalLong before = fields.optionalInteger("before");
        OptionalLong after = fields.optionalInteger("after");
        OptionalLong around = fields.optionalInteger("around");
        if (Stream.of(before, after, around).filter(OptionalLong::isPresent).count() > 1) {
            throw new FieldException(ErrorCode.BAD_FRAME, "at most one of 'before', 'after' and 'around' may be given");
        }
        if (before.isPresent()) {
            return new ClientFrame.Place.Before(before.getAsLong());
        }
        if (after.isPresent()) {
            return new ClientFrame.Place.After(after.getAsLong());
        }
        return around.isPresent() ? new ClientFrame.Place.Around(around.getAsLong()) : new ClientFrame.Place.Latest();
    }

    static ClientFrame.RoomKey room(Fields fields) throws FieldException {
        Optional<String> id = fields.optionalText("conversation");
        Optional<String> name = fields.optionalText("room");
        exactlyOne(id, "conversation", name, "room");
        return id.<ClientFrame.RoomKey>map(ClientFrame.RoomKey.ById::new)
                .orElseGet(() -> new ClientFrame.RoomKey.ByName(name.orElseThrow()));
    }

    static ClientFrame.UserKey user(Fields fields) throws FieldException {
        Optional<String> id = fields.optionalText("user");
        Optional<String> name = fields.optionalText("name");
        exactlyOne(id, "user", name, "name");
        return id.<ClientFrame.UserKey>map(ClientFrame.UserKey.ById::new)
                .orElseGet(() -> new ClientFrame.UserKey.ByName(name.orElseThrow()));
    }

    private static void exactlyOne(Optional<String> one, String oneName, Optional<String> other, String otherName)
            throws FieldException {
        if (one.isPresent() == other.isPresent()) {
            throw new FieldException(
                    ErrorCode.BAD_FRAME, "exactly one of '" + oneName + "' and '" + otherName + "' must be given");
        }
    }

    private static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    private static Optional<String> atMost(String name, Optional<String> text, int maxCodePoints)
            throws FieldException {
        return text.isEmpty() ? text : Optional.of(atMost(name, text.get(), maxCodePoints));
    }

    private static String atMost(String name, String text, int maxCodePoints) throws FieldException {
        if (!Texts.fits(text, maxCodePoints)) {
            throw new FieldException(
                    ErrorCode.TOO_LONG, "'" + name + "' must be at most " + maxCodePoints + " characters long");
        }
        return text;
    }

    private static String notEmpty(String name, String text) throws FieldException {
        if (text.isEmpty()) {
            throw new FieldException(ErrorCode.EMPTY, "'" + name + "' must not be empty");
        }
        return text;
    }
}
