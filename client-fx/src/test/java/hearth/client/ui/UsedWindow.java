package hearth.client.ui;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** A window as a person uses it: looks at what is in sight, points, clicks and types. Used by any one thread but JavaFX's. */
abstract class UsedWindow {
    private static final long WAIT_SECONDS = 60;
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Hands hands = new Hands();

    /** The window; it stays the same one. */
    protected abstract Stage stage();

    /** Runs something on the JavaFX thread and gives what it gives. */
    public <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(WAIT_SECONDS), task);
    }

    /** Waits until what was told has been drawn. */
    public void settle() {
        hands.settle();
    }

    /** The node with this selector. */
    public <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(onFx(() -> root().lookup(selector)));
    }

    /** Whether a node with this selector is in sight. */
    public boolean isShown(String selector) {
        return onFx(() -> allInSight(selector).findAny().isPresent());
    }

    /** Waits until a node with this selector is in sight. */
    public void awaitShown(String selector) {
        awaitThat(selector, () -> isShown(selector));
    }

    /** Whether these words can be read somewhere in the window. */
    public boolean reads(String words) {
        return onFx(
                () -> anywhere(root(), node -> inSight(node) && wordsOf(node).contains(words)));
    }

    /** Waits until these words can be read. */
    public void awaitReads(String words) {
        awaitThat("\"" + words + "\"", () -> reads(words));
    }

    /** Waits until these words cannot be read any more. */
    public void awaitGone(String words) {
        awaitThat("no \"" + words + "\"", () -> !reads(words));
    }

    /** Waits until this is so; looks at once, and again often. */
    public void awaitThat(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(WAIT_SECONDS, TimeUnit.SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(condition);
    }

    private Stream<Node> allInSight(String selector) {
        return root().lookupAll(selector).stream().filter(UsedWindow::inSight);
    }

    /** What a node says to those who look at it; empty where it says nothing. */
    public static String wordsOf(Node node) {
        if (node instanceof TextFlow flow) {
            StringBuilder all = new StringBuilder();
            flow.getChildren()
                    .forEach(run -> all.append(run instanceof Text text ? text.getText() : run.getAccessibleText()));
            return all.toString();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    private static boolean anywhere(Node node, Predicate<Node> wanted) {
        return wanted.test(node)
                || (node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> anywhere(child, wanted)));
    }

    static boolean inSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Clicks what has this selector. */
    public void click(String selector) {
        awaitShown(selector);
        click(() -> allInSight(selector).findFirst().orElseThrow(), MouseButton.PRIMARY);
    }

    /** Clicks the words. */
    public void clickWords(String words) {
        awaitReads(words);
        click(() -> find(root(), words).orElseThrow(), MouseButton.PRIMARY);
    }

    /** Clicks what has this selector and says exactly these words. */
    public void click(String selector, String words) {
        awaitThat(selector + " \"" + words + "\"", () -> words(selector).contains(words));
        click(() -> saying(selector, words), MouseButton.PRIMARY);
    }

    /** Presses a button if it is in sight and says exactly these words: looked at and pressed in one moment, for one that comes and goes. */
    public void pressIfOffered(String selector, String words) {
        onFx(() -> {
            allInSight(selector)
                    .filter(node -> wordsOf(node).equals(words))
                    .findFirst()
                    .ifPresent(node -> ((Button) node).fire());
            return null;
        });
        settle();
    }

    /** The words of everything in sight with this selector. */
    public List<String> words(String selector) {
        return onFx(() -> allInSight(selector).map(UsedWindow::wordsOf).toList());
    }

    /** Clicks words in a menu that has opened. */
    public void clickInMenu(String words) {
        awaitThat("\"" + words + "\" in a menu", () -> menuOffers(words));
        click(() -> inMenus(words).findFirst().orElseThrow(), MouseButton.PRIMARY);
    }

    private Stream<Node> inMenus(String words) {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .flatMap(popup -> find(popup.getScene().getRoot(), words).stream());
    }

    /** Whether a menu that has opened offers this. */
    public boolean menuOffers(String words) {
        settle();
        return onFx(() -> inMenus(words).findAny().isPresent());
    }

    /** Opens the context menu of these words. */
    public void rightClickWords(String words) {
        click(() -> find(root(), words).orElseThrow(), MouseButton.SECONDARY);
    }

    /** Opens the context menu of what has this selector and says exactly these words. */
    public void rightClick(String selector, String words) {
        click(() -> saying(selector, words), MouseButton.SECONDARY);
    }

    /** In a turn of JavaFX. */
    private Node saying(String selector, String words) {
        return allInSight(selector)
                .filter(node -> wordsOf(node).equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void click(Callable<Node> wanted, MouseButton button) {
        hands.click(onFx(wanted), button);
    }

    /** Clicks this place of the screen. */
    public void click(Point2D place) {
        hands.click(place, MouseButton.PRIMARY);
    }

    private static Optional<Node> find(Node node, String words) {
        if (inSight(node) && wordsOf(node).equals(words)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> find(child, words).stream())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Presses the mouse over a node here, drags it there, and lets it go. The headless platform's robot moves a pressed mouse without dragging, so the drag is told
     * to the node as the toolkit would.
     */
    public void drag(String selector, Point2D from, Point2D to) {
        Node node = find(selector, Node.class);
        hands.moveTo(from);
        hands.press();
        hands.moveTo(to);
        onFx(() -> {
            Point2D there = node.localToScene(node.screenToLocal(to));
            PickResult picked = new PickResult(node, there.getX(), there.getY());
            node.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_DRAGGED,
                    there.getX(),
                    there.getY(),
                    to.getX(),
                    to.getY(),
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    false,
                    picked));
            return null;
        });
        hands.release();
    }

    /** Where on the screen these words stand. */
    public Bounds place(String words) {
        awaitReads(words);
        settle();
        return onFx(() -> onScreen(find(root(), words).orElseThrow()));
    }

    /** Where on the screen the first in sight of what has this selector stands. */
    public Bounds placeOf(String selector) {
        awaitShown(selector);
        settle();
        return onFx(() -> onScreen(allInSight(selector).findFirst().orElseThrow()));
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    /** Moves the pointer to where these words begin. */
    public void point(String words) {
        Bounds there = place(words);
        hands.moveTo(new Point2D(there.getMinX() + 4, there.getCenterY()));
    }

    /** Types a text into what has the focus. */
    public void type(String text) {
        hands.type(text);
    }

    /** Presses keys together. */
    public void press(KeyCode... keys) {
        hands.push(keys);
    }

    /** Turns the wheel over a node: so many px down. */
    public void scroll(String selector, double deltaY) {
        Node node = find(selector, Node.class);
        onFx(() -> {
            Point2D at = node.localToScene(20, 20);
            node.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    at.getX(),
                    at.getY(),
                    at.getX(),
                    at.getY(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    deltaY,
                    0,
                    deltaY,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
            return null;
        });
        settle();
    }

    /** The text in a field. */
    public String textIn(String selector) {
        return onFx(() -> ((TextInputControl) root().lookup(selector)).getText());
    }

    /** The px from the top of the window to these words. */
    public double topOfWords(String words) {
        return onFx(() -> {
            Node node = find(root(), words).orElseThrow();
            return node.localToScene(0, 0).getY();
        });
    }

    /** Whether this node has the focus. */
    public boolean hasFocus(String selector) {
        return onFx(() -> root().lookup(selector).isFocused());
    }

    /** The root, to look at. */
    public Parent root() {
        return stage().getScene().getRoot();
    }
}
