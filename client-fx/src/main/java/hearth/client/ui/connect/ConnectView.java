package hearth.client.ui.connect;

import atlantafx.base.controls.CustomTextField;
import hearth.client.i18n.Messages;
import hearth.client.ui.common.Avatar;
import hearth.client.ui.common.EmptyState;
import hearth.client.ui.common.FormParts;
import hearth.client.ui.common.Icon;
import hearth.client.ui.common.Spinner;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.common.Weight;
import hearth.client.ui.host.HostActions;
import hearth.client.ui.host.HostCard;
import hearth.client.ui.host.HostingViewModel;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The first screen: the name on the left, the ways into a chat on the right; one column where the window is narrow. */
public final class ConnectView extends BorderPane {
    private static final double NARROW = 720;
    private static final double WAYS_WIDTH = 520;

    private final ViewContext context;
    private final Messages messages;
    private final ConnectViewModel model;
    private final CustomTextField name = new CustomTextField();
    private final CustomTextField address = new CustomTextField();
    private final Button connect = new Button();
    private final VBox list = new VBox();
    private final VBox ways = new VBox();
    private final VBox who = new VBox();
    private final FailureCard failure = new FailureCard();
    private final FoundCard found;
    private final HostCard host;
    private final LanguageButton language;
    private final HBox working = new HBox();
    private final Label workingWords = new Label();
    private final Label nameHint = FormParts.hint("");
    private final Label addressHint = FormParts.hint("");
    private final Label addressLabel = FormParts.heading("");
    private final BooleanBinding narrow = widthProperty().lessThan(NARROW);
    private final ListChangeListener<ServerRow> onServers = _ -> showServers();
    private ScrollPane pane = new ScrollPane();
    private Subscription bound = Subscription.EMPTY;

    /** A screen on this model, until {@link #dispose}. */
    public ConnectView(ViewContext context, ConnectViewModel model, HostingViewModel hosting, HostActions hostActions) {
        this.context = context;
        messages = context.messages();
        this.model = model;
        found = new FoundCard(messages, model);
        host = new HostCard(context, hosting, hostActions);
        language = new LanguageButton(context);
        getStyleClass().add("connect");
        buildWho();
        buildWays();
        bind();
        narrow.subscribe(this::arrange);
    }

    private void buildWho() {
        who.getStyleClass().add("connect-who");
        Avatar initial = new Avatar(28);
        initial.getStyleClass().add("neutral");
        name.textProperty().subscribe(text -> initial.show("", text.strip(), Optional.empty()));
        name.setId("connect-name");
        name.setLeft(initial);
        name.setPromptText(messages.text("connect.name.prompt"));
        name.setOnAction(_ -> model.connect());
        name.getStyleClass().add("large");
    }

    private void buildWays() {
        address.setId("connect-address");
        address.setLeft(Icon.of(Feather.LINK, Icon.ROW));
        address.setPromptText(messages.text("connect.address.prompt"));
        address.setOnAction(_ -> model.connect());
        addressLabel.setLabelFor(address);
        address.getStyleClass().add("large");
        HBox.setHgrow(address, Priority.ALWAYS);
        connect.setId("connect-button");
        connect.getStyleClass().add("large");
        connect.setMinWidth(USE_PREF_SIZE);
        list.getStyleClass().add("server-list");
        list.setId("connect-servers");
        working.getStyleClass().add("connect-working");
        working.setAlignment(Pos.CENTER_LEFT);
        working.getChildren().setAll(new Spinner(14, context.appearance()), workingWords);
        workingWords.getStyleClass().add("small-muted");
        ways.getStyleClass().add("connect-ways");
    }

    private void arrange(boolean inOneColumn) {
        who.getChildren().setAll(inOneColumn ? smallHead() : largeHead());
        who.getChildren().addAll(FormParts.label(messages.text("connect.name"), name), name, nameHint);
        ways.setMaxWidth(inOneColumn ? Double.MAX_VALUE : WAYS_WIDTH);
        ways.getChildren().setAll(failure, head(), list, addressForm(), or(), host);
        getStyleClass().removeAll("narrow");
        if (inOneColumn) {
            getStyleClass().add("narrow");
            setLeft(null);
            ways.getChildren().add(language);
            setCenter(scrolling(new VBox(who, ways), ScrollPane.ScrollBarPolicy.ALWAYS));
        } else {
            Region between = new Region();
            VBox.setVgrow(between, Priority.ALWAYS);
            who.getChildren().addAll(between, language);
            StackPane middle = new StackPane(ways);
            middle.getStyleClass().add("connect-middle");
            StackPane.setAlignment(ways, Pos.TOP_CENTER);
            setLeft(who);
            setCenter(scrolling(middle, ScrollPane.ScrollBarPolicy.AS_NEEDED));
        }
    }

