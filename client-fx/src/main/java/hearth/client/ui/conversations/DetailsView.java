package hearth.client.ui.conversations;

import atlantafx.base.controls.ToggleSwitch;
import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.DialogFrame;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.KeyCaps;
import hearth.client.ui.common.Weight;
import hearth.protocol.Visibility;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a room is, and where the user may say so, what it shall be, and who is banned from it. */
public final class DetailsView extends StackPane {
    private static final double WIDTH = 480;

    private final Messages messages;
    private final DetailsViewModel model;
    private final TextField name = new TextField();
    private final TextField topic = new TextField();
    private final ToggleSwitch isPrivate = new ToggleSwitch();
    private final Button close = new Button();
    private final VBox banned = new VBox();
    private final ListChangeListener<BanRow> onBans = _ -> showBans();

    /** A dialog on this model; {@code onErase} asks whether the room shall be erased. */
    public DetailsView(Messages messages, DetailsViewModel model, Runnable onErase, Runnable onClose) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("dialog");
        setId("details-dialog");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        VBox form = new VBox();
        form.getStyleClass().addAll("dialog-form", "details-form");
        form.getChildren().addAll(naming());
        form.getChildren().add(FormParts.problem(model.problemProperty()));
        form.getChildren().addAll(purpose());
        form.getChildren().add(access());
        form.getChildren().add(banned);
        banned.setId("details-bans");
        DialogFrame frame =
                new DialogFrame(messages.text("details.title"), messages.text("dialog.close"), WIDTH, 0, onClose);
        frame.setCenter(FormParts.scrolling(form));
        frame.setBottom(foot(onErase, onClose));
        getChildren().setAll(frame);
        model.bans().addListener(onBans);
        showBans();
    }

    private DetailsViewModel.Subject subject() {
        return model.subject();
    }

    private Node[] naming() {
        if (!subject().powers().govern()) {
            return new Node[] {heading("create.name"), text(subject().room().name())};
        }
        name.setId("details-name");
        return field("create.name", name, model.nameProperty());
    }

    private Node[] purpose() {
        if (!subject().powers().change()) {
            String words = subject().room().topic();
            return new Node[] {heading("create.topic"), text(words.isEmpty() ? messages.text("header.no-topic") : words)
            };
        }
        topic.setId("details-topic");
        return field("create.topic", topic, model.topicProperty());
    }

    private Node[] field(String key, TextField field, StringProperty value) {
        field.textProperty().bindBidirectional(value);
        field.setOnAction(_ -> model.save(close::fire));
        return new Node[] {FormParts.label(messages.text(key), field), field};
    }

    private Node access() {
        boolean closed = subject().room().visibility() == Visibility.PRIVATE;
        Label members = FormParts.hint(messages.text(
                closed ? "details.members.private" : "details.members.public",
                subject().members()));
        if (!subject().powers().govern()) {
            return members;
        }
        isPrivate.setId("details-private");
        isPrivate.selectedProperty().bindBidirectional(model.privateProperty());
        return new VBox(
                FormParts.choice(messages.text("create.private"), messages.text("create.private.hint"), isPrivate),
                members);
    }

    private Label heading(String key) {
        return FormParts.heading(messages.text(key));
    }

    private static Label text(String words) {
        Label text = new Label(words);
        text.setWrapText(true);
        return text;
    }

    private void showBans() {
        banned.getChildren().clear();
        if (subject().powers().govern()) {
            banned.getChildren().add(heading("details.bans"));
            if (model.bans().isEmpty()) {
                banned.getChildren().add(FormParts.hint(messages.text("details.bans.none")));
            }
            model.bans().forEach(ban -> banned.getChildren().add(row(ban)));
        }
    }

    private Node row(BanRow ban) {
        Avatar avatar = new Avatar(28);
        avatar.show(ban.id(), ban.name(), Optional.empty());
        Label who = Weight.followHan(new Label(ban.name()));
        Label about = new Label(ban.about());
        about.getStyleClass().add("small-muted");
        about.setManaged(!ban.about().isEmpty());
        VBox words = new VBox(who, about);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button unban = new Button(messages.text("details.unban"));
        unban.setAccessibleText(messages.text("details.unban.name", ban.name()));
        unban.getStyleClass().addAll("small", "unban");
        unban.setMinWidth(USE_PREF_SIZE);
        unban.setOnAction(_ -> model.unban(ban));
        HBox row = new HBox(10, avatar, words, unban);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("ban-row");
        return row;
    }

    private HBox foot(Runnable onErase, Runnable onClose) {
        boolean editable = subject().powers().change();
        close.setText(messages.text(editable ? "dialog.cancel" : "dialog.close"));
        close.setOnAction(_ -> onClose.run());
        HBox foot = FormParts.foot(KeyCaps.space(), close);
        foot.getStyleClass().add("divided");
        if (subject().powers().erase()) {
            Button erase = new Button(messages.text("details.erase"));
            erase.setId("details-erase");
            erase.getStyleClass().add("danger");
            erase.setOnAction(_ -> onErase.run());
            foot.getChildren().addFirst(erase);
        }
        if (editable) {
            Button save = new Button(messages.text("details.save"));
            save.setId("details-save");
            save.getStyleClass().add("accent");
            save.setOnAction(_ -> model.save(onClose));
            foot.getChildren().add(save);
        }
        return foot;
    }

    /** Puts the focus where the user begins. */
    public void focusFirst() {
        // The pane that scrolls takes its content in when it gets its skin.
        applyCss();
        if (subject().powers().govern()) {
            name.requestFocus();
            name.end();
        } else if (subject().powers().change()) {
            topic.requestFocus();
            topic.end();
        } else {
            close.requestFocus();
        }
    }

    /** Lets go of the model. */
    public void dispose() {
        model.bans().removeListener(onBans);
        name.textProperty().unbindBidirectional(model.nameProperty());
        topic.textProperty().unbindBidirectional(model.topicProperty());
        isPrivate.selectedProperty().unbindBidirectional(model.privateProperty());
        model.dispose();
    }
}
