package hearth.client.ui;

import hearth.client.fx.JavaFxThread;
import hearth.client.i18n.Messages;
import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.link.recognition.Finding;
import hearth.client.session.ConnectionState;
import hearth.client.session.Outcome;
import hearth.client.session.SessionEvent;
import hearth.client.settings.WindowPlace;
import hearth.client.store.KeepStore;
import hearth.client.timeline.Delivery;
import hearth.client.timeline.TimelineChange;
import hearth.client.transport.Ending;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.ForeignChats;
import hearth.client.ui.common.Theme;
import hearth.client.ui.common.Times;
import hearth.client.ui.common.Workshop;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import hearth.client.ui.shell.WindowLayout;
import hearth.client.ui.shell.WindowView;
import hearth.client.ui.shell.WindowViewModel;
import hearth.protocol.Answer;
import hearth.protocol.ErrorCode;
import hearth.protocol.Role;
import hearth.protocol.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/** Writes pictures of the window to a folder (the first argument), on the headless platform: real views on a fake session. */
public final class Screenshots {
    private static final double WAIT_MILLIS = 700;

    private final Path folder;
    private final Queue<Shot> shots = new ArrayDeque<>();
    private final CountDownLatch done = new CountDownLatch(1);

    private Screenshots(Path folder) {
        this.folder = folder;
    }

    /** One picture: how large, how it looks, what the session tells, what the user does. */
    private record Shot(
            String name,
            Theme theme,
            Locale locale,
            int width,
            int height,
            FakeChatSession session,
            boolean joined,
            Consumer<Scene> act) {

        /** What the first screen finds. */
        FakeRecogniser found() {
            Finding finding = name.startsWith("found-token")
                    ? new Finding.Certain(DialectName.JSONROOM)
                    : new Finding.Uncertain(Finding.Sign.SOCKET_IO_4, List.of(DialectName.SOCKETIO_CHAT));
            return joined ? new FakeRecogniser() : new FakeRecogniser().finding(finding);
        }
    }

