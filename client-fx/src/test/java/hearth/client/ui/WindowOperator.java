package hearth.client.ui;

import static org.awaitility.Awaitility.await;

import hearth.client.app.Main;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * The whole client in a process of its own, with somebody at its mouse and keyboard who does what standard input asks for and tells what the window shows.
 * A request is a line of parts between tabs: a number, {@code click SELECTOR [WORDS]}, {@code press-if-offered SELECTOR WORDS}, {@code say TEXT},
 * {@code words SELECTOR}, {@code sight} for the messages in sight or {@code timeline} for all of them; each line of the answer begins with the number, and the last one is {@code NUMBER done}, or {@code NUMBER failed}
 * with the reason. At the end of input the window is closed, and the client ends by itself.
 */
final class WindowOperator extends UsedWindow {
    private static final double STEP = 200;

    private final PrintStream out;

    private WindowOperator(PrintStream out) {
        this.out = out;
    }

    /** Runs the client with these arguments. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Thread operator = new Thread(new WindowOperator(out)::work, "operator");
        operator.setDaemon(true);
        operator.start();
        Main.main(args);
    }

    private void work() {
        await().atMost(Duration.ofMinutes(1))
                .ignoreException(IllegalStateException.class)
                .until(WindowOperator::aWindowStands);
        try (BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String request = requests.readLine(); request != null; request = requests.readLine()) {
                serve(request.split("\t"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        onFx(() -> {
            stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }

    /** The toolkit refuses tasks until the program has started it. */
    private static boolean aWindowStands() {
        CompletableFuture<Boolean> stands = new CompletableFuture<>();
        Platform.runLater(() -> stands.complete(Window.getWindows().stream().anyMatch(Stage.class::isInstance)));
        return stands.join();
    }

    private void serve(String... parts) {
        try {
            answer(parts).forEach(line -> out.println(parts[0] + " " + line));
            out.println(parts[0] + " done");
        } catch (RuntimeException e) {
            out.println(parts[0] + " failed " + e);
        }
    }

    private List<String> answer(String... parts) {
        return switch (parts[1]) {
            case "click" -> {
                if (parts.length == 3) {
                    click(parts[2]);
                } else {
                    click(parts[2], parts[3]);
                }
                yield List.of();
            }
            case "press-if-offered" -> {
                pressIfOffered(parts[2], parts[3]);
                yield List.of();
            }
            case "say" -> {
                type(parts[2]);
                press(KeyCode.ENTER);
                yield List.of();
            }
            case "words" -> words(parts[2]);
            case "sight" -> words(inSight());
            case "timeline" -> timeline();
            default -> throw new IllegalArgumentException(parts[1]);
        };
    }

    /** All messages from the first to the last, as they come in sight when the wheel is turned; the end is in sight again afterwards. */
    private List<String> timeline() {
        turnAsFarAsItGoes(STEP, _ -> {});
        List<Message> all = new ArrayList<>(inSight());
        turnAsFarAsItGoes(-STEP, page -> {
            // The last one that was read is in sight still, and drawn by the same node.
            int known = all.isEmpty() ? -1 : places(page).indexOf(all.getLast().node());
            all.addAll(page.subList(known + 1, page.size()));
        });
        return words(all);
    }

    private void turnAsFarAsItGoes(double px, Consumer<List<Message>> onPage) {
        List<Double> before;
        do {
            before = heights();
            scroll("#timeline", px);
            onPage.accept(inSight());
        } while (!heights().equals(before));
    }

    private List<Double> heights() {
        return onFx(() -> cells().map(Node::getLayoutY).toList());
    }

    private static List<Node> places(List<Message> page) {
        return page.stream().map(Message::node).toList();
    }

    private List<Message> inSight() {
        return onFx(() -> cells().map(WindowOperator::read).toList());
    }

    private Stream<Node> cells() {
        return root().lookupAll(".message").stream()
                .filter(UsedWindow::inSight)
                .sorted(Comparator.comparingDouble(Node::getLayoutY));
    }

    private static Message read(Node cell) {
        Node name = cell.lookup(".author");
        Node sign = cell.lookup(".sign");
        String far = inSight(sign) ? " [" + sign.getAccessibleText() + "]" : "";
        String refused = inSight(cell.lookup(".failed-line")) ? " [Failed]" : "";
        return new Message(
                cell, inSight(name) ? wordsOf(name) : "", wordsOf(cell.lookup(".message-words")) + far + refused);
    }

    /** A name stands over the first message of a group only. */
    private static List<String> words(List<Message> messages) {
        List<String> lines = new ArrayList<>();
        String author = "";
        for (Message message : messages) {
            author = message.author().isEmpty() ? author : message.author();
            lines.add(author + ": " + message.words());
        }
        return lines;
    }

    /** A message as it is drawn: the name over it, if there is one, its text, and how far it is if that is shown. */
    private record Message(Node node, String author, String words) {}

    @Override
    protected Stage stage() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
