package hearth.client.screenshots;

import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.link.recognition.Finding;
import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.store.KeepStore;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.ui.ChatWindow;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;

/** Every screen of the window on a session that tells what is to be seen. */
final class ChatScreens {
    private static final List<Look> WIDE = List.of(Look.USUAL, Look.WIDE_DARK);

    private ChatScreens() {}

    /** All of them. */
    static List<Screen> all() {
        List<Screen> all = new ArrayList<>(List.of(
                chat("main", Look.ALL, Scenes::full, _ -> {}),
                chat("main", List.of(Look.WIDE_DARK, Look.CONTRAST), Scenes::full, _ -> {}),
                chat("waiting", Look.ALL, Scenes::waiting, window -> window.type("And the")),
                chat("actions", Look.ALL, Scenes::full, ChatScreens::act),
                chat("reply", Look.ALL, Scenes::full, ChatScreens::answer),
                chat("edit", Look.ALL, Scenes::full, window -> window.press(KeyCode.UP)),
                chat("delete", Look.ALL, Scenes::full, window -> {
                    window.press(KeyCode.UP);
                    window.press(KeyCode.SHORTCUT, KeyCode.A);
                    window.press(KeyCode.DELETE);
                    window.press(KeyCode.ENTER);
                }),
                chat("settings", Look.ALL, Scenes::full, window -> window.click("#rail-settings")),
                chat("unconfirmed", Look.ALL, ChatScreens::unconfirmed, _ -> {}),
                chat("rooms", Look.ALL, ChatScreens::rooms, window -> {
                    browse(window);
                    window.press(KeyCode.DOWN);
                    window.press(KeyCode.DOWN);
                }),
                chat("new-room", Look.ALL, ChatScreens::rooms, window -> {
                    browse(window);
                    window.click("#rooms-new");
                }),
                chat("new-direct", WIDE, Scenes::full, window -> window.click("#new-direct")),
                chat("empty-room", Look.ALL, Scenes::empty, window -> openFromSidebar(window, "printers")),
                chat(
                        "direct",
                        List.of(Look.USUAL, Look.SMALL, Look.WIDE_DARK),
                        Scenes::direct,
                        window -> openFromSidebar(window, Workshop.MEI.name())),
                first("connect", FakeChatSession::new, new FakeRecogniser(), _ -> {}),
                first("connecting", FakeChatSession::new, new FakeRecogniser(), ChatScreens::join),
                first("refused", ChatScreens::refused, new FakeRecogniser(), ChatScreens::join),
                first(
                        "found",
                        FakeChatSession::new,
                        new FakeRecogniser()
                                .finding(new Finding.Uncertain(
                                        Finding.Sign.SOCKET_IO_4, List.of(DialectName.SOCKETIO_CHAT))),
                        ChatScreens::look),
                first(
                        "found-token",
                        FakeChatSession::new,
                        new FakeRecogniser().finding(new Finding.Certain(DialectName.JSONROOM)),
                        ChatScreens::look)));
        all.addAll(PeopleScreens.all());
        all.addAll(StateScreens.all());
        all.addAll(HostScreens.all());
        return List.copyOf(all);
    }

    /** A chat on this session, after this was done. */
    static Screen chat(String name, List<Look> looks, Supplier<FakeChatSession> session, Consumer<ChatWindow> act) {
        return new Screen(name, looks, studio -> {
            try (ChatWindow window = open(studio, session.get(), new FakeRecogniser())) {
                window.begin(Optional.of("192.168.1.20"), Optional.of("Ada"));
                window.awaitShown("#composer");
                act.accept(window);
                studio.photograph(window, name);
            }
        });
    }

    /** The screen before there is a chat. */
    private static Screen first(
            String name, Supplier<FakeChatSession> session, FakeRecogniser found, Consumer<ChatWindow> act) {
        return new Screen(name, studio -> {
            try (ChatWindow window = open(studio, session.get(), found)) {
                window.begin(Optional.empty(), Optional.empty());
                window.awaitShown(".server-card");
                act.accept(window);
                studio.photograph(window, name);
            }
        });
    }

    private static ChatWindow open(Studio studio, FakeChatSession session, FakeRecogniser recogniser) {
        return open(studio, session, recogniser, InstantSource.fixed(Workshop.NOW));
    }

    /** A window that shows nothing yet. */
    static ChatWindow open(Studio studio, FakeChatSession session, FakeRecogniser recogniser, InstantSource clock) {
        return studio.open((_, _, _) -> session, recogniser, remembered(), clock);
    }

