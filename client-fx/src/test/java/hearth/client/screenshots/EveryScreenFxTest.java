package hearth.client.screenshots;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hearth.client.ui.ChatWindow;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every screen that there are pictures of, in both languages: all can be read to its end, and all that acts has a name. */
class EveryScreenFxTest {
    /** What has room in a small window has it in a large one too, but for few things: those take minutes, on demand. */
    private static final boolean LARGE_TOO = Boolean.getBoolean("hearth.screens.large");

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> everyTextIsWholeAndEveryControlHasAName() {
        return ChatScreens.all().stream()
                .flatMap(screen -> screen.looks().stream()
                        .filter(look -> LARGE_TOO || look.width() == Look.SMALL.width())
                        .flatMap(EveryScreenFxTest::inBothLanguages)
                        .distinct()
                        .map(look -> dynamicTest(screen.name() + " " + look.name(), () -> show(screen, look))));
    }

    /** Colours change neither words nor sizes. */
    private static Stream<Look> inBothLanguages(Look look) {
        return Stream.of(Locale.UK, Locale.SIMPLIFIED_CHINESE)
                .map(language -> new Look(
                        language.getLanguage() + " " + look.width() + "×" + look.height(),
                        language,
                        Look.USUAL.scheme(),
                        look.width(),
                        look.height()));
    }

    private void show(Screen screen, Look look) throws Exception {
        screen.act().on(new Studio(look, scratch, (window, _) -> check(window)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void theWarningUnderTheComposerIsWholeInASmallWindow(String language) {
        FakeChatSession session = ForeignChats.socketIoChat();
        try (ChatWindow window = ChatWindow.inChat(session, Locale.forLanguageTag(language), 640, 480)) {
            window.type("@Jonas hello");
            window.awaitShown("#composer-warning");
            check(window);
        }
    }

    private static void check(ChatWindow window) {
        List<String> unnamed = window.onFx(() -> SpokenNames.problems(window.root()));
        List<String> cut = window.onFx(() -> WholeTexts.problems(window.root()));
        SoftAssertions.assertSoftly(each -> {
            each.assertThat(unnamed).as("names").isEmpty();
            each.assertThat(cut).as("texts").isEmpty();
        });
    }
}
