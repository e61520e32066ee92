package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearth.client.session.SessionEvent;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Density;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import javafx.application.Application;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsFxTest {
    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));
    private ChatWindow window;

    @BeforeEach
    void open() {
        window = ChatWindow.inChat(session);
        window.click("#rail-settings");
        window.awaitShown("#settings");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aThemeIsTakenAtOnceAndKept() {
        window.click("#settings-dark");
        assertThat(window.onFx(Application::getUserAgentStylesheet)).endsWith("theme-dark.css");
        window.click("#settings-contrast");
        assertThat(window.onFx(Application::getUserAgentStylesheet)).endsWith("theme-contrast.css");
        assertThat(window.kept()).extracting(Preferences::scheme).containsExactly(Scheme.DARK, Scheme.CONTRAST);
    }

    @Test
    void densityIsTakenAtOnce() {
        double before = window.placeOf(".conversation-row").getHeight();
        window.click("#settings-compact");
        assertThat(window.placeOf(".conversation-row").getHeight()).isLessThan(before);
        assertThat(window.kept()).extracting(Preferences::density).containsExactly(Density.COMPACT);
    }

    @Test
    void everythingGrowsWithTheText() {
        double before = window.placeOf("#header-people").getHeight();
        window.onFx(() -> {
            Slider size = window.find("#settings-text", Slider.class);
            size.requestFocus();
            return null;
        });
        window.press(KeyCode.END);
        assertThat(window.placeOf("#header-people").getHeight()).isCloseTo(2 * before, within(0.01));
        assertThat(window.kept()).last().extracting(Preferences::textPercent).isEqualTo(200);
        assertThat(window.reads("200 %")).isTrue();
    }

    @Test
    void anotherLanguageIsSpokenAtOnceAndWhatWasWrittenStays() {
        window.press(KeyCode.ESCAPE);
        window.click("#composer");
        window.type("half a sentence");
        window.click("#rail-settings");
        window.click("#settings-language");
        window.clickInMenu("简体中文");
        window.awaitReads("私信");
        assertThat(window.kept()).extracting(Preferences::language).containsExactly(Language.CHINESE);
        assertThat(window.isShown("#settings")).isTrue();
        assertThat(session.commands("shutDown")).isEmpty();
        assertThat(session.commands("keepDraft")).last().isEqualTo("keepDraft c-lobby half a sentence");
        window.awaitReads("The projector in room 2 works again. It was the cable.");
    }

    @Test
    void whatWasChosenIsStillChosenWhenTheSettingsAreOpenedAgain() {
        window.prefer(chosen -> chosen.withTextPercent(150).withStillness(true));
        window.press(KeyCode.ESCAPE);
        window.click("#rail-settings");
        window.awaitShown("#settings");
        assertThat(window.reads("150 %")).isTrue();
        assertThat(window.kept())
                .last()
                .isEqualTo(Preferences.FIRST
                        .withScheme(Scheme.LIGHT)
                        .withTextPercent(150)
                        .withStillness(true));
    }

    @Test
    void lessMotionIsKept() {
        window.click("#settings-still");
        assertThat(window.kept()).last().extracting(Preferences::stillness).isEqualTo(true);
    }

    @Test
    void escapeClosesAndWhatOpenedThemHasTheFocusAgain() {
        window.press(KeyCode.ESCAPE);
        assertThat(window.isShown("#settings")).isFalse();
        assertThat(window.hasFocus("#rail-settings")).isTrue();
    }
}
