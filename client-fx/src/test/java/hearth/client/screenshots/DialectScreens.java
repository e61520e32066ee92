package hearth.client.screenshots;

import static org.awaitility.Awaitility.await;

import hearth.client.app.AppGraph;
import hearth.client.app.NodeServer;
import hearth.client.app.Program;
import hearth.client.host.HostedChat;
import hearth.client.link.DialectName;
import hearth.client.link.ServerSpec;
import hearth.client.link.recognition.Finding;
import hearth.client.ui.ChatWindow;
import hearth.client.ui.connect.FakeRecogniser;
import hearth.client.ui.connect.FakeServerBook;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/** The window on a real server of each dialect, with people in it: while all is well, and once the server is gone. */
final class DialectScreens {
    private static final String MARKUP = "<b>Bo</b>";

    /** Whoever misses a beat is cut off, and a picture takes its time. */
    private static final String SLOW_BEAT_MILLIS = "20000";

    private DialectScreens() {}

    /** All that can be taken here; of the others it is said why not. */
    static List<Screen> all(PrintStream out) {
        Stream<Screen> ours = Stream.of(new Screen("dialect-hearth", DialectScreens::hearth));
        if (!NodeServer.isInstalled()) {
            out.println("No pictures of other dialects: their servers need Node 18 or newer and, once,"
                    + " npm ci --prefix client-fx/src/test/node");
            return ours.toList();
        }
        return Stream.concat(
                        ours,
                        Stream.of(
                                foreign(DialectName.SOCKETIO_CHAT, DialectScreens::rooms, "chat.js", "4"),
                                foreign(DialectName.SOCKETIO_TALK, DialectScreens::relay, "talk.js", "4"),
                                foreign(DialectName.SOCKETIO_COMMANDS, DialectScreens::plain, "commands.js", "4"),
                                foreign(DialectName.JSONROOM, DialectScreens::oneRoom, "jsonroom.js", SLOW_BEAT_MILLIS),
                                foreign(DialectName.KOA, DialectScreens::plain, "koa.js"),
                                foreign(DialectName.TEXT, DialectScreens::relay, "text.js", "relay")))
                .toList();
    }

    /** What happens while all is well. */
    private interface Scene {
        void play(Stage stage) throws Exception;
    }

    /** A server with a window on it. */
    private record Stage(String name, Studio studio, Crowd crowd, ChatWindow window) {
        void photograph(String what) {
            studio.photograph(window, name + what);
        }
    }

    private static Screen foreign(DialectName dialect, Scene scene, String script, String... arguments) {
        return new Screen("dialect-" + dialect.text(), studio -> {
            NodeServer node = new NodeServer(studio.scratch(), script, arguments);
            try (Program server = node.start()) {
                play(studio, dialect, node.address(), stage -> {
                    scene.play(stage);
                    // What is sent now the server has not read when it ends.
                    server.suspend();
                    say(stage.window(), "Has this arrived? 到了吗？");
                    server.kill();
                    afterTheEnd(stage);
                });
            }
        });
    }

    private static void hearth(Studio studio) throws Exception {
        HostedChat server = HostedChat.onLoopback(studio.scratch().resolve("server"), "Workshop");
        try {
            play(studio, DialectName.HEARTH, server.localAddress().toString(), stage -> {
                talk(stage, "小梅", "Jonas", "Bo");
                stage.crowd().guest("Jonas").whisper("Ada", "Have you got the key? 🔑");
                stage.photograph("");
                open(stage.window(), "Jonas");
                stage.window().awaitReads("Have you got the key? 🔑");
                stage.photograph("-private");
                open(stage.window(), "lobby");
                server.close();
                afterTheEnd(stage);
            });
        } finally {
            server.close();
        }
    }

    private static void play(Studio studio, DialectName dialect, String address, Scene scene) throws Exception {
        try (Crowd crowd = new Crowd(studio.scratch(), dialect, address);
                AppGraph graph = AppGraph.open(studio.scratch().resolve("Ada"), "screenshots")
                        .orElseThrow();
                ChatWindow window = studio.open(
                        graph::session,
                        new FakeRecogniser().finding(new Finding.Certain(dialect)),
                        new FakeServerBook(List.of()),
                        InstantSource.system())) {
            scene.play(new Stage("dialect-" + dialect.text(), studio, crowd, window));
        }
    }

    private static void afterTheEnd(Stage stage) {
        ChatWindow window = stage.window();
        await().until(() -> window.onFx(() -> window.root().lookup(".banner") != null) && window.isShown(".banner"));
        say(window, "This waits for the connection. 这条会等连接恢复。");
        window.awaitReads("This waits for the connection. 这条会等连接恢复。");
        stage.photograph("-offline");
    }

    private static void plain(Stage stage) throws Exception {
        talk(stage, "小梅", "Jonas", MARKUP);
        stage.photograph("");
    }

