package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Test
    void lengthsAreCodePoints() {
        assertThat(Texts.codePoints("")).isZero();
        assertThat(Texts.codePoints("a😀é")).isEqualTo(3);
    }

    @Test
    void fitsCountsCodePointsUpToTheLimitAndNoFurther() {
        assertThat(Texts.fits("😀😀", 2)).isTrue();
        assertThat(Texts.fits("😀😀", 1)).isFalse();
        assertThat(Texts.fits("😀a", 2)).isTrue();
        assertThat(Texts.fits("abc", 2)).isFalse();
        assertThat(Texts.fits("ab", 2)).isTrue();
        assertThat(Texts.fits("", 0)).isTrue();
        assertThat(Texts.fits("abcde", 2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "😀", "a\u0001b", "\uffff"})
    void pairedSurrogatesAndControlsAreWellFormed(String text) {
        assertThat(Texts.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udfff", "a\ud83d", "\ude00\ud83d", "😀\ude00", "a\u0000", "\ud83da"})
    void unpairedSurrogatesAndZeroAreNot(String text) {
        assertThat(Texts.isWellFormed(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x09, 0x0D, 0x1C, 0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2003, 0x2028, 0x202F, 0x205F, 0x3000, 0x01, 0x9F,
                0xAD, 0x600, 0x61C, 0x180E, 0x200B, 0x200D, 0x202E, 0x2060, 0x2065, 0x2066, 0xFEFF, 0xFFF9, 0x1BCA0,
                0x1D173, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180D, 0x180F, 0x3164, 0xFE00, 0xFE0F, 0xFFA0,
                0xFFF0, 0xFFF8, 0xE0000, 0xE0001, 0xE0100, 0xE01EF, 0xE0FFF
            })
    void codePointsThatNobodySeesAreBlank(int codePoint) {
        assertThat(Texts.isBlank(Character.toString(codePoint))).isTrue();
        assertThat(Texts.isBlank(" " + Character.toString(codePoint) + "x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                'a', '.', 0x2800, 0x301, 0x17B6, 0x180A, 0x1810, 0x3163, 0x3165, 0xFDFF, 0xFE10, 0xFFEF, 0xFFFC, 0xFFFD,
                0xE000, 0x10FFFD, 0x115E, 0x1161, 0x1F600, 0xE1000, 0xDFFFF
            })
    void allOthersAreVisible(int codePoint) {
        assertThat(Texts.isBlank(Character.toString(codePoint))).isFalse();
    }

    @Test
    void nothingIsBlank() {
        assertThat(Texts.isBlank("")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x09, 0x0A, 0x0D, 0x20, 0x85, 0xA0, 0x2007, 0x2029, 0x202F, 0x3000})
    void whiteSpaceIncludesWhatDoesNotBreak(int codePoint) {
        assertThat(Texts.containsWhiteSpace("a" + Character.toString(codePoint)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x0E, 0x1C, 0x1F, 0x84, 0x86, 0x200B, 0x200D, 0xFE0F, 'a'})
    void whatIsOnlyInvisibleIsNoWhiteSpace(int codePoint) {
        assertThat(Texts.containsWhiteSpace("a" + Character.toString(codePoint)))
                .isFalse();
    }

    @Test
    void cutKeepsSurrogatePairsWhole() {
        assertThat(Texts.cut("a😀b", 2)).isEqualTo("a😀");
        assertThat(Texts.cut("a😀b", 3)).isEqualTo("a😀b");
        assertThat(Texts.cut("😀😀", 1)).isEqualTo("😀");
        assertThat(Texts.cut("abc", 0)).isEmpty();
    }
}
