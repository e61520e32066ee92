package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.SessionEvent;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.shell.WindowViewModel;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a screen that was left leaves behind: nothing. */
class DisposeFxTest {
    /** A hundred with {@code -Dhearth.dispose.times=100}, which takes minutes. */
    private static final int TIMES = Integer.getInteger("hearth.dispose.times", 10);

    private static final List<Scheme> SCHEMES = List.of(Scheme.values());

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));
    private final List<WeakReference<Object>> seen = new ArrayList<>();

    @Test
    void aChatThatWasLeftCanBeCollected() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            see(window.find(".shell", Node.class));
            see(window.onFx(() -> window.model().screenProperty().get()));
            window.click("#server-menu");
            window.clickInMenu("Join another chat…");
            window.awaitShown("#connect-name");
            window.click("#connect-name");
            assertThat(session.observers()).isZero();
            awaitNothingLeft(window);
        }
    }

    @Test
    void aClosedWindowShutsItsSessionDown() {
        ChatWindow.inChat(session).close();
        assertThat(session.commands("shutDown")).hasSize(1);
        assertThat(session.observers()).isZero();
    }

    @Test
    void aWindowThatIsClosedUnderAnOpenMenuGoesQuietly() {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.onFx(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
                return null;
            });
            window.click("#server-menu");
            assertThat(window.menuOffers("Join another chat…")).isTrue();
            window.requestClose();
            assertThat(window.isOpen()).isFalse();
            assertThat(window.menuOffers("Join another chat…")).isFalse();
            window.onFx(() -> {
                Thread.currentThread().setUncaughtExceptionHandler(null);
                return null;
            });
        }
        assertThat(thrown).isEmpty();
    }

    @Test
    void chatsThatWereOpenedAndLeftAHundredTimesAreGone() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            for (int i = 0; i < TIMES; i++) {
                see(window.find(".shell", Node.class));
                see(window.onFx(() -> window.model().screenProperty().get()));
                window.onFx(() -> {
                    window.model().choose();
                    return null;
                });
                window.awaitShown("#connect-name");
                window.onFx(() -> {
                    joinAgain(window.model().screenProperty().get());
                    return null;
                });
                window.awaitShown("#composer");
                assertThat(session.observers()).isEqualTo(1);
            }
            awaitNothingLeft(window);
        }
    }

    @ParameterizedTest
    @CsvSource({"#rail-settings, #settings", "#browse-rooms, #rooms-dialog", "#new-direct, #direct-dialog"})
    void dialogsThatWereOpenedAndClosedAHundredTimesAreGone(String opener, String dialog) {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            for (int i = 0; i < TIMES; i++) {
                fire(window, opener);
                assertThat(window.isShown(dialog)).isTrue();
                see(window.find(".dialog-frame", Node.class));
                fire(window, ".dialog-head .icon-button");
                assertThat(window.isShown(dialog)).isFalse();
            }
            assertThat(session.observers()).isEqualTo(1);
            awaitNothingLeft(window);
        }
    }

    @Test
    void nothingIsLeftOfTheOtherLanguageAndTheOtherColours() {
        changeAndClose(ChatWindow.inChat(session));
        assertThat(session.observers()).isZero();
        try (ChatWindow next = ChatWindow.inChat(session)) {
            awaitNothingLeft(next);
        }
    }

    private static void joinAgain(WindowViewModel.Screen screen) {
        if (screen instanceof WindowViewModel.Screen.Connect(var connect)) {
            connect.connect();
        }
    }

    private void changeAndClose(ChatWindow window) {
        for (int i = 0; i < TIMES; i++) {
            see(window.find(".shell", Node.class));
            Language language = i % 2 == 0 ? Language.CHINESE : Language.ENGLISH;
            Scheme scheme = SCHEMES.get(i % SCHEMES.size());
            window.prefer(before -> before.withLanguage(language).withScheme(scheme));
            window.awaitReads(language == Language.CHINESE ? "私信" : "Direct messages");
            assertThat(session.observers()).isEqualTo(1);
        }
        see(window.onFx(() -> window.model().screenProperty().get()));
        window.close();
    }

    private static void fire(ChatWindow window, String selector) {
        window.onFx(() -> {
            ((ButtonBase) window.root().lookup(selector)).fire();
            return null;
        });
        window.settle();
    }

    private void see(Object seldom) {
        seen.add(new WeakReference<>(Objects.requireNonNull(seldom)));
    }

    /** What had the focus or the pointer last is held by the toolkit until something else has. */
    private void awaitNothingLeft(ChatWindow window) {
        window.click(window.isShown("#composer") ? "#composer" : "#connect-name");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            System.gc();
            window.settle();
            assertThat(seen).allSatisfy(each -> assertThat(each.get()).isNull());
        });
    }
}
