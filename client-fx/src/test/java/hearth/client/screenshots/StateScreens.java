package hearth.client.screenshots;

import hearth.client.session.ConnectionState;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.session.SessionEvent;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Density;
import hearth.client.transport.Ending;
import hearth.client.ui.ChatWindow;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The frame of a chat in its states: where the connection stands, with nothing in it, with its sides over it, larger and closer. */
final class StateScreens {
    private static final Look PEOPLE_OVERLAY =
            new Look("light-en-800x600", Locale.UK, Preferences.Scheme.LIGHT, 800, 600);

    private StateScreens() {}

    /** All of them. */
    static List<Screen> all() {
        return Stream.concat(frames(), banners()).toList();
    }

    private static Stream<Screen> frames() {
        return Stream.of(
                ChatScreens.chat("sidebar", List.of(Look.SMALL), Scenes::full, window -> window.click("#header-menu")),
                ChatScreens.chat(
                        "people",
                        List.of(PEOPLE_OVERLAY, Look.SMALL),
                        Scenes::full,
                        window -> window.click("#header-people")),
                ChatScreens.chat(
                        "compact",
                        Look.ALL,
                        Scenes::full,
                        window -> window.prefer(preferences -> preferences.withDensity(Density.COMPACT))),
                ChatScreens.chat(
                        "large",
                        Look.ALL,
                        Scenes::full,
                        window -> window.prefer(preferences -> preferences.withTextPercent(Preferences.LARGEST_TEXT))),
                new Screen("nothing", StateScreens::showNothing));
    }

    private static Stream<Screen> banners() {
        return Stream.of(
                        new ConnectionState.Offline(),
                        new ConnectionState.Connecting(),
                        new ConnectionState.LoggingIn(),
                        new ConnectionState.Syncing(),
                        new ConnectionState.Stale(Workshop.NOW.minusSeconds(16)),
                        new ConnectionState.Waiting(
                                Workshop.NOW.plusSeconds(14), Duration.ofSeconds(12), new Ending.Refused("")),
                        new ConnectionState.Refused(
                                new RefusalReason(ConnectionState.Kind.LOGIN, Optional.of(ErrorCode.NAME_TAKEN), "")))
                .map(StateScreens::banner);
    }

    /** A state that lasts longer than the patience that the window has with it. */
    private static Screen banner(ConnectionState state) {
        String name = "banner-" + state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new Screen(name, studio -> {
            AtomicReference<Instant> now = new AtomicReference<>(Workshop.NOW);
            FakeChatSession session = Scenes.full().state(state);
            try (ChatWindow window = ChatScreens.open(studio, session, new FakeRecogniser(), now::get)) {
                window.begin(Optional.of("192.168.1.20"), Optional.of("Ada"));
                window.awaitShown("#composer");
                now.set(Workshop.NOW.plusSeconds(2));
                session.state(state);
                window.awaitShown("#banner");
                studio.photograph(window, name);
            }
        });
    }

    /** For somebody who is in no conversation. */
    private static void showNothing(Studio studio) {
        FakeChatSession session = new FakeChatSession()
                .tell(new SessionEvent.StateChanged(new ConnectionState.Online()), Workshop.signedIn());
        FakeRecogniser recogniser = new FakeRecogniser();
        try (ChatWindow window = ChatScreens.open(studio, session, recogniser, InstantSource.fixed(Workshop.NOW))) {
            window.begin(Optional.of("192.168.1.20"), Optional.of("Ada"));
            window.awaitShown("#timeline-empty");
            studio.photograph(window, "nothing");
        }
    }
}
