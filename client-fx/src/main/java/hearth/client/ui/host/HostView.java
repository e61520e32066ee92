package hearth.client.ui.host;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import hearth.client.ui.host.HostingViewModel.State;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The page of the chat that is hosted here: since when, where others reach it, who is connected, and the end of it. */
public final class HostView extends BorderPane {
    private static final double NARROW = 800;
    private static final double LEFT_WIDTH = 540;
    private static final double RIGHT_WIDTH = 408;

    private final Messages messages;
    private final HostWords words;
    private final HostingViewModel model;
    private final Label title = Weight.semiBold(new Label());
    private final Label about = new Label();
    private final Button stop = new Button();
    private final VBox left;
    private final HostPeople people;
    private final HostAddresses addresses;
    private final HostAgain again;
    private final BooleanBinding narrow = widthProperty().lessThan(NARROW);
    private final Subscription bound;

    /** A page on this model, until {@link #dispose}. */
    public HostView(ViewContext context, HostingViewModel model, Runnable onStop) {
        messages = context.messages();
        words = new HostWords(messages, context.times());
        this.model = model;
        setId("host-page");
        getStyleClass().add("host-page");
        HBox.setHgrow(this, Priority.ALWAYS);
        stop.setText(messages.text("host.stop"));
        stop.setId("host-stop");
        stop.setGraphic(Icon.of(Feather.POWER, Icon.BUTTON));
        stop.getStyleClass().add("danger");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> onStop.run());
        people = new HostPeople(context);
        addresses = new HostAddresses(messages);
        again = new HostAgain(messages, model);
        Label server = section("host.server");
        server.getStyleClass().add("lower");
        Label lead = new Label(messages.text("host.addresses.hint"));
        lead.getStyleClass().add("host-lead");
        lead.setWrapText(true);
        lead.setMinHeight(USE_PREF_SIZE);
        left = new VBox(section("host.bring"), lead, addresses, server, again);
        setTop(head());
        bound = Subscription.combine(
                narrow.subscribe(this::arrange),
                model.stateProperty().subscribe(_ -> show()),
                model.sightProperty().subscribe(_ -> show()));
    }

    private HBox head() {
        title.getStyleClass().add("host-title");
        about.getStyleClass().add("small-muted");
        Region dot = new Region();
        dot.getStyleClass().add("host-dot");
        HBox line = new HBox(6, dot, about);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox names = new VBox(2, title, line);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox head = new HBox(12, names, stop);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("host-head");
        return head;
    }

    private Label section(String key) {
        Label label = Weight.semiBold(new Label(messages.text(key)));
        label.getStyleClass().add("host-section");
        return label;
    }

    private void arrange(boolean inOneColumn) {
        people.getStyleClass().removeAll("host-below");
        if (inOneColumn) {
            people.getStyleClass().add("host-below");
        }
        Region content = inOneColumn ? new VBox(left, people) : sideBySide();
        content.getStyleClass().add("host-content");
        left.setMaxWidth(inOneColumn ? Double.MAX_VALUE : LEFT_WIDTH);
        people.setMaxWidth(inOneColumn ? Double.MAX_VALUE : RIGHT_WIDTH);
        setCenter(FormParts.scrolling(content));
    }

    private HBox sideBySide() {
        HBox columns = new HBox(32, left, people);
        List.<Node>of(left, people).forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        left.setPrefWidth(LEFT_WIDTH);
        people.setPrefWidth(RIGHT_WIDTH);
        return columns;
    }

    private void show() {
        if (model.stateProperty().get() instanceof State.Open open) {
            ChatHost.Sight sight = model.sightProperty().get();
            title.setText(messages.text("host.page", open.plan().chat()));
            about.setText(words.about(open, sight.people().size()));
            addresses.show(sight.addresses(), open.plan().port());
            people.show(open, sight.people());
        }
        stop.setDisable(!(model.stateProperty().get() instanceof State.Open));
    }

    /** Puts the focus where nothing ends: on what copies the first address, or on what stands below. */
    public void focusFirst() {
        addresses.first().orElse(again.choice()).requestFocus();
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        again.dispose();
    }
}
