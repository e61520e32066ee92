package hearth.client.ui.conversations;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** A cell whose content is as wide while the list scrolls as while it does not: the bar stands in the margin that every row keeps at its right. */
abstract class SteadyCell<T> extends ListCell<T> {
    private static final double MARGIN = 8;

    SteadyCell() {
        setPrefWidth(0);
        listViewProperty().subscribe(list -> {
            if (list != null) {
                keepMargin(list);
            }
        });
    }

    private void keepMargin(ListView<T> list) {
        paddingProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new Insets(0, Math.max(0, MARGIN - barWidth(list)), 0, 0),
                        widthProperty(),
                        list.widthProperty(),
                        list.insetsProperty()));
    }

    private double barWidth(ListView<T> list) {
        return list.getWidth() - list.snappedLeftInset() - list.snappedRightInset() - getWidth();
    }
}
