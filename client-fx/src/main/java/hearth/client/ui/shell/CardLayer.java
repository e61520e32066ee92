package hearth.client.ui.shell;

import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.Entrance;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Holds a card beside what it tells of, over the window; a click beside it closes it. One card at a time. */
final class CardLayer extends Pane {
    private static final double GAP = 2;
    private static final double EDGE = 12;

    private final Region beside = new Region();
    private final FocusFence fence = new FocusFence(this);
    private final Runnable elsewhere;
    private final Appearance appearance;
    private Subscription coming = Subscription.EMPTY;
    private Runnable onClosed = () -> {};
    private Bounds anchor = getBoundsInLocal();

    /** No card yet; {@code elsewhere} puts the focus somewhere when whoever had it before a card cannot have it any more. */
    CardLayer(Appearance appearance, Runnable elsewhere) {
        this.appearance = appearance;
        this.elsewhere = elsewhere;
        getStyleClass().add("card-layer");
        beside.setOnMousePressed(event -> {
            close();
            event.consume();
        });
        setVisible(false);
    }

    /** Shows a card beside this node in place of the one that is open; {@code whenClosed} runs once, when it is no longer shown. */
    void show(Region card, Node anchorNode, Runnable whenClosed) {
        takeAway();
        anchor = sceneToLocal(anchorNode.localToScene(anchorNode.getBoundsInLocal()));
        onClosed = whenClosed;
        getChildren().setAll(beside, card, fence.end());
        setVisible(true);
        coming = Entrance.fade(card, appearance);
        fence.raise();
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Closes the card; nothing where none is open. */
    void close() {
        setVisible(false);
        takeAway();
        fence.lower(elsewhere);
    }

    private void takeAway() {
        coming.unsubscribe();
        getChildren().clear();
        Runnable closed = onClosed;
        onClosed = () -> {};
        closed.run();
    }

    /** Under its anchor, from its left edge on; where it has no room there, beside it on the left. */
    @Override
    protected void layoutChildren() {
        beside.resizeRelocate(0, 0, getWidth(), getHeight());
        if (getChildren().isEmpty()) {
            return;
        }
        Region card = (Region) getChildren().get(1);
        double width = card.prefWidth(-1);
        double height = Math.min(card.prefHeight(width), getHeight() - 2 * EDGE);
        boolean under = anchor.getMinX() + width + EDGE <= getWidth();
        double x = under ? anchor.getMinX() : anchor.getMinX() - width - EDGE;
        double y = under ? anchor.getMaxY() + GAP : anchor.getMinY();
        card.resizeRelocate(
                snapPositionX(Math.clamp(x, 0, Math.max(0, getWidth() - width - EDGE))),
                snapPositionY(Math.clamp(y, 0, Math.max(0, getHeight() - height - EDGE))),
                width,
                height);
    }
}
