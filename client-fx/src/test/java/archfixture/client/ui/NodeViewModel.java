package archfixture.client.ui;

import javafx.scene.Node;

/** Breaks a rule on purpose. */
public interface NodeViewModel {
    Node node();
}
