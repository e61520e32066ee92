package hearth.client.screenshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Layout ACCEPTED = of(send(100, 640, 80), new Layout.Item("#composer", 340, 640, 500, 48));

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Layout.parse(ACCEPTED.lines().stream()).lines()).isEqualTo(ACCEPTED.lines());
    }

    @Test
    void anotherFontsWidthsAreNoDifference() {
        Layout seen = of(send(104, 645, 87), new Layout.Item("#composer", 340, 640, 500, 52));
        assertThat(seen.differencesFrom(Layout.parse(ACCEPTED.lines().stream())))
                .isEmpty();
    }

    @Test
    void whatHasMovedByFortyIsSeen() {
        Layout seen = of(send(100, 680, 80), new Layout.Item("#composer", 340, 640, 500, 48));
        assertThat(seen.differencesFrom(Layout.parse(ACCEPTED.lines().stream())))
                .containsExactly(
                        "moved:  104  640   80    8 | #send \"Send\"   is now at  100  680   80   10 | #send \"Send\"");
    }

    @Test
    void whatIsGoneIsSeenAndWhatIsNewIsNot() {
        Layout seen = of(send(100, 640, 80), new Layout.Item("#emoji", 300, 640, 32, 32));
        assertThat(seen.differencesFrom(Layout.parse(ACCEPTED.lines().stream())))
                .singleElement()
                .asString()
                .startsWith("gone:")
                .contains("#composer");
    }

    @Test
    void eachOfManyThatSayTheSameIsComparedWithTheOneThatIsNearest() {
        Layout accepted = of(send(100, 100, 80), send(100, 300, 80));
        assertThat(of(send(100, 300, 80), send(100, 100, 80)).differencesFrom(accepted))
                .isEmpty();
        assertThat(of(send(100, 300, 80)).differencesFrom(accepted)).isNotEmpty();
    }

    private static Layout.Item send(int x, int y, int width) {
        return new Layout.Item("#send \"Send\"", x, y, width, 10);
    }

    private static Layout of(Layout.Item... items) {
        return new Layout(List.of(items));
    }
}
