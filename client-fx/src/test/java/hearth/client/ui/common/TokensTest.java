package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether what stands on a colour of the look can be seen on it, in every theme. */
class TokensTest {
    private static final double MARK = 3;
    private static final double FULL = 7;
    private static final int PEOPLE = 14;

    private static final List<String> PLANES = List.of("bg-default", "bg-overlay", "bg-subtle", "bg-inset");
    private static final List<String> ROWS = List.of("hearth-row-hover", "hearth-row-selected");
    private static final List<String> MESSAGES = List.of("hearth-message-hover", "hearth-mention-row");
    private static final List<String> SUBTLE =
            List.of("accent-subtle", "warning-subtle", "danger-subtle", "success-subtle");
    private static final List<String> SMALL = List.of("hearth-code-bg", "hearth-count-bg");
    private static final List<String> HITS = List.of("hearth-hit", "hearth-hit-current");
    private static final List<String> SURFACES = List.of(
            "hearth-surface-hover/bg-default",
            "hearth-surface-hover/bg-overlay",
            "hearth-surface-selected/bg-default",
            "hearth-surface-selected/bg-overlay");

    /** A set of colours, and what text needs in it. */
    enum Sheet {
        LIGHT("light.css", Contrast.READABLE),
        DARK("dark.css", Contrast.READABLE),
        CONTRAST("contrast.css", FULL);

        private final String file;
        private final double text;

        Sheet(String file, double text) {
            this.file = file;
            this.text = text;
        }
    }

    /** The colours of a sheet, by their names. */
    private record Colours(Map<String, Color> named) {
        static Colours of(Sheet sheet) {
            try (var in = TokensTest.class.getResourceAsStream(sheet.file)) {
                return new Colours(Pattern.compile("-(?:color-)?([a-z0-9-]+):\\s*(#[0-9A-Fa-f]+|rgba\\([^)]*\\))")
                        .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .collect(Collectors.toMap(found -> found.group(1), found -> Color.web(found.group(2)))));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The colour of this name; of {@code upper/lower} what is seen when one lies on the other. */
        Color colour(String name) {
            String[] layers = name.split("/", 2);
            Color upper = named.get(layers[0]);
            assertThat(upper).as(layers[0]).isNotNull();
            return layers.length == 1 ? upper : colour(layers[1]).interpolate(opaque(upper), upper.getOpacity());
        }

        private static Color opaque(Color colour) {
            return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
        }
    }

    /** Something that is seen on some surfaces. */
    private record Pairs(String upper, List<String> surfaces) {}

    private static Pairs on(String upper, List<?>... surfaces) {
        return new Pairs(
                upper,
                Stream.of(surfaces).flatMap(List::stream).map(String::valueOf).toList());
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyTextCanBeReadWhereItStands(Sheet sheet) {
        check(
                sheet,
                sheet.text,
                Stream.of(
                        on("fg-default", PLANES, ROWS, MESSAGES, SUBTLE, SMALL, HITS, SURFACES),
                        on("fg-muted", PLANES, ROWS, MESSAGES, SUBTLE, SMALL, SURFACES),
                        on("fg-subtle", List.of("bg-default", "bg-overlay", "bg-subtle"), MESSAGES),
                        on("accent-fg", PLANES, List.of("hearth-row-selected", "accent-subtle"), MESSAGES, SURFACES),
                        on("success-fg", List.of("bg-default", "bg-overlay", "bg-subtle", "success-subtle")),
                        on("warning-fg", List.of("bg-default", "bg-overlay", "bg-subtle", "warning-subtle")),
                        on("danger-fg", List.of("bg-default", "bg-overlay", "bg-subtle", "danger-subtle")),
                        on("fg-emphasis", List.of("accent-emphasis", "danger-emphasis", "success-emphasis"))));
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyPersonCanBeReadOnPaperAndOnTheWash(Sheet sheet) {
        check(
                sheet,
                sheet.text,
                IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(n -> on(
                                "hearth-id-" + n,
                                List.of("hearth-id-" + n + "-wash", "bg-default", "bg-overlay"),
                                MESSAGES)));
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyMarkAndEdgeCanBeSeenWhereItStands(Sheet sheet) {
        check(
                sheet,
                MARK,
                Stream.of(
                        on("hearth-focus", PLANES, ROWS, MESSAGES, SURFACES),
                        on("hearth-control-border", List.of("bg-default", "bg-overlay", "bg-subtle")),
                        on("hearth-online", PLANES, ROWS),
                        on("hearth-away", PLANES, ROWS),
                        on("hearth-busy", PLANES, ROWS),
                        on("hearth-offline", List.of("bg-default", "bg-overlay", "bg-subtle"))));
    }

    private static void check(Sheet sheet, double needed, Stream<Pairs> pairs) {
        Colours colours = Colours.of(sheet);
        SoftAssertions.assertSoftly(
                each -> pairs.forEach(pair -> pair.surfaces().forEach(compare(colours, needed, each, pair))));
    }

    private static Consumer<String> compare(Colours colours, double needed, SoftAssertions each, Pairs pair) {
        return surface -> each.assertThat(Contrast.ratio(colours.colour(pair.upper()), colours.colour(surface)))
                .as("%s on %s", pair.upper(), surface)
                .isGreaterThanOrEqualTo(needed);
    }
}
