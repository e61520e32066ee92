package hearth.client.ui.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which emoji have a picture, and where it stands on the sheet. Immutable; safe from any thread. */
public final class EmojiTable {
    private static final String FILE = "emoji/sheet.txt";
    private static final int HEXADECIMAL = 16;
    private static final int AFTER_ASCII = 0x80;
    private static final char AS_PICTURE = '\uFE0F';
    private static final char AS_TEXT = '\uFE0E';
    private static final char KEYCAP = '\u20E3';
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private final Map<String, Cell> cells;

    private EmojiTable(Map<String, Cell> cells) {
        this.cells = cells;
    }

    /** A place on the sheet, counted from 0. */
    public record Cell(int column, int row) {}

    /** A part of a text; {@code picture} where it is one emoji that has one. */
    public record Piece(String text, Optional<Cell> picture) {}

    /** Reads the table that comes with the program. Not for the JavaFX thread. */
    public static EmojiTable load() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EmojiTable.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            Map<String, Cell> cells = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(" ");
                StringBuilder emoji = new StringBuilder();
                for (int i = 2; i < fields.length; i++) {
                    emoji.appendCodePoint(Integer.parseInt(fields[i], HEXADECIMAL));
                }
                cells.put(emoji.toString(), new Cell(Integer.parseInt(fields[0]), Integer.parseInt(fields[1])));
            }
            return new EmojiTable(Map.copyOf(cells));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** The text in its order: what has a picture apart, one piece for each, and what is between in pieces as long as can be. */
    public List<Piece> pieces(String text) {
        if (text.codePoints().noneMatch(EmojiTable::hints)) {
            return text.isEmpty() ? List.of() : List.of(words(text));
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher clusters = CLUSTER.matcher(text);
        int from = 0;
        while (clusters.find()) {
            Optional<Cell> picture = picture(clusters.group());
            if (picture.isPresent()) {
                if (from < clusters.start()) {
                    pieces.add(words(text.substring(from, clusters.start())));
                }
                pieces.add(new Piece(clusters.group(), picture));
                from = clusters.end();
            }
        }
        if (from < text.length()) {
            pieces.add(words(text.substring(from)));
        }
        return List.copyOf(pieces);
    }

    private static Piece words(String text) {
        return new Piece(text, Optional.empty());
    }

    /** Whether a text with this in it may have an emoji: most texts have none, and need not be taken apart. */
    private static boolean hints(int codePoint) {
        return codePoint == KEYCAP || (codePoint >= AFTER_ASCII && Character.isEmoji(codePoint));
    }

    /**
     * The picture of what the reader sees as one character. As Unicode Technical Standard #51 has it: a character that is a word sign unless told otherwise, as
     * ©, is a picture only where U+FE0F or more of a sequence follows it, and none is where U+FE0E asks for text.
     */
    private Optional<Cell> picture(String cluster) {
        int first = cluster.codePointAt(0);
        boolean alone = Character.charCount(first) == cluster.length();
        if ((alone && !Character.isEmojiPresentation(first)) || cluster.indexOf(AS_TEXT) >= 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(cells.get(cluster.replace(String.valueOf(AS_PICTURE), "")));
    }
}
