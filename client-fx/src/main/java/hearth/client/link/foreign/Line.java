package hearth.client.link.foreign;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said.
 *
 * @param author the name of who said it
 * @param at when the server had it, where it tells
 */
public record Line(Place place, String author, String text, Optional<Instant> at) {

    /** Longer than anything that is sent to such servers; a longer text is cut, for whoever shows it cannot break it off. */
    static final int MOST_CHARS = 100_000;

    private static final String CUT = "…";

    /** Takes what any server may send. */
    public Line {
        author = ForeignJson.wellFormed(author);
        text = ForeignJson.wellFormed(text);
        if (text.length() > MOST_CHARS) {
            text = ForeignJson.wellFormed(text.substring(0, MOST_CHARS)) + CUT;
        }
    }

    /** One without a time. */
    public Line(Place place, String author, String text) {
        this(place, author, text, Optional.empty());
    }

    /** Whether it is the same words of the same author, as far as anybody can tell without numbers. */
    boolean isLike(String otherAuthor, String otherText) {
        return author.equals(otherAuthor) && text.equals(otherText);
    }
}
