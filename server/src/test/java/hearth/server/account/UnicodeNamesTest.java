package hearth.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.account.Names.CheckedName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeNamesTest {
    private final UnicodeNames names = new UnicodeNames(32);

    private Optional<String> display(String written) {
        return names.check(written).map(CheckedName::display);
    }

    private String skeleton(String written) {
        return names.check(written).orElseThrow().skeleton();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "7",
                "Ada Lovelace",
                "o'Brien",
                "o’Brien",
                "a-b_c.d",
                "ends-",
                "世界",
                "Ράδιο",
                "٣",
                "नमस्ते",
                "🦊",
                "👍🏽",
                "❤\uFE0F",
                "© 2026",
                "^",
                "🇩🇪",
                "abcdefghijklmnopqrstuvwxyz012345"
            })
    void namesOfAnyScriptAreTakenAsTheyAre(String name) {
        assertThat(display(name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " Ada",
                "Ada ",
                "Ada  L",
                "-ada",
                ".ada",
                "_ada",
                "'ada",
                "’ada",
                "\u0301a",
                "\uFE0F",
                "Ada\t",
                "Ada\nL",
                "Ada\u0000",
                "A\u200Bda",
                "A\u200Dda",
                "A\u202Eda",
                "A\u2066da",
                "A\u00ADda",
                "A\uFE0Eda",
                "A\u034Fda",
                "\u115Fda",
                "a\u1160",
                "\u3164",
                "\uFFA0",
                "A\uD800",
                "A\uE000",
                "A\u0378",
                "A\uFFFF",
                "1+1",
                "5€",
                "a@b",
                "a#b",
                "a/b",
                "a,b",
                "a!",
                "(a)",
                "\"a\"",
                "a\u2028b",
                "´a",
                "abcdefghijklmnopqrstuvwxyz0123456",
                "ﷺﷺ"
            })
    void whatIsNoNameIsRefused(String written) {
        assertThat(display(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ａｄａ, Ada", "Rene\u0301, René", "ﬁn, fin", "x², x2", "a\u00A0b, a b", "a\u3000b, a b", "①, 1", "Ⅷ, VIII"
    })
    void theNameIsTheNfkcForm(String written, String display) {
        assertThat(display(written)).contains(display);
    }

    @Test
    void lengthCountsCodePointsOfTheNfkcForm() {
        assertThat(display("🦊".repeat(32))).contains("🦊".repeat(32));
        assertThat(display("🦊".repeat(33))).isEmpty();
        assertThat(display("e\u0301".repeat(32))).contains("é".repeat(32));
        assertThat(display("ﬁ".repeat(17))).isEmpty();
        assertThat(display("\u1F82".repeat(32))).contains("\u1F82".repeat(32));
        assertThat(display("\u03B1\u0313\u0300\u0345".repeat(32))).contains("\u1F82".repeat(32));
        assertThat(display("a".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, ADA",
        "Straße, STRASSE",
        "paypal, pаypаl",
        "bob, bоb",
        "rn, m",
        "l, 1",
        "❤, ❤\uFE0F",
        "ΣΑΣ, σας",
        "Ａｄａ, ada"
    })
    void namesThatLookAlikeAreTheSame(String one, String other) {
        assertThat(skeleton(one)).isEqualTo(skeleton(other));
    }

    @ParameterizedTest
    @CsvSource({"Ada, Eda", "Ada, Ada2", "Ada L, AdaL", "会议, 会譩"})
    void namesThatDifferAreNot(String one, String other) {
        assertThat(skeleton(one)).isNotEqualTo(skeleton(other));
    }

    @Test
    void theMostCodePointsAreTheServersChoice() {
        assertThat(new UnicodeNames(3).check("abc")).isPresent();
        assertThat(new UnicodeNames(3).check("abcd")).isEmpty();
    }
}