    private Node[] largeHead() {
        Label welcome = Weight.semiBold(new Label(messages.text("connect.welcome")));
        welcome.getStyleClass().add("display");
        Label about = new Label(messages.text("connect.about"));
        about.getStyleClass().add("connect-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        return new Node[] {new Logo(1), welcome, about};
    }

    private Node[] smallHead() {
        Label welcome = Weight.semiBold(new Label(messages.text("connect.welcome")));
        welcome.getStyleClass().add("connect-welcome-small");
        HBox head = new HBox(12, new Logo(2.0 / 3), welcome);
        head.setAlignment(Pos.CENTER_LEFT);
        return new Node[] {head};
    }

    private ScrollPane scrolling(Node content, ScrollPane.ScrollBarPolicy bar) {
        pane = FormParts.scrolling(content);
        pane.setVbarPolicy(bar);
        return pane;
    }

    private Label head() {
        Label head = Weight.semiBold(new Label(messages.text("connect.servers")));
        head.getStyleClass().add("connect-head");
        return head;
    }

    private HBox or() {
        Label word = new Label(messages.text("connect.or"));
        word.getStyleClass().add("small-muted");
        HBox line = new HBox(12, hairline(), word, hairline());
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("connect-or");
        return line;
    }

    private static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private VBox addressForm() {
        HBox row = new HBox(8, address, connect);
        VBox form = new VBox(addressLabel, row, addressHint, working, found);
        form.getStyleClass().add("address-form");
        return form;
    }

    private void bind() {
        name.textProperty().bindBidirectional(model.nameProperty());
        address.textProperty().bindBidirectional(model.addressProperty());
        model.servers().addListener(onServers);
        showServers();
        bound = Subscription.combine(
                model.nameErrorProperty()
                        .subscribe(text -> FormParts.mark(name, nameHint, text, messages.text("connect.name.hint"))),
                model.addressErrorProperty().subscribe(text -> FormParts.mark(address, addressHint, text, "")),
                model.failureProperty().subscribe(failure::show),
                model.failureProperty().subscribe(this::focusCause),
                model.choiceProperty().subscribe(this::showFound),
                model.progressProperty().subscribe(this::showProgress));
    }

    /** The caret goes where the cause can be mended; the fields were disabled meanwhile, and had lost it. */
    private void focusCause(Optional<ConnectFailure> cause) {
        cause.ifPresent(why -> (why.field().isPresent() ? name : address).requestFocus());
    }

    /** What was found stands below all else: where the window is low, out of sight. */
    private void showFound(Optional<KindChoice> choice) {
        found.show(choice);
        if (choice.isPresent()) {
            pane.applyCss();
            pane.layout();
            pane.setVvalue(pane.getVmax());
        }
    }

    private void showServers() {
        addressLabel.setText(messages.text(model.servers().isEmpty() ? "connect.address.first" : "connect.address"));
        address.setAccessibleText(addressLabel.getText());
        list.getChildren()
                .setAll(model.servers().stream()
                        .map(server -> new ServerCard(
                                context,
                                model,
                                server,
                                server.equals(model.servers().getFirst())))
                        .toList());
        if (model.servers().isEmpty()) {
            EmptyState none = new EmptyState();
            none.getStyleClass().add("in-card");
            none.show(Feather.HOME, messages.text("connect.none"), messages.text("connect.none.hint"));
            list.getChildren().setAll(none);
        }
    }

    private void showProgress(Optional<ConnectViewModel.Progress> progress) {
        for (Node node : list.getChildren()) {
            if (node instanceof ServerCard card) {
                card.show(progress, node.equals(list.getChildren().getFirst()));
            }
        }
        boolean known = progress.isPresent()
                && model.servers().stream()
                        .anyMatch(server -> server.serverName()
                                        .equals(progress.get().serverName())
                                && server.address().equals(progress.get().address()));
        boolean typed = progress.isPresent() && !known;
        connect.setText(messages.text(typed ? "connect.cancel" : "connect.connect"));
        connect.setOnAction(_ -> {
            if (typed) {
                model.cancel();
                address.requestFocus();
            } else {
                model.connect();
            }
        });
        working.setVisible(typed);
        workingWords.setText(progress.map(ConnectViewModel.Progress::words).orElse(""));
        address.setDisable(typed);
        name.setEditable(progress.isEmpty());
    }

    /** Puts the caret where the user goes on. */
    public void focusFirst() {
        (model.nameProperty().get().isEmpty() ? name : address).requestFocus();
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        found.dispose();
        host.dispose();
        model.servers().removeListener(onServers);
        name.textProperty().unbindBidirectional(model.nameProperty());
        address.textProperty().unbindBidirectional(model.addressProperty());
    }
}
