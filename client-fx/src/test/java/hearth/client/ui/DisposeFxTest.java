package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.client.session.SessionEvent;
import hearth.client.settings.HostPlan;
import hearth.client.settings.Preferences.Language;
import hearth.client.settings.Preferences.Scheme;
import hearth.client.timeline.TimelineChange;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.host.FakeChatHost;
import hearth.client.ui.shell.WindowViewModel;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Role;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a screen that was left leaves behind: nothing. */
class DisposeFxTest {
    /** A hundred with {@code -Dhearth.dispose.times=100}, which takes minutes. */
    private static final int TIMES = Integer.getInteger("hearth.dispose.times", 3);

    private static final List<Scheme> SCHEMES = List.of(Scheme.values());

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));
    private final List<Seen> seen = new ArrayList<>();

    /** Something that shall be gone, and how it is called where it is not. */
    private record Seen(String what, WeakReference<Object> it) {}

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
    void chatsThatWereOpenedAndLeftAreGoneEachTime() {
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

    /** Something that opens over a chat or in its place; Escape closes it. */
    private record Opening(String root, Consumer<ChatWindow> open) {

        static Opening by(String button, String root) {
            return new Opening(root, window -> fire(window, button));
        }

        static Opening inMenu(String button, String words, String root) {
            return new Opening(root, window -> {
                fire(window, button);
                window.clickInMenu(words);
            });
        }
    }

    @Test
    void whatOpensOverAChatIsGoneEachTime() {
        ConversationSummary mine = Workshop.owned("c-garden", "garden", "");
        session.tell(
                new SessionEvent.ConversationChanged(mine),
                Workshop.members(mine.id(), Role.OWNER),
                new SessionEvent.TimelineChanged(
                        mine.id(),
                        new TimelineChange.Reset(
                                List.of(
                                        Workshop.message(1, "09:00", Workshop.JONAS, "Who waters?"),
                                        Workshop.message(2, "09:01", Workshop.ADA, "I do.")),
                                false)));
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.click(".conversation-title", "garden");
            Stream.of(
                            Opening.by("#rail-settings", "#settings"),
                            Opening.by("#browse-rooms", "#rooms-dialog"),
                            new Opening("#new-room-dialog", each -> {
                                fire(each, "#browse-rooms");
                                fire(each, "#rooms-new");
                            }),
                            Opening.by("#new-direct", "#direct-dialog"),
                            Opening.by("#jump", "#switcher"),
                            Opening.by("#people-invite", "#invite-dialog"),
                            Opening.inMenu("#header-more", "Room details", "#details-dialog"),
                            Opening.inMenu("#rail-self", "Status in words…", "#status-dialog"),
                            new Opening("#person-card", each -> each.click(".author", "Jonas")),
                            new Opening("#delete-dialog", DisposeFxTest::askToDelete),
                            Opening.by("#rail-host", "#host-start"))
                    .forEach(each -> openAndClose(window, each));
            assertThat(session.observers()).isEqualTo(1);
            awaitNothingLeft(window);
        }
    }

    @Test
    void thePageOfTheChatThatIsHostedHereIsGoneEachTime() {
        HostPlan plan = new HostPlan("Workshop", HostPlan.USUAL_PORT, "Ada", true);
        ChatWindow.Setting usual = ChatWindow.Setting.of(session, new FakeRecogniser(), Locale.UK, 1100, 720);
        try (ChatWindow window = ChatWindow.open(new ChatWindow.Setting(
                usual.locale(),
                usual.preferences(),
                usual.width(),
                usual.height(),
                usual.sessions(),
                usual.recogniser(),
                usual.book(),
                new FakeChatHost().last(plan).people(Workshop.ADA, Workshop.JONAS),
                usual.clock()))) {
            window.begin(Optional.of("10.9.9.9"), Optional.of("Ada"));
            window.awaitShown("#composer");
            openAndClose(window, Opening.by("#rail-host", "#host-page"));
            awaitNothingLeft(window);
        }
    }

    private void openAndClose(ChatWindow window, Opening opening) {
        for (int i = 0; i < TIMES; i++) {
            opening.open().accept(window);
            window.awaitShown(opening.root());
            see(window.find(opening.root(), Node.class));
            window.press(KeyCode.ESCAPE);
            assertThat(window.isShown(opening.root())).as(opening.root()).isFalse();
        }
    }

    private static void askToDelete(ChatWindow window) {
        window.onFx(() -> {
            if (window.model().screenProperty().get() instanceof WindowViewModel.Screen.Chat(var chat)) {
                chat.timeline().actions().askToDelete(2);
            }
            return null;
        });
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
        seen.add(new Seen(seldom.toString(), new WeakReference<>(seldom)));
    }

    /** What had the focus or the pointer last is held by the toolkit until something else has. */
    private void awaitNothingLeft(ChatWindow window) {
        window.click(window.isShown("#composer") ? "#composer" : "#connect-name");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            System.gc();
            window.settle();
            assertThat(seen)
                    .filteredOn(each -> each.it().get() != null)
                    .extracting(Seen::what)
                    .isEmpty();
        });
    }
}
