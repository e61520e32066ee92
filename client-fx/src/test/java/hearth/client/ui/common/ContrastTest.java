package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final double CLOSE = 0.01;

    @Test
    void blackOnWhiteIsTwentyOneAndTheSameColourOne() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isCloseTo(21, within(CLOSE));
        assertThat(Contrast.ratio(Color.CORAL, Color.CORAL)).isEqualTo(1);
    }

    @Test
    void theOrderDoesNotMatter() {
        Color grey = Color.web("#767676");
        assertThat(Contrast.ratio(grey, Color.WHITE)).isCloseTo(4.54, within(CLOSE));
        assertThat(Contrast.ratio(Color.WHITE, grey)).isCloseTo(4.54, within(CLOSE));
    }
}
