package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EmojiTableTest {
    private final EmojiTable table = EmojiTable.load();

    private String drawn(String text) {
        return table.pieces(text).stream()
                .map(piece -> piece.picture().isPresent() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining("|"));
    }

    @Test
    void aTextWithoutEmojiIsOnePiece() {
        assertThat(drawn("Room 2 # it is! 太好了，3 点 – © 2026")).isEqualTo("Room 2 # it is! 太好了，3 点 – © 2026");
    }

    @Test
    void emojiStandApartAndWhatIsBetweenStaysTogether() {
        assertThat(drawn("Nice 👋我来画图标🎉🎉 ok")).isEqualTo("Nice |[👋]|我来画图标|[🎉]|[🎉]| ok");
    }

    @Test
    void whatTheReaderSeesAsOneIsOnePicture() {
        List<String> each = List.of("👍🏽", "👩‍💻", "👨‍👩‍👧‍👦", "🇩🇪", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️‍🔥", "☝🏿");
        assertThat(each).allSatisfy(emoji -> assertThat(drawn(emoji)).isEqualTo("[" + emoji + "]"));
    }

    @Test
    void aWordSignIsAPictureOnlyWhereItIsAskedFor() {
        assertThat(drawn("❤")).isEqualTo("❤");
        assertThat(drawn("❤️")).isEqualTo("[❤️]");
        assertThat(drawn("⌚")).isEqualTo("[⌚]");
        assertThat(drawn("⌚\uFE0E")).isEqualTo("⌚\uFE0E");
    }

    @Test
    void whatNoPictureIsKnownForStaysText() {
        String halfAFlag = "\uD83C\uDDE9";
        assertThat(drawn("a " + halfAFlag + "👩‍👋 \uFE0F\u200D b")).contains("a " + halfAFlag);
        assertThat(String.join(
                        "",
                        table.pieces("x\uFE0F\u20E3👋\u200D\uD83D").stream()
                                .map(EmojiTable.Piece::text)
                                .toList()))
                .isEqualTo("x\uFE0F\u20E3👋\u200D\uD83D");
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(table.pieces("")).isEmpty();
    }
}
