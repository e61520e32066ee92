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

    /** One without a time. */
    public Line(Place place, String author, String text) {
        this(place, author, text, Optional.empty());
    }

    /** Whether it is the same words of the same author, as far as anybody can tell without numbers. */
    boolean isLike(String otherAuthor, String otherText) {
        return author.equals(otherAuthor) && text.equals(otherText);
    }
}
