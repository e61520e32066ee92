package hearth.client.ui.conversations;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.KeyCaps;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The dialog that jumps: one types a part of a name, chooses with the arrows, and is there with Enter. */
public final class SwitcherView extends VBox {
    private static final double WIDTH = 560;
    private static final double ROW = 40;
    private static final double AROUND = 17;
    private static final int MOST_ROWS = 8;
    private static final int SEARCH_ICON = 18;

    private final Messages messages;
    private final SwitcherViewModel model;
    private final ListView<SwitchRow> list;
    private final FindField find;
    private final Label none = new Label();
    private final ListChangeListener<SwitchRow> onFound = _ -> showFound();
    private final Subscription typed;

    /** A dialog on this model. */
    public SwitcherView(Messages messages, SwitcherViewModel model) {
        this.messages = messages;
        this.model = model;
        setId("switcher");
        getStyleClass().addAll("dialog-frame", "switcher");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(messages.text("jump.name"));
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        list = new ListView<>(model.found());
        list.setId("switcher-list");
        list.getStyleClass().addAll("rows", "switcher-list");
        list.setAccessibleText(messages.text("jump.list"));
        list.setCellFactory(_ -> new SwitchCell(messages, model::choose));
        find = new FindField(list, messages.text("jump.prompt"), this::choose);
        find.setId("switcher-find");
        find.getStyleClass().add("switcher-find");
        find.setLeft(Icon.of(Feather.SEARCH, SEARCH_ICON));
        find.setRight(KeyCaps.cap("Esc"));
        find.bind(model.queryProperty());
        Label problem = FormParts.problem(model.problemProperty());
        problem.getStyleClass().add("switcher-problem");
        none.getStyleClass().add("switcher-none");
        none.setWrapText(true);
        getChildren().setAll(find, problem, list, none, foot());
        model.found().addListener(onFound);
        typed = model.queryProperty().subscribe(_ -> showFound());
    }

    private HBox foot() {
        HBox foot = new HBox(
                KeyCaps.does(messages.text("browse.choose"), "↑", "↓"),
                KeyCaps.does(messages.text("jump.open"), "Enter"),
                KeyCaps.space(),
                KeyCaps.does(messages.text("jump.people"), "@"),
                KeyCaps.does(messages.text("jump.rooms"), "#"));
        foot.getStyleClass().addAll("dialog-foot", "key-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void choose() {
        SwitchRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.choose(chosen);
        }
    }

    private void showFound() {
        int found = model.found().size();
        double height = Math.min(found, MOST_ROWS) * ROW + AROUND;
        list.setPrefHeight(height);
        list.setMinHeight(Math.min(height, ROW + AROUND));
        list.setVisible(found > 0);
        list.setManaged(found > 0);
        none.setVisible(found == 0);
        none.setManaged(found == 0);
        none.setText(messages.text("jump.none", model.queryProperty().get().strip()));
        list.getSelectionModel().selectFirst();
    }

    /** Puts the caret where the user begins. */
    public void focusFirst() {
        find.requestFocus();
    }

    /** Lets go of the model. */
    public void dispose() {
        typed.unsubscribe();
        model.found().removeListener(onFound);
        find.textProperty().unbindBidirectional(model.queryProperty());
        list.setItems(FXCollections.emptyObservableList());
        model.dispose();
    }
}
