package hearth.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private static final String LONGEST = "x".repeat(32);
    private static final Map<String, String> MEMBERS = Stream.of(
                    "Ada",
                    "Ada L",
                    "Ada Lovelace",
                    "René",
                    "李雷",
                    "o'Brien",
                    "❤",
                    "Σας",
                    "J.",
                    "dash-",
                    LONGEST,
                    LONGEST + "y")
            .collect(Collectors.toMap(Mentions::key, Function.identity()));

    private static List<String> find(String text) {
        return Mentions.find(text, key -> Optional.ofNullable(MEMBERS.get(key)));
    }

    @Test
    void theLongestNameWins() {
        assertThat(find("@Ada Lovelace")).containsExactly("Ada Lovelace");
        assertThat(find("@Ada Lovelaces")).containsExactly("Ada");
        assertThat(find("@Ada L.")).containsExactly("Ada L");
        assertThat(find("@Ada Lo")).containsExactly("Ada");
        assertThat(find("@Adam")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Ada",
                "@ADA",
                "hello @ada!",
                "(@ada)",
                "_@ada",
                "@@ada",
                "@ada@",
                "@ada-",
                "@ada.com",
                "@ada\n",
                "🦊@ada",
                "@ada🦊",
                "e\u0301\u0301 @ada"
            })
    void aNameStandsAlone(String text) {
        assertThat(find(text)).containsExactly("Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "a@ada",
                "1@ada",
                "世@ada",
                "@ada1",
                "@adaé",
                "@ada_",
                "@ada\u0301",
                "@ada٣",
                "@ ada",
                "@",
                "@nobody",
                "ada@",
                "",
                "@❤\uFE0F"
            })
    void whatIsPartOfAWordMentionsNobody(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void eachIsMentionedOnceInTheOrderOfTheText() {
        assertThat(find("@李雷 and @o'brien, @ADA, @李雷 @❤ @j. @dash-"))
                .containsExactly("李雷", "o'Brien", "Ada", "❤", "J.", "dash-");
        assertThat(find("@李雷说")).isEmpty();
        assertThat(find("@Ada@René")).containsExactly("Ada");
        assertThat(find("@❤@René")).containsExactly("❤", "René");
    }

    @Test
    void caseIsFoldedSimplyAndDecomposedLettersAreTheSame() {
        assertThat(find("@RENÉ")).containsExactly("René");
        assertThat(find("@Rene\u0301")).containsExactly("René");
        assertThat(find("@ΣΑΣ")).containsExactly("Σας");
    }

    @Test
    void aNameHasAtMostThirtyTwoCodePoints() {
        assertThat(find("@" + LONGEST)).containsExactly(LONGEST);
        assertThat(find("@" + LONGEST + "y")).isEmpty();
        assertThat(find("@" + LONGEST + " y")).containsExactly(LONGEST);
    }

    @Test
    void aTextOfNothingButSignsTakesNoLongTime() {
        String signs = "@".repeat(10_000);
        String spaced = "@ada ".repeat(2_000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(find(signs)).isEmpty();
            assertThat(find(spaced)).containsExactly("Ada");
        });
    }
}