    /** Writes all pictures; {@code args[0]} is the folder. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Screenshots all = new Screenshots(folder);
        Platform.startup(all::begin);
        all.done.await();
        Platform.exit();
    }

    private void begin() {
        both("main", full(), true, _ -> {});
        add("main-contrast", Theme.CONTRAST, Locale.UK, 1100, 720, full(), true, _ -> {});
        add("main-640", Theme.LIGHT, Locale.UK, 640, 480, full(), true, _ -> {});
        add("sidebar-640-dark", Theme.DARK, Locale.UK, 640, 480, full(), true, scene -> press(scene, "#header-menu"));
        add("people-800", Theme.LIGHT, Locale.UK, 800, 600, full(), true, scene -> press(scene, "#header-people"));
        add(
                "waiting",
                Theme.LIGHT,
                Locale.UK,
                1100,
                720,
                waiting(),
                true,
                scene -> type(scene, "#composer", "And the"));
        both("unconfirmed", unconfirmed(), true, _ -> {});
        add("rooms", Theme.LIGHT, Locale.UK, 1100, 720, rooms(), true, scene -> press(scene, "#browse-rooms"));
        add("new-room-zh", Theme.DARK, Locale.SIMPLIFIED_CHINESE, 1100, 720, rooms(), true, scene -> {
            press(scene, "#browse-rooms");
            press(scene, "#rooms-new");
        });
        add("new-direct", Theme.LIGHT, Locale.UK, 1100, 720, full(), true, scene -> press(scene, "#new-direct"));
        both("empty-room", empty(), true, _ -> {});
        both("direct", direct(), true, _ -> {});
        both("connect", new FakeChatSession(), false, _ -> {});
        add("connect-640", Theme.LIGHT, Locale.UK, 640, 480, new FakeChatSession(), false, _ -> {});
        both("connecting", new FakeChatSession(), false, this::join);
        both("refused", refused(), false, this::join);
        both("found", new FakeChatSession(), false, this::look);
        both("found-token", new FakeChatSession(), false, this::look);
        add("found-token-640", Theme.LIGHT, Locale.UK, 640, 480, new FakeChatSession(), false, this::look);
        both("foreign-socketio-chat", ForeignChats.socketIoChat(), true, _ -> {});
        both("foreign-private", ForeignChats.privately(), true, _ -> {});
        both("foreign-jsonroom", ForeignChats.jsonRoom(), true, _ -> {});
        both("foreign-text", ForeignChats.text(), true, _ -> {});
        for (ConnectionState state : List.of(
                new ConnectionState.Offline(),
                new ConnectionState.Connecting(),
                new ConnectionState.LoggingIn(),
                new ConnectionState.Syncing(),
                new ConnectionState.Stale(Workshop.NOW.minusSeconds(18)),
                new ConnectionState.Refused(new ConnectionState.RefusalReason(
                        ConnectionState.Kind.LOGIN, Optional.of(ErrorCode.NAME_TAKEN), "")))) {
            String name = "banner-" + state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            both(name, full().state(state), true, _ -> {});
        }
        next();
    }

    private void both(String name, FakeChatSession session, boolean joined, Consumer<Scene> act) {
        add(name, Theme.LIGHT, Locale.UK, 1100, 720, session, joined, act);
        add(name + "-zh-dark", Theme.DARK, Locale.SIMPLIFIED_CHINESE, 1100, 720, session, joined, act);
    }

    private void add(
            String name,
            Theme theme,
            Locale locale,
            int width,
            int height,
            FakeChatSession session,
            boolean joined,
            Consumer<Scene> act) {
        shots.add(new Shot(name, theme, locale, width, height, session, joined, act));
    }

    private static FakeChatSession full() {
        return new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));
    }

    private static FakeChatSession waiting() {
        FakeChatSession session = full();
        return session.state(new ConnectionState.Waiting(
                        Workshop.NOW.plusSeconds(12), Duration.ofSeconds(12), new Ending.Refused("")))
                .tell(new SessionEvent.TimelineChanged(
                        Workshop.LOBBY,
                        new TimelineChange.Reset(
                                List.of(
                                        Workshop.message(30, "14:02", Workshop.JONAS, "Who has the long ladder?"),
                                        Workshop.message(
                                                31,
                                                "14:05",
                                                Workshop.LIN,
                                                "Leaning behind the laser cutter since Tuesday."),
                                        Workshop.own(
                                                "q1",
                                                "14:11",
                                                "Take the blue tape for the tram stop, the clear one does not hold in the rain.",
                                                new Delivery.Sending()),
                                        Workshop.own(
                                                "q2",
                                                "14:11",
                                                "I can bring a second roll at three.",
                                                new Delivery.Sending())),
                                false)));
    }

    private static FakeChatSession unconfirmed() {
        return full().tell(new SessionEvent.TimelineChanged(
                Workshop.LOBBY,
                new TimelineChange.Reset(
                        List.of(
                                Workshop.message(30, "14:02", Workshop.JONAS, "Who has the long ladder?"),
                                Workshop.own("u1", "14:11", "I do, at the north door.", new Delivery.Unconfirmed()),
                                Workshop.own("u2", "14:12", "我马上把它拿过来。", Workshop.failed())),
                        false)));
    }

    private static FakeChatSession rooms() {
        FakeChatSession session = full();
        session.answerRooms(new Outcome.Done<>(new Answer.RoomsPage(
                List.of(
                        entry("r1", "3d-printing", "Slicer settings, filament, failed prints", 18, false),
                        entry("r2", "firmware", "Sensor boards and the door controller", 7, true),
                        entry("r3", "garden", "Who waters on Thursday?", 9, false),
                        entry("r4", "lobby", "Everybody on the workshop network", 12, true),
                        entry("r5", "music", "What plays in the big hall", 11, true),
                        entry("r6", "午饭", "", 3, true)),
                false)));
        return session;
    }

    private static Answer.RoomEntry entry(String id, String name, String topic, int members, boolean joined) {
        return new Answer.RoomEntry(
                id, name, topic, Visibility.PUBLIC, members, 2, joined ? Optional.of(Role.MEMBER) : Optional.empty());
    }

    private static FakeChatSession empty() {
        return full().tell(
                        new SessionEvent.TimelineChanged(Workshop.LOBBY, new TimelineChange.Reset(List.of(), false)),
                        new SessionEvent.TypingChanged(Workshop.LOBBY, Set.of()));
    }

    private static FakeChatSession direct() {
        FakeChatSession session = new FakeChatSession();
        session.state(new ConnectionState.Online());
        session.tell(Workshop.signedIn());
        session.tell(new SessionEvent.ConversationChanged(Workshop.direct("d-mei", Workshop.MEI, 0, 1)));
        session.tell(Workshop.presence());
        return session.tell(new SessionEvent.TimelineChanged(
                "d-mei",
                new TimelineChange.Reset(
                        List.of(
                                Workshop.message(14, "08:02", Workshop.MEI, "我把签到台的海报改好了，你看一下？"),
                                Workshop.message(15, "08:03", Workshop.MEI, "The arrow pointed at the wrong door."),
                                Workshop.message(
                                        16, "08:04", Workshop.ADA, "Much better. Print two, one for each door."),
                                Workshop.message(
                                        18,
                                        "08:05",
                                        Workshop.ADA,
                                        "And thank you for the translation! I would have written something very silly."),
                                Workshop.with(
                                        Workshop.message(19, "08:06", Workshop.MEI, ""),
                                        Optional.empty(),
                                        new hearth.client.timeline.TimelineEntry.Marks(false, true, List.of())),
                                Workshop.message(20, "08:07", Workshop.ADA, "See you there.")),
                        false)));
    }

    private static FakeChatSession refused() {
        return new FakeChatSession()
                .state(new ConnectionState.Refused(new ConnectionState.RefusalReason(
                        ConnectionState.Kind.LOGIN, Optional.of(ErrorCode.NAME_TAKEN), "")));
    }

    private void join(Scene scene) {
        scene.getRoot().lookupAll(".server-card .button").stream()
                .findFirst()
                .ifPresent(button -> ((Button) button).fire());
    }

    private void look(Scene scene) {
        type(scene, "#connect-address", "10.0.0.9:3000");
        press(scene, "#connect-button");
    }

    private static void press(Scene scene, String id) {
        Node button = scene.getRoot().lookup(id);
        ((Button) button).fire();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void type(Scene scene, String id, String text) {
        ((TextInputControl) scene.getRoot().lookup(id)).setText(text);
    }

    private void next() {
        Shot shot = shots.poll();
        if (shot == null) {
            done.countDown();
            return;
        }
        shot.theme().apply();
        Messages messages = Messages.in(shot.locale());
        InstantSource clock = InstantSource.fixed(Workshop.NOW);
        Times times = new Times(messages, ZoneOffset.UTC);
        WindowViewModel model = new WindowViewModel(new WindowViewModel.Needs(
                messages, times, clock, new JavaFxThread(), (_, _, _) -> shot.session(), shot.found(), remembered()));
        WindowView view = new WindowView(messages, times, model, new WindowLayout(WindowPlace.FIRST));
        Scene scene = new Scene(view, shot.width(), shot.height());
        Theme.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        model.begin(
                Optional.of("192.168.1.20").filter(_ -> shot.joined()),
                Optional.of("Ada").filter(_ -> shot.joined()));
        after(WAIT_MILLIS, () -> {
            shot.act().accept(scene);
            after(WAIT_MILLIS, () -> {
                write(scene, shot.name());
                stage.hide();
                view.dispose();
                model.dispose();
                next();
            });
        });
    }

    private static FakeServerBook remembered() {
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
                        Workshop.NOW.minus(Duration.ofDays(1))),
                new KeepStore.RememberedServer(
                        "s3",
                        ServerSpec.hearth(URI.create("ws://10.0.0.5:7878/chat")),
                        "家",
                        "小艾",
                        Workshop.NOW.minus(Duration.ofDays(9)))));
    }

    private static void after(double millis, Runnable task) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(millis));
        pause.setOnFinished(_ -> Platform.runLater(task));
        pause.play();
    }

    private void write(Scene scene, String name) {
        try {
            Png.write(scene.snapshot(null), folder.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }
}
