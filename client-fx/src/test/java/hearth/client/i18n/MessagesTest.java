package hearth.client.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.settings.Preferences.Density;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import hearth.protocol.Status;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/hearth/client");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9-]+)+)\"");

    private static final List<String> REFUSED = List.of("banner.refused.", "login.");

    /** What {@code RefusalKey} puts behind those; {@code RefusalKeyTest} holds that there is no other. */
    private static final Set<String> REFUSALS = Set.of(
            "name-taken",
            "name-invalid",
            "unauthorized",
            "banned",
            "full",
            "unsupported",
            "other",
            "token",
            "cookie",
            "logged-out",
            "protocol",
            "other-server",
            "storage");

    /** Where a language counts otherwise than English does. */
    private static final Set<String> OTHERWISE_COUNTED = Set.of("timeline.joined.many", "composer.typing");

    private final Properties english = load("messages.properties");
    private final Properties chinese = load("messages_zh_CN.properties");

    private static Properties load(String name) {
        Properties keys = new Properties();
        try (Reader in = new InputStreamReader(Messages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            keys.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return keys;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void bothLanguagesUseTheSamePlaceholders() {
        for (String key : english.stringPropertyNames()) {
            if (!OTHERWISE_COUNTED.contains(key)) {
                assertThat(placeholders(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    private static Set<String> placeholders(String pattern) {
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void everySentenceCanBeFormatted() {
        for (Properties language : List.of(english, chinese)) {
            for (String key : language.stringPropertyNames()) {
                String pattern = language.getProperty(key);
                assertThat(pattern).as(key).isNotBlank().doesNotContain("'");
                assertThat(new MessageFormat(pattern).format(new Object[] {3, 3, 3, 3, 3, 3, 3}))
                        .as(key)
                        .doesNotContain("{");
                assertThat(pattern.split("\\*\\*", -1).length % 2).as(key).isOne();
            }
        }
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyIsThere() throws IOException {
        Set<String> literals = literals();
        Set<String> known = english.stringPropertyNames();
        Set<String> unused = known.stream()
                .filter(key -> !literals.contains(key) && !isDerived(key, literals))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("keys that no code names").isEmpty();
        Set<String> prefixes =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> missing = literals.stream()
                .filter(literal -> prefixes.contains(literal.split("\\.", 2)[0]) && !known.contains(literal))
                .filter(literal -> literal.contains(".") && !literal.endsWith(".properties"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("keys that code names and no language has").isEmpty();
    }

    /** Keys that code makes of another one, or of a word of the protocol. */
    private static boolean isDerived(String key, Set<String> literals) {
        boolean ofAnother = Stream.of(".next", ".name", ".action", ".field")
                .anyMatch(end -> key.endsWith(end) && literals.contains(key.substring(0, key.length() - end.length())));
        boolean ofStatus = Stream.of(Status.values()).anyMatch(status -> key.equals("presence." + status.wire()));
        boolean ofRefusal = REFUSED.stream()
                .anyMatch(prefix -> REFUSALS.stream()
                        .anyMatch(refusal -> key.equals(prefix + refusal) || key.equals(prefix + refusal + ".next")));
        boolean ofPreference = literals.contains(key.substring(0, key.lastIndexOf('.')))
                && Stream.<Enum<?>[]>of(Scheme.values(), Density.values(), Language.values())
                        .flatMap(Stream::of)
                        .anyMatch(value -> key.endsWith("." + value.name().toLowerCase(Locale.ROOT)));
        return ofAnother || ofStatus || ofRefusal || ofPreference;
    }

    private static Set<String> literals() throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    @Test
    void everyStatusHasAWord() {
        for (Status status : Status.values()) {
            assertThat(Messages.in(Locale.UK).text("presence." + status.wire())).isNotBlank();
        }
    }

    @Test
    void whatStandsOutIsTheMarkedPartAlone() {
        assertThat(Messages.in(Locale.UK).rich("banner.waiting", "Work**shop", 1))
                .containsExactly(
                        new Messages.Run("No connection to Work**shop.", true),
                        new Messages.Run(" Next try in 1 second.", false));
    }

    @Test
    void anyChineseIsSimplifiedAndAnythingElseIsEnglish() {
        assertThat(Messages.in(Locale.forLanguageTag("zh-TW")).text("timeline.today"))
                .isEqualTo("今天");
        assertThat(Messages.in(Locale.GERMANY).text("timeline.today")).isEqualTo("Today");
    }

    @Test
    void namesAreJoinedAsALanguageJoinsThem() {
        Messages messages = Messages.in(Locale.UK);
        assertThat(messages.names(List.of())).isEmpty();
        assertThat(messages.names(List.of("Mei"))).isEqualTo("Mei");
        assertThat(messages.names(List.of("Mei", "Tomás", "Ada"))).isEqualTo("Mei, Tomás and Ada");
    }
}
