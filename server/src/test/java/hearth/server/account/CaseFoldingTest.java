package hearth.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseFoldingTest {
    @Test
    void eachCodePointIsFoldedByItself() {
        assertThat(CaseFolding.fold("ÀΣΑς ẞß İI Ꭰꭰ 𐐀")).isEqualTo("àσασ ßß İi ᎠᎠ 𐐨");
    }

    @Test
    void theNumberOfCodePointsStays() {
        for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String text = Character.toString(codePoint);
            assertThat(CaseFolding.fold(text)
                            .codePointCount(0, CaseFolding.fold(text).length()))
                    .isEqualTo(1);
        }
    }

    @Test
    void theVersionOfUnicodeIsANumber() {
        assertThat(CaseFolding.unicodeVersion()).matches("\\d+(\\.\\d+)*");
    }
}