    /** Nobody has a name there, and nobody is told what was said before. */
    private static void relay(Stage stage) throws Exception {
        join(stage.window(), stage.crowd());
        Guest mei = stage.crowd().invite("小梅");
        mei.say("大家早上好！海报我放在门口了 📌");
        stage.window().awaitReads("大家早上好！海报我放在门口了 📌");
        say(stage.window(), "Good morning! Thank you 🙏");
        mei.say("<b>bold</b> & <script>alert(\"hi\")</script>");
        stage.window().awaitReads("<b>bold</b> & <script>alert(\"hi\")</script>");
        stage.photograph("");
    }

    private static void rooms(Stage stage) throws Exception {
        ChatWindow window = stage.window();
        talk(stage, "小梅", "Jonas", MARKUP);
        stage.crowd().guest("小梅").whisper("Ada", "你有空吗？🔑 Between the two of us.");
        window.awaitReads("你有空吗？🔑 Between the two of us.");
        say(window, "Write to office@example.org today, please.");
        window.awaitReads("Write to office@example.org today, please.");
        stage.photograph("");
        openSidebar(window);
        window.click("#browse-rooms");
        stage.photograph("-enter-room");
        window.press(KeyCode.ESCAPE);
        openSidebar(window);
        window.click("#new-direct");
        stage.photograph("-new-direct");
        window.type("Jon");
        window.press(KeyCode.ENTER);
        window.awaitGone("Good morning! 👋");
        stage.photograph("-private-empty");
        say(window, "Yes, at three. 三点可以。");
        window.awaitReads("Yes, at three. 三点可以。");
        stage.photograph("-private");
        open(window, "lobby");
        window.awaitReads("Good morning! 👋");
    }

    private static void oneRoom(Stage stage) throws Exception {
        ChatWindow window = stage.window();
        talk(stage, "小梅", "Jonas", MARKUP);
        stage.photograph("");
        openSidebar(window);
        window.click("#browse-rooms");
        stage.photograph("-enter-room");
        write(window, "#enter-room-name", "printers");
        window.press(KeyCode.ENTER);
        window.awaitShown("#header-more");
        stage.crowd().guest("Jonas").sayInRoom("printers", "The blue one is out of paper 🖨");
        window.awaitReads("The blue one is out of paper 🖨");
        stage.photograph("-room");
    }

    private static void talk(Stage stage, String chinese, String english, String other) throws Exception {
        Crowd crowd = stage.crowd();
        ChatWindow window = stage.window();
        join(window, crowd);
        crowd.invite(chinese).say("大家早上好！海报我放在门口了 📌");
        crowd.invite(english).say("Morning. Who has the long ladder? It is not behind the laser cutter any more.");
        crowd.invite(other).say("<script>alert(\"hi\")</script> & <b>bold</b>");
        window.awaitReads("<script>alert(\"hi\")</script> & <b>bold</b>");
        say(window, "Good morning! 👋");
        window.awaitReads("Good morning! 👋");
        crowd.guest(chinese).say("梯子在南门，我一会儿拿回来。😀 The north door is closed today.");
        window.awaitReads("梯子在南门，我一会儿拿回来。😀 The north door is closed today.");
    }

    private static void join(ChatWindow window, Crowd crowd) {
        window.begin(Optional.of(crowd.address()), Optional.of("Ada"));
        await().until(() -> window.isShown("#connect-join-found") || window.isShown("#composer"));
        if (window.isShown("#connect-join-found")) {
            window.onFx(() -> {
                ((Button) window.root().lookup("#connect-join-found")).fire();
                return null;
            });
        }
        window.awaitShown("#composer");
    }

    private static void say(ChatWindow window, String text) {
        write(window, "#composer", text);
        window.press(KeyCode.ENTER);
    }

    private static void write(ChatWindow window, String selector, String text) {
        TextInputControl field = window.find(selector, TextInputControl.class);
        window.onFx(() -> {
            field.requestFocus();
            field.setText(text);
            return null;
        });
        window.settle();
    }

    private static void openSidebar(ChatWindow window) {
        if (window.isShown("#header-menu")) {
            window.click("#header-menu");
        }
    }

    private static void open(ChatWindow window, String conversation) {
        openSidebar(window);
        window.click(".conversation-title", conversation);
    }

    /** Those who are in the chat beside the user of the window. */
    private static final class Crowd implements AutoCloseable {
        private final Path folder;
        private final ServerSpec server;
        private final List<Guest> guests = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        Crowd(Path folder, DialectName dialect, String address) {
            this.folder = folder;
            server = new ServerSpec(URI.create(address), dialect, Optional.empty());
        }

        String address() {
            return server.address().toString();
        }

        Guest invite(String name) throws Exception {
            Guest guest = Guest.enter(folder.resolve("guest-" + guests.size()), server, name);
            guests.add(guest);
            names.add(name);
            return guest;
        }

        Guest guest(String name) {
            return guests.get(names.indexOf(name));
        }

        @Override
        public void close() {
            guests.forEach(Guest::close);
        }
    }
}
