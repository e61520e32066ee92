package hearth.client.screenshots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class HanGlyphsFxTest {
    @Test
    void charactersThatNoFontHasAreNotToldApart() throws Exception {
        FxToolkit.registerPrimaryStage();
        // Two of the characters that stand for nothing, now and in every later version of Unicode.
        boolean apart =
                WaitForAsyncUtils.waitForAsyncFx(60_000, () -> HanGlyphs.areToldApart("\uDB7F\uDFF0", "\uDB7F\uDFF1"));
        boolean latin = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> HanGlyphs.areToldApart("b", "d"));
        assertThat(apart).isFalse();
        assertThat(latin).isTrue();
    }
}
