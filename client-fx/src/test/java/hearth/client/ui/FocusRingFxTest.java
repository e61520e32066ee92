package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.SessionEvent;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Whoever goes through a screen by Tab sees where the focus is: something in the colour of the focus is there which was not before. */
class FocusRingFxTest {
    /** Of the light colours, which windows have here. */
    private static final Color FOCUS = Color.web("#BE4613");

    private static final double ALIKE = 0.06;
    private static final int RING_PIXELS = 30;
    private static final double OFF_THE_EDGE = 6;
    private static final int MORE_THAN_THERE_ARE = 60;

    private final FakeChatSession session =
            new FakeChatSession().tell(Workshop.full().toArray(SessionEvent[]::new));

    /** A control with the focus, and what the window looked like then. */
    private record Stop(Node control, String name, Bounds place, WritableImage picture) {}

    private static Stop now(ChatWindow window) {
        window.settle();
        return window.onFx(() -> {
            Node control = window.root().getScene().getFocusOwner();
            Bounds there = control.localToScene(control.getLayoutBounds());
            Bounds around = new BoundingBox(
                    there.getMinX() - OFF_THE_EDGE,
                    there.getMinY() - OFF_THE_EDGE,
                    there.getWidth() + 2 * OFF_THE_EDGE,
                    there.getHeight() + 2 * OFF_THE_EDGE);
            String name =
                    control.getClass().getSimpleName() + " " + control.getId() + " " + control.getAccessibleText();
            return new Stop(control, name, around, window.root().getScene().snapshot(null));
        });
    }

    private static int focusPixels(WritableImage picture, Bounds place) {
        PixelReader pixels = picture.getPixelReader();
        int found = 0;
        for (int y = (int) Math.max(0, place.getMinY()); y < Math.min(picture.getHeight(), place.getMaxY()); y++) {
            for (int x = (int) Math.max(0, place.getMinX()); x < Math.min(picture.getWidth(), place.getMaxX()); x++) {
                found += isFocus(pixels.getColor(x, y)) ? 1 : 0;
            }
        }
        return found;
    }

    private static boolean isFocus(Color colour) {
        return Math.abs(colour.getRed() - FOCUS.getRed()) < ALIKE
                && Math.abs(colour.getGreen() - FOCUS.getGreen()) < ALIKE
                && Math.abs(colour.getBlue() - FOCUS.getBlue()) < ALIKE;
    }

    /** Those that look the same with the focus and without it. */
    private static List<String> unseen(ChatWindow window) {
        window.press(KeyCode.TAB);
        List<String> unseen = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Stop stop = now(window);
        while (seen.add(stop.control()) && seen.size() < MORE_THAN_THERE_ARE) {
            window.press(KeyCode.TAB);
            Stop next = now(window);
            int more = focusPixels(stop.picture(), stop.place()) - focusPixels(next.picture(), stop.place());
            if (more < RING_PIXELS) {
                unseen.add(stop.name() + ": " + more);
            }
            stop = next;
        }
        return unseen;
    }

    @Test
    void inAChat() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            assertThat(unseen(window)).isEmpty();
        }
    }

    @Test
    void amongTheSettings() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.click("#rail-settings");
            assertThat(unseen(window)).isEmpty();
        }
    }

    @Test
    void whereARoomIsMade() {
        try (ChatWindow window = ChatWindow.inChat(session)) {
            window.click("#browse-rooms");
            window.click("#rooms-new");
            assertThat(unseen(window)).isEmpty();
        }
    }

    @Test
    void onTheFirstScreen() {
        try (ChatWindow window = ChatWindow.atFirstScreen(session)) {
            assertThat(unseen(window)).isEmpty();
        }
    }
}
