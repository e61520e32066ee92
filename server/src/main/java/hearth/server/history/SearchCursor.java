package hearth.server.history;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the next page of a search begins, as text: a place in the order of storage. */
final class SearchCursor {
    private static final Pattern FORM = Pattern.compile("s([1-9a-z][0-9a-z]{0,11})");
    private static final int RADIX = 36;

    private SearchCursor() {}

    /** The cursor behind an event. */
    static String of(long id) {
        return "s" + Long.toString(id, RADIX);
    }

    /** The event that a cursor stands behind; empty where no search made that cursor. */
    static OptionalLong parse(String cursor) {
        Matcher matcher = FORM.matcher(cursor);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1), RADIX)) : OptionalLong.empty();
    }
}
