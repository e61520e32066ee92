package hearth.client.ui.shell;

import hearth.client.i18n.Messages;
import hearth.client.settings.Preferences;
import hearth.client.settings.Preferences.Language;
import hearth.client.ui.common.Appearance;
import hearth.client.ui.common.ViewContext;
import hearth.client.ui.connect.ConnectView;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/** What fills the window: the screen that the model names. */
public final class WindowView extends StackPane {
    private final WindowViewModel model;
    private final WindowLayout layout;
    private ViewContext context;
    private final HostDialogs dialogs;
    private NoticeBar notice;
    private final StackPane place = new StackPane();
    private final BooleanProperty attentive = new SimpleBooleanProperty();
    private final StringProperty title = new SimpleStringProperty();
    private final Subscription bound;
    private Subscription screen = Subscription.EMPTY;
    private Optional<ShellView> chat = Optional.empty();

    /**
     * A window on this model, until {@link #dispose}.
     *
     * @param speaking what views draw with, in each language
     */
    public WindowView(
            Appearance appearance,
            Function<Language, ViewContext> speaking,
            WindowViewModel model,
            WindowLayout layout) {
        context = speaking.apply(appearance.preferencesProperty().get().language());
        this.model = model;
        this.layout = layout;
        getStyleClass().add("window");
        notice = notice();
        VBox.setVgrow(place, Priority.ALWAYS);
        dialogs = new HostDialogs(model);
        getChildren().setAll(new VBox(notice, place), dialogs);
        bound = Subscription.combine(
                model.screenProperty().subscribe(this::show),
                appearance
                        .preferencesProperty()
                        .map(Preferences::language)
                        .subscribe((_, language) -> speak(speaking.apply(language))));
    }

    private NoticeBar notice() {
        return new NoticeBar(context.messages(), "window-notice", model.noticeProperty(), model::dismissNotice);
    }

    private void speak(ViewContext other) {
        context = other;
        notice.dispose();
        notice = notice();
        dialogs.close();
        getChildren().setAll(new VBox(notice, place), dialogs);
        boolean settingsOpen = chat.filter(ShellView::settingsOpen).isPresent();
        model.speak(other.messages(), other.times());
        if (settingsOpen) {
            chat.ifPresent(ShellView::openSettingsAtLanguage);
        }
    }

    private void show(WindowViewModel.Screen next) {
        Messages messages = context.messages();
        screen.unsubscribe();
        chat = Optional.empty();
        dialogs.speak(context);
        switch (next) {
            case WindowViewModel.Screen.Opening _ -> {
                place.getChildren().clear();
                title.set(messages.text("app.title"));
                screen = Subscription.EMPTY;
            }
            case WindowViewModel.Screen.Connect(var connect) -> {
                ConnectView view = new ConnectView(context, connect, model.hosting(), dialogs);
                place.getChildren().setAll(view);
                view.focusFirst();
                title.set(messages.text("app.title"));
                screen = view::dispose;
            }
            case WindowViewModel.Screen.Chat(var chat) -> {
                HostPage host = new HostPage(context, model.hosting(), dialogs);
                ShellView view = new ShellView(context, chat, layout, host, model::choose);
                this.chat = Optional.of(view);
                place.getChildren().setAll(view);
                view.focusFirst();
                Subscription looking = attentive
                        .flatMap(here -> host.shownProperty().map(page -> here && page.isEmpty()))
                        .subscribe(chat.timeline().attentiveProperty()::set);
                Subscription naming =
                        chat.serverNameProperty().subscribe(name -> title.set(messages.text("window.title", name)));
                screen = Subscription.combine(looking, naming, view::dispose);
            }
        }
    }

    /** Asks before this window is closed under those who are connected to the chat that is hosted here, and lets nothing float when it goes. */
    public void guard(Stage stage) {
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> FloatingParts.close(this));
        stage.setOnCloseRequest(request -> {
            if (dialogs.askBeforeLeaving(stage::hide)) {
                request.consume();
            }
        });
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
        dialogs.dispose();
        place.getChildren().clear();
        getChildren().clear();
    }
}
