package hearth.client.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour that a server gives a person.
 *
 * @param web {@code #} and six digits, in lower case
 */
public record Colour(String web) {
    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Only what {@link #parse} takes. */
    public Colour {
        if (!FORM.matcher(web).matches()) {
            throw new IllegalArgumentException("no colour");
        }
        web = web.toLowerCase(Locale.ROOT);
    }

    /** What a server calls a colour; nothing where it is not {@code #RRGGBB}. */
    public static Optional<Colour> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Colour(text)) : Optional.empty();
    }
}
