package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesheetTest {
    private static final Pattern USED = Pattern.compile(":[^;{}]*?(-(?:color|hearth)-[a-z0-9-]+)");
    private static final Pattern SET = Pattern.compile("(-(?:color|hearth)-[a-z0-9-]+)\\s*:");

    private static String sheet(String name) {
        try (var in = StylesheetTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> all(Pattern pattern, String css) {
        return pattern.matcher(css)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theLayoutNamesNoColourItself() {
        Matcher colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|\\b(?:white|black|gray|red)\\s*;")
                .matcher(sheet("hearth.css").replace("-fx-font-smoothing-type: gray;", ""));
        Set<String> found = colour.results()
                .map(result -> result.group())
                .filter(text -> !text.matches("#[a-z-]+"))
                .collect(Collectors.toSet());
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css", "contrast.css"})
    void everyThemeSetsEveryVariableThatTheLayoutUses(String theme) {
        String layout = sheet("hearth.css");
        Set<String> missing = all(USED, layout);
        missing.removeAll(all(SET, sheet(theme)));
        missing.removeAll(all(SET, layout));
        missing.removeAll(all(SET, sheet("shown-themes.css")));
        assertThat(missing).isEmpty();
    }

    @Test
    void allThemesSetTheSameVariables() {
        assertThat(all(SET, sheet("dark.css"))).isEqualTo(all(SET, sheet("light.css")));
        assertThat(all(SET, sheet("contrast.css"))).isEqualTo(all(SET, sheet("light.css")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void theThemesAmongTheSettingsAreShownInTheirOwnColours(String theme) {
        Map<String, String> shown = colours(sheet("shown-themes.css").replaceAll("(?s).*theme-" + theme + " \\{", ""));
        Map<String, String> own = colours(sheet(theme + ".css"));
        assertThat(Map.of(
                        "paper", own.get("-color-bg-default"),
                        "side", own.get("-color-bg-subtle"),
                        "edge", own.get("-color-border-muted"),
                        "muted", own.get("-color-fg-muted"),
                        "text", own.get("-color-fg-default"),
                        "accent", own.get("-color-accent-emphasis")))
                .allSatisfy((part, colour) -> assertThat(shown).containsEntry("-hearth-shown-" + part, colour));
    }

    /** The variables of the first block. */
    private static Map<String, String> colours(String css) {
        return Pattern.compile("(-(?:color|hearth)-[a-z0-9-]+)\\s*:\\s*(#[0-9A-Fa-f]+)")
                .matcher(css.substring(0, css.indexOf('}')))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (first, _) -> first));
    }
}
