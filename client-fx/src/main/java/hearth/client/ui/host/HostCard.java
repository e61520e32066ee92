package hearth.client.ui.host;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.host.HostingViewModel.State;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The way to a chat of one's own, on the first screen; while one is hosted, the way into it and its end. */
public final class HostCard extends HBox {
    private final Messages messages;
    private final HostWords words;
    private final HostingViewModel model;
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Button begin = new Button();
    private final Button join = new Button();
    private final Button stop = new Button();
    private final Subscription bound;

    /** A card on this model, until {@link #dispose}. */
    public HostCard(ViewContext context, HostingViewModel model, HostActions actions) {
        messages = context.messages();
        words = new HostWords(messages, context.times());
        this.model = model;
        setId("host-card");
        getStyleClass().addAll("host-card", "host-offer");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("server-name");
        hint.getStyleClass().add("small-muted");
        hint.setWrapText(true);
        VBox texts = new VBox(title, hint);
        texts.getStyleClass().add("server-words");
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        begin.setId("host-begin");
        begin.setText(messages.text("host.begin"));
        begin.setOnAction(_ -> actions.host());
        join.setId("host-join");
        join.setText(messages.text("connect.join"));
        join.setOnAction(_ -> actions.join());
        stop.setId("host-stop");
        stop.setText(messages.text("host.stop"));
        stop.getStyleClass().add("danger");
        stop.setOnAction(_ -> actions.stop());
        for (Button button : new Button[] {begin, join, stop}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(Icon.of(Feather.RADIO, 20), texts, begin, join, stop);
        bound = Subscription.combine(
                model.stateProperty().subscribe(_ -> show()),
                model.sightProperty().subscribe(_ -> show()));
    }

    private void show() {
        State state = model.stateProperty().get();
        switch (state) {
            case State.Closed _ -> say(messages.text("host.title"), messages.text("host.hint"));
            case State.Starting _ -> say(messages.text("host.title"), messages.text("host.starting"));
            case State.Open open ->
                say(
                        messages.text("host.page", open.plan().chat()),
                        words.about(open, model.sightProperty().get().people().size()));
            case State.Stopping(var plan) ->
                say(messages.text("host.page", plan.chat()), messages.text("host.stopping"));
        }
        boolean open = state instanceof State.Open;
        offer(begin, !open);
        begin.setDisable(!(state instanceof State.Closed));
        offer(join, open);
        offer(stop, open);
    }

    private void say(String head, String sentence) {
        title.setText(head);
        hint.setText(sentence);
    }

    private static void offer(Button button, boolean offered) {
        button.setVisible(offered);
        button.setManaged(offered);
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
    }
}