    /** Opens this conversation, where the sidebar may not be in sight. */
    private static void openFromSidebar(ChatWindow window, String title) {
        if (window.isShown("#header-menu")) {
            window.click("#header-menu");
        }
        window.click(".conversation-title", title);
    }

    private static void browse(ChatWindow window) {
        if (window.isShown("#header-menu")) {
            window.click("#header-menu");
        }
        window.click("#browse-rooms");
    }

    /** Somebody else's, which a small window does not show as a whole: there, one's own. */
    private static void pointAtMessage(ChatWindow window) {
        window.point(
                window.isShown("#header-menu")
                        ? "A script for the sign-in desk, it prints the badges:"
                        : "太好了，那周六的演示就放在二号房。Room 2 it is!");
    }

    private static void act(ChatWindow window) {
        pointAtMessage(window);
        window.click("#message-more");
    }

    private static void answer(ChatWindow window) {
        pointAtMessage(window);
        window.click("#message-reply");
        window.type("Good, it has the big screen.");
    }

    private static void join(ChatWindow window) {
        window.click(".server-card .button");
    }

    private static void look(ChatWindow window) {
        window.click("#connect-address");
        window.type("10.0.0.9:3000");
        window.press(KeyCode.ENTER);
        window.awaitShown("#connect-found");
    }

    private static FakeChatSession unconfirmed() {
        return Scenes.full()
                .tell(new SessionEvent.TimelineChanged(
                        Workshop.LOBBY,
                        new TimelineChange.Reset(
                                List.of(
                                        Workshop.message(30, "14:02", Workshop.JONAS, "Who has the long ladder?"),
                                        Workshop.own(
                                                "u1", "14:11", "I do, at the north door.", new Delivery.Unconfirmed()),
                                        Workshop.own("u2", "14:12", "我马上把它拿过来。", Workshop.failed())),
                                false)));
    }

    /** One that has rooms to join. */
    static FakeChatSession rooms() {
        FakeChatSession session = Scenes.full();
        session.answerRooms(new Outcome.Done<>(new Answer.RoomsPage(
                List.of(
                        entry("r1", "3d-printing", "Slicer settings, filament, failed prints", 18, false),
                        entry("r2", "firmware", "Sensor boards and the door controller", 7, true),
                        entry("r3", "garden", "Who waters on Thursday?", 9, false),
                        new Answer.RoomEntry(
                                "r4",
                                "keys",
                                "Who has which key. By invitation",
                                Visibility.PRIVATE,
                                4,
                                2,
                                Optional.of(Role.MEMBER)),
                        entry("r5", "lobby", "Everybody on the workshop network", 12, true),
                        entry("r6", "music", "What plays in the big hall", 11, true),
                        entry("r7", "open-day", "Saturday at ten", 10, true),
                        entry("r8", "printers", "", 6, true),
                        entry("r9", "午饭", "", 3, true)),
                false)));
        return session;
    }

    private static Answer.RoomEntry entry(String id, String name, String topic, int members, boolean joined) {
        return new Answer.RoomEntry(
                id, name, topic, Visibility.PUBLIC, members, 2, joined ? Optional.of(Role.MEMBER) : Optional.empty());
    }

    private static FakeChatSession refused() {
        return new FakeChatSession()
                .state(new ConnectionState.Refused(new ConnectionState.RefusalReason(
                        ConnectionState.Kind.LOGIN, Optional.of(ErrorCode.NAME_TAKEN), "")));
    }

    static FakeServerBook remembered() {
        return new FakeServerBook(List.of(
                new KeepStore.RememberedServer(
                        "s1",
                        ServerSpec.hearth(URI.create("ws://192.168.1.20:7878/chat")),
                        "Workshop",
                        "Ada",
                        Workshop.NOW),
                new KeepStore.RememberedServer(
                        "s2",
                        ServerSpec.hearth(URI.create("ws://library-pc.local:7878/chat")),
                        "Library, second floor",
                        "Ada",
                        Workshop.NOW.minus(Duration.ofDays(9))),
                new KeepStore.RememberedServer(
                        "s3",
                        ServerSpec.hearth(URI.create("ws://10.0.0.5:7878/chat")),
                        "家",
                        "小艾",
                        Workshop.NOW.minus(Duration.ofDays(1)))));
    }
}
