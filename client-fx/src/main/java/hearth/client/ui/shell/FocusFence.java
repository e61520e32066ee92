package hearth.client.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Keeps the focus in a layer as long as that stands over the window, and gives it back then. Lives on the JavaFX thread. */
final class FocusFence {
    private final Node layer;
    private final Region end = new Region();
    private Optional<Node> opener = Optional.empty();
    private Subscription watch = Subscription.EMPTY;
    private boolean standing;
    private boolean backwards;
    private boolean leading;

    /** A fence around this layer; it does not stand yet. */
    FocusFence(Node layer) {
        this.layer = layer;
        end.setManaged(false);
        layer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                backwards = event.isShiftDown();
            }
        });
    }

    /** What the layer holds behind everything else: the way back to the last of its controls begins there. */
    Node end() {
        return end;
    }

    /** Takes the focus into the layer and keeps it there; whoever had it before the fence stood gets it back. */
    void raise() {
        Scene scene = layer.getScene();
        if (!standing && scene != null) {
            standing = true;
            backwards = false;
            opener = Optional.ofNullable(scene.getFocusOwner());
            boolean pointed = opener.filter(Node::isFocusVisible).isEmpty();
            watch = scene.focusOwnerProperty().subscribe(this::keep);
            if (pointed) {
                hideRing(scene);
            }
        }
    }

    /** Whoever opened the layer with a pointer sees where the keyboard is once it is used. */
    static void hideRing(Scene scene) {
        Optional.ofNullable(scene.getFocusOwner()).ifPresent(Node::requestFocus);
    }

    private void keep(Node owner) {
        if (!leading && owner != null && !holds(layer, owner)) {
            leading = true;
            if (backwards) {
                end.requestFocusTraversal(TraversalDirection.PREVIOUS);
            } else {
                layer.requestFocusTraversal(TraversalDirection.NEXT);
            }
            leading = false;
        }
    }

    /** Lets the focus go where it was; {@code otherwise} puts it somewhere if that cannot have it any more. */
    void lower(Runnable otherwise) {
        if (!standing) {
            return;
        }
        standing = false;
        watch.unsubscribe();
        Optional<Node> back = opener;
        opener = Optional.empty();
        back.ifPresent(Node::requestFocus);
        Scene scene = layer.getScene();
        if (scene != null
                && back.filter(node -> node.equals(scene.getFocusOwner())).isEmpty()) {
            otherwise.run();
        }
    }

    /** Whether this node is the other one, or in it. */
    static boolean holds(Node outer, Node node) {
        Node each = node;
        while (each != null && !each.equals(outer)) {
            each = each.getParent();
        }
        return each != null;
    }
}
