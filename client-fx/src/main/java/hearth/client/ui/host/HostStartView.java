package hearth.client.ui.host;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.KeyCaps;
import hearth.client.ui.common.Spinner;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.host.HostingViewModel.State;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The form that begins to host a chat: what it is called, and at which port. */
public final class HostStartView extends StackPane {
    private static final double WIDTH = 480;

    private final Messages messages;
    private final HostWords words;
    private final HostingViewModel model;
    private final String user;
    private final TextField name = new TextField();
    private final TextField port = new TextField();
    private final Label nameHint = FormParts.hint("");
    private final Label portHint = FormParts.hint("");
    private final Label problem = new Label();
    private final HBox working;
    private final Button start = new Button();
    private final Subscription bound;

    /** A form on this model, until {@link #dispose}; whoever begins joins as this user. */
    public HostStartView(ViewContext context, HostingViewModel model, String user, Runnable onClose) {
        messages = context.messages();
        words = new HostWords(messages, context.times());
        this.model = model;
        this.user = user;
        setId("host-start");
        working = new HBox(8, new Spinner(14, context.appearance()), muted("host.starting"));
        working.setAlignment(Pos.CENTER_LEFT);
        DialogFrame frame =
                new DialogFrame(messages.text("host.title"), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(form());
        frame.setBottom(buttons(onClose));
        getChildren().setAll(frame);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        name.textProperty().bindBidirectional(model.nameProperty());
        port.textProperty().bindBidirectional(model.portProperty());
        bound = Subscription.combine(
                model.troubleProperty().subscribe(_ -> showTrouble()),
                model.takenProperty().subscribe(_ -> showTrouble()),
                model.portProperty().subscribe(_ -> showTrouble()),
                model.stateProperty().subscribe(this::show));
    }

    private VBox form() {
        Label text = FormParts.text(messages.text("host.text"));
        name.setId("host-name");
        name.setOnAction(_ -> model.start(user));
        Label nameLabel = FormParts.label(messages.text("host.name"), name);
        problem.getStyleClass().add("dialog-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        VBox form = new VBox(text, nameLabel, name, nameHint, portRow(), problem);
        form.getStyleClass().addAll("dialog-form", "host-form");
        return form;
    }

    private HBox portRow() {
        port.setId("host-port");
        port.setAccessibleText(messages.text("host.port"));
        port.setOnAction(_ -> model.start(user));
        Label title = new Label(messages.text("host.port"));
        title.getStyleClass().add("settings-label");
        title.setLabelFor(port);
        VBox about = new VBox(title, portHint);
        about.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(about, Priority.ALWAYS);
        HBox row = new HBox(16, about, port);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("host-row");
        return row;
    }

    private HBox buttons(Runnable onClose) {
        Button cancel = new Button(messages.text("dialog.cancel"));
        cancel.setOnAction(_ -> onClose.run());
        start.setText(messages.text("host.start"));
        start.setId("host-start-button");
        start.getStyleClass().add("accent");
        start.setOnAction(_ -> model.start(user));
        return FormParts.foot(working, KeyCaps.space(), cancel, start);
    }

    private Label muted(String key) {
        Label label = new Label(messages.text(key));
        label.getStyleClass().add("small-muted");
        return label;
    }

    private void showTrouble() {
        Optional<HostTrouble> trouble = model.troubleProperty().get();
        Optional<HostTrouble> ofName = trouble.filter(HostTrouble::isAboutName);
        Optional<HostTrouble> ofPort = trouble.filter(HostTrouble::isAboutPort);
        Optional<HostTrouble> other = trouble.filter(each -> ofName.isEmpty() && ofPort.isEmpty());
        FormParts.mark(name, nameHint, ofName.map(words::of).orElse(""), "");
        FormParts.mark(port, portHint, ofPort.map(words::of).orElse(""), calmPort());
        problem.setText(other.map(words::of).orElse(""));
        problem.setManaged(other.isPresent());
    }

    private String calmPort() {
        return model.takenProperty()
                .get()
                .map(taken -> messages.text(
                        "host.port.taken",
                        Integer.toString(taken),
                        model.portProperty().get()))
                .orElseGet(() -> messages.text("host.port.hint"));
    }

    private void show(State state) {
        boolean busy = state instanceof State.Starting;
        working.setVisible(busy);
        name.setDisable(busy);
        port.setDisable(busy);
        start.setDisable(busy);
        if (!busy && model.troubleProperty().get().isPresent()) {
            focusCause();
        }
    }

    private void focusCause() {
        (model.troubleProperty().get().filter(HostTrouble::isAboutPort).isPresent() ? port : name).requestFocus();
    }

    /** Puts the caret where the user goes on. */
    public void focusFirst() {
        name.requestFocus();
        name.end();
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        name.textProperty().unbindBidirectional(model.nameProperty());
        port.textProperty().unbindBidirectional(model.portProperty());
    }
}
