package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.settings.Preferences;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class EntranceFxTest {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final List<Double> IN_PLACE = List.of(1.0, 0.0, 0.0);

    /** Makes something come in. */
    private interface Way {
        Subscription lead(Region node, Appearance appearance);
    }

    /** Where it is as soon as it comes, and once it need not move any more: opacity, and how far it is off, across and down. */
    private record Path(List<Double> first, List<Double> last) {}

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Path walk(Preferences preferences, boolean stillDesktop, Way way) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
            Region node = new Region();
            Appearance appearance = new Appearance(preferences, _ -> {}, () -> stillDesktop);
            Subscription coming = way.lead(node, appearance);
            List<Double> first = placeOf(node);
            coming.unsubscribe();
            appearance.dispose();
            return new Path(first, placeOf(node));
        });
    }

    private static List<Double> placeOf(Region node) {
        return List.of(node.getOpacity(), node.getTranslateX(), node.getTranslateY());
    }

    @Test
    void aDialogAppearsAndRises() {
        assertThat(walk(Preferences.FIRST, false, Entrance::rise))
                .isEqualTo(new Path(List.of(0.0, 0.0, 8.0), IN_PLACE));
    }

    @Test
    void aCardAppears() {
        assertThat(walk(Preferences.FIRST, false, Entrance::fade))
                .isEqualTo(new Path(List.of(0.0, 0.0, 0.0), IN_PLACE));
    }

    @Test
    void aSideComesFromItsEdge() {
        assertThat(walk(Preferences.FIRST, false, (side, appearance) -> Entrance.slide(side, -260, appearance)))
                .isEqualTo(new Path(List.of(1.0, -260.0, 0.0), IN_PLACE));
    }

    @Test
    void nothingMovesForWhoeverWantsThat() {
        assertThat(walk(Preferences.FIRST.withStillness(true), false, Entrance::rise))
                .isEqualTo(new Path(IN_PLACE, IN_PLACE));
    }

    @Test
    void nothingMovesWhereTheDesktopAsksForThat() {
        assertThat(walk(Preferences.FIRST, true, Entrance::rise)).isEqualTo(new Path(IN_PLACE, IN_PLACE));
    }
}
