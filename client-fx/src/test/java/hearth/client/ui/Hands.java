package hearth.client.ui;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;

/**
 * The mouse and the keyboard. After each use what it led to has been drawn. TestFX itself sleeps after each key and on each step of the pointer's way, which made
 * most of the time that the tests of the window took; here nothing waits but for pulses of the toolkit. Used by any one thread but JavaFX's.
 */
final class Hands {
    private static final long PATIENCE_SECONDS = 60;

    /** The first tick may come in the middle of a pulse; between the others lie whole ones: one lays out and draws, the next what that led to. */
    private static final int TICKS = 3;

    private final FxRobot robot = new FxRobot();
    private final BaseRobot base = robot.robotContext().getBaseRobot();
    private final MouseRobot mouse = robot.robotContext().getMouseRobot();
    private final KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();

    /** Waits until what is queued for the JavaFX thread has run and has been drawn. */
    void settle() {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int ticks;

            @Override
            public void handle(long now) {
                ticks++;
                if (ticks == TICKS) {
                    stop();
                    drawn.complete(null);
                }
            }
        }.start());
        try {
            drawn.get(PATIENCE_SECONDS, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the window is drawn", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window is not drawn", e);
        }
    }

    /** Moves the pointer to this place of the screen. */
    void moveTo(Point2D place) {
        mouse.moveNoWait(place);
        settle();
    }

    /** Presses the first button and keeps it so. */
    void press() {
        mouse.pressNoWait(MouseButton.PRIMARY);
        settle();
    }

    /** Lets the first button go. */
    void release() {
        mouse.releaseNoWait(MouseButton.PRIMARY);
        settle();
    }

    /** Clicks the middle of what is in sight of a node. */
    void click(Node node, MouseButton button) {
        click(robot.point(node).query(), button);
    }

    /** Clicks this place of the screen. */
    void click(Point2D place, MouseButton button) {
        moveTo(place);
        mouse.pressNoWait(button);
        mouse.releaseNoWait(button);
        settle();
    }

    /** Types a text into what has the focus. */
    void type(String text) {
        Scene scene = Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseThrow()
                .getScene();
        text.chars().forEach(letter -> base.typeKeyboard(scene, KeyCode.UNDEFINED, Character.toString(letter)));
        settle();
    }

    /** Presses keys together. */
    void push(KeyCode... keys) {
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(List.of(keys).reversed().toArray(KeyCode[]::new));
        settle();
    }
}
