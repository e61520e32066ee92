package hearth.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private final Tokens tokens = new Tokens(new SecureRandom());

    @Test
    void aTokenHasTheFormOfOneAndIsNeverTheSame() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String token = tokens.make();
            assertThat(token).hasSize(43);
            assertThat(Tokens.isWellFormed(token)).isTrue();
            made.add(token);
        }
        assertThat(made).hasSize(100);
    }

    @Test
    void theFormIsFortyThreeToOneHundredAndTwentyEightCharacters() {
        assertThat(Tokens.isWellFormed("a".repeat(42))).isFalse();
        assertThat(Tokens.isWellFormed("a".repeat(43))).isTrue();
        assertThat(Tokens.isWellFormed("a".repeat(128))).isTrue();
        assertThat(Tokens.isWellFormed("a".repeat(129))).isFalse();
        assertThat(Tokens.isWellFormed("AZaz09-_".repeat(6))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "/", "=", " ", "\n", "é"})
    void anythingButBase64UrlIsNoToken(String foreign) {
        assertThat(Tokens.isWellFormed("a".repeat(50) + foreign)).isFalse();
    }

    @Test
    void theHashIsSha256() {
        assertThat(Tokens.hash("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
        assertThat(Tokens.hash("abd")).isNotEqualTo(Tokens.hash("abc"));
    }

    @Test
    void idsAreLettersAndDigitsAndNeverTheSame() {
        Ids ids = new Ids(new SecureRandom());
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ids.next());
        }
        assertThat(made).hasSize(1_000).allMatch(id -> id.matches("[a-z2-7]{20}"));
    }
}
