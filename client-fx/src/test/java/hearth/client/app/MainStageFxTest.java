package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Where a window is put that was left somewhere. */
class MainStageFxTest {
    private final Rectangle2D screen = Screen.getPrimary().getBounds();

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aPlaceOnTheScreenIsTakenAgain() {
        assertThat(MainStage.isInReach(screen.getMinX() + 40, screen.getMinY() + 30))
                .isTrue();
        assertThat(MainStage.isInReach(screen.getMinX() - 200, screen.getMinY() + 30))
                .as("half of it to the left")
                .isTrue();
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsLeftToTheSystem() {
        assertThat(MainStage.isInReach(screen.getMaxX() + 100, screen.getMinY() + 30))
                .isFalse();
        assertThat(MainStage.isInReach(screen.getMinX() + 40, screen.getMinY() - 300))
                .isFalse();
        assertThat(MainStage.isInReach(screen.getMinX() + 40, screen.getMaxY() + 1))
                .isFalse();
    }

    @Test
    void aWindowOfWhichOnlyAnEdgeWouldShowIsPutElsewhere() {
        assertThat(MainStage.isInReach(screen.getMaxX() - 10, screen.getMinY() + 30))
                .isFalse();
        assertThat(MainStage.isInReach(screen.getMinX() - 470, screen.getMinY() + 30))
                .isFalse();
    }
}
