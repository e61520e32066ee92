package hearth.client.ui.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds names as people type them: neither case nor accents matter, the first letters of the words are enough, and so are those of the sounds of Chinese
 * characters.
 *
 * @param how how well it fits
 * @param from where in the name the part begins that was typed
 * @param to where it ends; the same as {@code from} where the letters stand apart
 */
public record NameMatch(How how, int from, int to) {

    /** How well a name fits, best first. */
    public enum How {
        /** It begins so. */
        BEGINNING,
        /** A word in it begins so. */
        WORD,
        /** Its words begin with these letters. */
        INITIALS,
        /** It has this inside. */
        INSIDE
    }

    /** Whether a name fits what was typed, and how; everything fits nothing typed. */
    public static Optional<NameMatch> of(String typed, String name) {
        String wanted = Folded.of(typed.strip()).text;
        if (wanted.isEmpty()) {
            return Optional.of(new NameMatch(How.BEGINNING, 0, 0));
        }
        Folded folded = Folded.of(name);
        Optional<NameMatch> inside = Optional.empty();
        for (int at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
            How how = at == 0 ? How.BEGINNING : folded.opensWord(at) ? How.WORD : How.INSIDE;
            NameMatch found = new NameMatch(how, folded.origin[at], folded.origin[at + wanted.length()]);
            if (how != How.INSIDE) {
                return Optional.of(found);
            }
            inside = inside.or(() -> Optional.of(found));
        }
        return initials(name).startsWith(wanted) ? Optional.of(new NameMatch(How.INITIALS, 0, 0)) : inside;
    }

    private static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        boolean inWord = false;
        for (int point : name.codePoints().toArray()) {
            boolean letter = Character.isLetterOrDigit(point);
            Optional<Character> sound = HanInitial.of(point);
            if (sound.isPresent()) {
                letters.append(sound.get().charValue());
            } else if (letter && !inWord) {
                letters.append(Folded.of(Character.toString(point)).text);
            }
            inWord = letter && sound.isEmpty();
        }
        return letters.toString();
    }

    /** A text without case and accents, and where each of its characters was before. */
    private record Folded(String text, int[] origin) {

        static Folded of(String text) {
            StringBuilder folded = new StringBuilder();
            int[] origin = new int[text.length() * 18 + 1];
            for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                String bare = bare(text.codePointAt(at));
                for (int i = 0; i < bare.length() && folded.length() < origin.length - 1; i++) {
                    origin[folded.length()] = at;
                    folded.append(bare.charAt(i));
                }
            }
            origin[folded.length()] = text.length();
            return new Folded(folded.toString(), origin);
        }

        /** A character may stand for eighteen others at most. */
        private static String bare(int point) {
            return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
        }

        boolean opensWord(int at) {
            return !Character.isLetterOrDigit(text.codePointBefore(at));
        }
    }
}
