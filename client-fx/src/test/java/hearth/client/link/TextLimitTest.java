package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.TextLimit.Unit;
import org.junit.jupiter.api.Test;

class TextLimitTest {

    @Test
    void charactersAreCodePoints() {
        TextLimit limit = new TextLimit(3, Unit.CHARACTERS);
        assertThat(limit.length("a字😀")).isEqualTo(3);
        assertThat(limit.takes("😀😀😀")).isTrue();
        assertThat(limit.takes("😀😀😀x")).isFalse();
    }

    @Test
    void bytesAreThoseOfUtf8() {
        TextLimit limit = new TextLimit(8, Unit.BYTES);
        assertThat(limit.length("a字😀")).isEqualTo(8);
        assertThat(limit.takes("a字😀")).isTrue();
        assertThat(limit.takes("aa字😀")).isFalse();
    }

    @Test
    void anotherNumberIsOfTheSameUnit() {
        assertThat(TextLimit.UNTOLD.of(5)).isEqualTo(new TextLimit(5, Unit.BYTES));
    }
}
