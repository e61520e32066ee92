package hearth.client.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.ui.common.EmojiTable;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSpansTest {
    private final TextSpans spans = new TextSpans(EmojiTable.load());

    private List<TextSpan> of(String text) {
        return spans.of(text, Optional.of("@Ada"));
    }

    private List<String> targets(String text) {
        return of(text).stream()
                .filter(TextSpan.Link.class::isInstance)
                .map(span -> ((TextSpan.Link) span).target().toString())
                .toList();
    }

    @Test
    void linksMentionsAndEmojiStandApart() {
        assertThat(of("Hi @ada, see https://example.org/a(b). 👋"))
                .extracting(span -> span.getClass().getSimpleName() + ":" + span.text())
                .containsExactly(
                        "Words:Hi ",
                        "Mention:@ada",
                        "Words:, see ",
                        "Link:https://example.org/a(b)",
                        "Words:. ",
                        "Emoji:👋");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Adam knows", "mail@ada", "@ada_b", "@Ada林"})
    void anotherNameThatBeginsAlikeIsNoCall(String text) {
        assertThat(of(text + " @ADA"))
                .filteredOn(TextSpan.Mention.class::isInstance)
                .containsExactly(new TextSpan.Mention("@ADA"));
    }

    @Test
    void anAddressWithoutSchemeGetsOne() {
        assertThat(targets("www.example.org and jo@example.org"))
                .containsExactly("http://www.example.org", "mailto:jo@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript://x%0aalert(1)",
                "ssh://host/",
                "HTTPX://a.b",
                "ftp://a.example/b",
                "http://[bad"
            })
    void nothingElseCanBeOpened(String text) {
        assertThat(targets(text)).isEmpty();
        assertThat(of(text).stream().map(TextSpan::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void aNameInsideALinkStaysInTheLink() {
        assertThat(targets("https://example.org/@Ada/👋")).hasSize(1);
    }

    @Test
    void whereNobodyCallsNothingIsAMention() {
        assertThat(spans.of("@Ada", Optional.empty())).containsExactly(new TextSpan.Words("@Ada"));
    }

    @Test
    void anEmptyTextHasNoSpans() {
        assertThat(of("")).isEmpty();
    }

    private List<String> kinds(String text) {
        return of(text).stream()
                .map(span -> span.getClass().getSimpleName() + ":" + span.text())
                .toList();
    }

    @Test
    void linesBetweenTicksAreCodeAndNothingElse() {
        assertThat(kinds("Run:\n```sh\necho @Ada 👋\n\nls\n```\nor not"))
                .containsExactly(
                        "Words:Run:",
                        "Fence:\n```sh\n",
                        "CodeBlock:echo @Ada 👋\n\nls",
                        "Fence:\n```\n",
                        "Words:or not");
    }

    @Test
    void wordsBetweenTicksAreCodeToo() {
        assertThat(kinds("see `badge.py` or https://a.example"))
                .containsExactly(
                        "Words:see ", "Fence:`", "Code:badge.py", "Fence:`", "Words: or ", "Link:https://a.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"```\nls", "a ` b", "``", "```", "```ls```\n", "`a\nb`"})
    void whatIsNotClosedStaysAsItWasWritten(String text) {
        assertThat(of(text).stream().map(TextSpan::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(of(text)).noneMatch(TextSpan.CodeBlock.class::isInstance);
    }

    @Test
    void noTextIsLostHoweverManyTicksThereAre() {
        Random random = new Random(7);
        String letters = "`` `\n a@d";
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(30), 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .collect(Collectors.joining());
            assertThat(of(text).stream().map(TextSpan::text).collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }
}
