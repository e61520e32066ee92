package hearth.client.ui.common;

import javafx.scene.Node;

/** Shows who somebody is, beside the name or the picture that was clicked. */
@FunctionalInterface
public interface PersonOpener {

    /** Opens the card of this person. */
    void open(String userId, String name, Node anchor);
}
