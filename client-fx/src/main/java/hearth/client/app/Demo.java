package hearth.client.app;

import hearth.client.host.HostedChat;
import hearth.client.host.HostingException;
import hearth.client.settings.WindowPlace;
import hearth.client.settings.WindowPlaces;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Shows what Hearth is: a server with some conversations, in a temporary folder, and two clients side by side. Ends with the last window. */
public final class Demo {
    private static final List<String> SHOWN = List.of("Ada", "Mei");

    private static final double GAP = 24;
    private static final double WIDTH = 760;
    private static final double HEIGHT = 680;
    private static final double SIDEBAR_WIDTH = 220;

    private final PrintStream out;
    private final Path folder;

    Demo(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /**
     * Starts the program; its end is the end of both windows.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException, InterruptedException, HostingException {
        Path folder = Files.createTempDirectory("hearth-demo");
        try {
            new Demo(System.out, folder).run();
        } finally {
            erase(folder);
        }
    }

    private void run() throws IOException, InterruptedException, HostingException {
        try (HostedChat chat = HostedChat.onLoopback(folder.resolve("server"), "Workshop")) {
            URI address = chat.localAddress();
            try (DemoPlay play = new DemoPlay(address, folder)) {
                play.perform();
            }
            out.println("The demo's server is at " + address + " as long as one of its windows is open.");
            awaitAll(windows(address));
        }
    }

    private List<Process> windows(URI address) throws IOException {
        List<Process> windows = new ArrayList<>();
        for (int place = 0; place < SHOWN.size(); place++) {
            windows.add(window(address, SHOWN.get(place), place));
        }
        return windows;
    }

    private Process window(URI address, String name, int place) throws IOException {
        Path data = DemoPlay.folderOf(folder, name);
        new WindowPlaces(data.resolve(WindowLauncher.PLACE_FILE)).save(beside(place));
        List<String> command = new ArrayList<>(ownCommand());
        command.addAll(List.of("--server", address.toString(), "--name", name));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** The windows stand in a row, without the people's pane so that two fit on a usual screen. */
    private static WindowPlace beside(int place) {
        return new WindowPlace(
                OptionalDouble.of(GAP + place * (WIDTH + GAP)),
                OptionalDouble.of(GAP),
                WIDTH,
                HEIGHT,
                false,
                SIDEBAR_WIDTH,
                false);
    }

    /** The client as this process was started: the same Java, the same modules. */
    private static List<String> ownCommand() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path=" + System.getProperty("jdk.module.path"),
                "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc",
                "-m",
                Demo.class.getModule().getName() + "/" + Main.class.getName());
    }

    private static void awaitAll(List<Process> windows) throws InterruptedException {
        Thread end = new Thread(() -> windows.forEach(Process::destroy), "hearth-demo-end");
        Runtime.getRuntime().addShutdownHook(end);
        for (Process window : windows) {
            window.waitFor();
        }
    }

    private static void erase(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
