package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonColourTest {

    @Test
    void theColourIsTheHashOfTheIdForEver() {
        // FNV-1a, 32 bits: "" is 0x811c9dc5, "a" is 0xe40c292c, "foobar" is 0xbf9cf968.
        assertThat(PersonColour.of("")).isEqualTo((int) (1 + 0x811c9dc5L % 14));
        assertThat(PersonColour.of("a")).isEqualTo((int) (1 + 0xe40c292cL % 14));
        assertThat(PersonColour.of("foobar")).isEqualTo((int) (1 + 0xbf9cf968L % 14));
    }

    @Test
    void allFourteenAreUsed() {
        assertThat(IntStream.range(0, 1_000)
                        .map(i -> PersonColour.of("u" + i))
                        .boxed()
                        .collect(Collectors.toSet()))
                .hasSize(14)
                .allMatch(colour -> colour >= 1 && colour <= 14);
    }

    @Test
    void theInitialIsTheFirstLetterOrTheFirstCharacter() {
        assertThat(Avatar.initialOf("ada")).isEqualTo("A");
        assertThat(Avatar.initialOf("美 Mei")).isEqualTo("美");
        assertThat(Avatar.initialOf("😀x")).isEqualTo("😀");
        assertThat(Avatar.initialOf("")).isEmpty();
    }
}
