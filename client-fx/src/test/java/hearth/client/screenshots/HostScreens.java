package hearth.client.screenshots;

import hearth.client.settings.HostPlan;
import hearth.client.ui.ChatWindow;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.host.FakeChatHost;
import hearth.protocol.UserRef;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/** The first screen with nothing remembered, and what there is to see of a chat that is hosted here. */
final class HostScreens {
    private static final HostPlan PLAN = new HostPlan("Workshop", HostPlan.USUAL_PORT, "Ada", true);

    private HostScreens() {}

    /** All of them. */
    static List<Screen> all() {
        return List.of(
                new Screen(
                        "connect-empty",
                        List.of(Look.USUAL, Look.SMALL, Look.WIDE_DARK),
                        studio -> shoot(
                                "connect-empty",
                                open(studio, new FakeServerBook(List.of()), new FakeChatHost(), window -> {
                                    window.begin(Optional.empty(), Optional.empty());
                                    window.awaitShown("#host-begin");
                                }),
                                studio)),
                new Screen(
                        "host-start",
                        studio -> shoot(
                                "host-start",
                                open(
                                        studio,
                                        ChatScreens.remembered(),
                                        new FakeChatHost()
                                                .last(PLAN.withAgain(false))
                                                .taken(HostPlan.USUAL_PORT),
                                        window -> {
                                            window.begin(Optional.empty(), Optional.empty());
                                            window.awaitShown(".server-card");
                                            // In a low window it stands below the fold.
                                            Button begin = window.find("#host-begin", Button.class);
                                            window.onFx(() -> {
                                                begin.fire();
                                                return null;
                                            });
                                            window.awaitShown("#host-start");
                                        }),
                                studio)),
                new Screen("connect-hosting", studio -> shoot("connect-hosting", hosting(studio, false), studio)),
                new Screen("host", studio -> {
                    ChatWindow window = hosting(studio, true);
                    window.click("#rail-host");
                    window.awaitShown("#host-page");
                    shoot("host", window, studio);
                }),
                new Screen("host-stop", studio -> {
                    ChatWindow window = hosting(studio, true);
                    window.click("#rail-host");
                    window.click("#host-stop");
                    window.awaitShown("#host-end-dialog");
                    shoot("host-stop", window, studio);
                }));
    }

    private static ChatWindow hosting(Studio studio, boolean inside) {
        FakeChatHost host = new FakeChatHost()
                .last(PLAN)
                .people(
                        Workshop.ADA,
                        Workshop.JONAS,
                        Workshop.MEI,
                        Workshop.LIN,
                        Workshop.NOOR,
                        new UserRef("u-priya", "Priya"),
                        new UserRef("u-yusuf3", "Yusuf"));
        AtomicReference<Instant> now = new AtomicReference<>(Workshop.at("08:40"));
        return open(studio, ChatScreens.remembered(), host, now::get, window -> {
            window.begin(
                    inside ? Optional.of("10.9.9.9") : Optional.empty(),
                    inside ? Optional.of("Ada") : Optional.empty());
            window.awaitShown(inside ? "#composer" : "#host-join");
            now.set(Workshop.NOW);
            window.settle();
        });
    }

    private static ChatWindow open(Studio studio, ServerBook book, FakeChatHost host, Consumer<ChatWindow> act) {
        return open(studio, book, host, InstantSource.fixed(Workshop.NOW), act);
    }

    private static ChatWindow open(
            Studio studio, ServerBook book, FakeChatHost host, InstantSource clock, Consumer<ChatWindow> act) {
        FakeChatSession session = Scenes.full();
        ChatWindow window = studio.open((_, _, _) -> session, new FakeRecogniser(), book, host, clock);
        act.accept(window);
        return window;
    }

    private static void shoot(String name, ChatWindow window, Studio studio) {
        try (window) {
            studio.photograph(window, name);
        }
    }
}
