package hearth.client.ui.shell;

import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.Entrance;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * Holds a dialog in the middle of the window, over everything; a click beside it closes it. One dialog at a time; it is placed by the first layout, so that no
 * frame shows it elsewhere.
 */
final class DialogLayer extends StackPane {
    private static final double TOP = 88;
    private static final double EDGE = 16;

    private final Region scrim = new Region();
    private final FocusFence fence = new FocusFence(this);
    private final Runnable elsewhere;
    private Subscription coming = Subscription.EMPTY;
    private Runnable onClosed = () -> {};

    /** No dialog yet; {@code elsewhere} puts the focus somewhere when whoever had it before a dialog cannot have it any more. */
    DialogLayer(Runnable elsewhere) {
        this.elsewhere = elsewhere;
        getStyleClass().add("dialog-layer");
        scrim.getStyleClass().add("dialog-scrim");
        scrim.setOnMousePressed(_ -> close());
        setVisible(false);
    }

    /** Shows a dialog in place of the one that is open; {@code whenClosed} runs once, when it is no longer shown. */
    void show(Node dialog, Appearance appearance, Runnable whenClosed) {
        takeAway();
        onClosed = whenClosed;
        if (StackPane.getMargin(dialog) == null) {
            StackPane.setMargin(dialog, new Insets(EDGE));
        }
        getChildren().setAll(scrim, dialog, fence.end());
        boolean first = !isVisible();
        setVisible(true);
        coming = Subscription.combine(
                Entrance.rise(dialog, appearance), first ? Entrance.fade(scrim, appearance) : Subscription.EMPTY);
        fence.raise();
    }

    /** Lets a dialog stand near the top of the window, so that it grows downwards only. */
    static void standAtTop(Node dialog) {
        StackPane.setAlignment(dialog, Pos.TOP_CENTER);
        StackPane.setMargin(dialog, new Insets(TOP, 0, EDGE, 0));
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Closes the dialog; nothing where none is open. */
    void close() {
        setVisible(false);
        takeAway();
        fence.lower(elsewhere);
    }

    private void takeAway() {
        coming.unsubscribe();
        coming = Subscription.EMPTY;
        getChildren().clear();
        Runnable closed = onClosed;
        onClosed = () -> {};
        closed.run();
    }
}
