package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.connect.ConnectView;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What fills the window: the screen that the model names. */
public final class WindowView extends StackPane {
    private final ViewContext context;
    private final Messages messages;
    private final WindowViewModel model;
    private final WindowLayout layout;
    private final NoticeBar notice;
    private final StackPane place = new StackPane();
    private final BooleanProperty attentive = new SimpleBooleanProperty();
    private final StringProperty title = new SimpleStringProperty();
    private final Subscription bound;
    private Subscription screen = Subscription.EMPTY;

    /** A window on this model, until {@link #dispose}. */
    public WindowView(ViewContext context, WindowViewModel model, WindowLayout layout) {
        this.context = context;
        messages = context.messages();
        this.model = model;
        this.layout = layout;
        getStyleClass().add("window");
        notice = new NoticeBar(messages, "window-notice", model.noticeProperty(), model::dismissNotice);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().setAll(new VBox(notice, place));
        bound = model.screenProperty().subscribe(this::show);
    }

    private void show(WindowViewModel.Screen next) {
        screen.unsubscribe();
        switch (next) {
            case WindowViewModel.Screen.Opening _ -> {
                place.getChildren().clear();
                title.set(messages.text("app.title"));
                screen = Subscription.EMPTY;
            }
            case WindowViewModel.Screen.Connect(var connect) -> {
                ConnectView view = new ConnectView(messages, connect);
                place.getChildren().setAll(view);
                view.focusFirst();
                title.set(messages.text("app.title"));
                screen = view::dispose;
            }
            case WindowViewModel.Screen.Chat(var chat) -> {
                ShellView view = new ShellView(context, chat, layout, model::choose);
                place.getChildren().setAll(view);
                view.focusFirst();
                Subscription looking = attentive.subscribe(chat.timeline().attentiveProperty()::set);
                Subscription naming =
                        chat.serverNameProperty().subscribe(name -> title.set(messages.text("window.title", name)));
                screen = Subscription.combine(looking, naming, view::dispose);
            }
        }
    }

    /** Whether the window has the user's attention; whoever owns the window says so. */
    public BooleanProperty attentiveProperty() {
        return attentive;
    }

    /** What the window is called. */
    public StringProperty titleProperty() {
        return title;
    }

    /** Lets go of the model. */
    public void dispose() {
        bound.unsubscribe();
        screen.unsubscribe();
        notice.dispose();
        place.getChildren().clear();
        getChildren().clear();
    }
}
