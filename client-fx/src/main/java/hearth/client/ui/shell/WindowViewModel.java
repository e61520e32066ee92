package hearth.client.ui.shell;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.ServerAddress;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.store.Salvaged;
import hearth.client.ui.common.SalvageWords;
import hearth.client.ui.common.Times;
import hearth.client.ui.connect.ConnectViewModel;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.connect.SessionFactory;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which screen the window shows: the first one, or a chat. Lives on the JavaFX thread. */
public final class WindowViewModel {
    private final Needs needs;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ConnectViewModel.Joined> joined = Optional.empty();

    /** What the window shows. */
    public sealed interface Screen {
        /** The first screen. */
        record Connect(ConnectViewModel model) implements Screen {}

        /** A chat. */
        record Chat(ShellViewModel model) implements Screen {}
    }

    /** What the window needs of the program around it. */
    public record Needs(
            Messages messages,
            Times times,
            InstantSource clock,
            UiThread ui,
            SessionFactory sessions,
            ServerBook book) {}

    /** Begins with the first screen. */
    public WindowViewModel(Needs needs) {
        this.needs = needs;
        screen.set(new Screen.Connect(connectModel()));
    }

    private ConnectViewModel connectModel() {
        return new ConnectViewModel(
                new ConnectViewModel.Needs(
                        needs.messages(), needs.times(), needs.clock(), needs.ui(), needs.sessions(), needs.book()),
                this::onJoined);
    }

    /** Joins the chat at this address as this user at once; what is missing or wrong, the first screen says. */
    public void begin(Optional<String> address, Optional<String> name) {
        if (screen.get() instanceof Screen.Connect(var model)) {
            name.ifPresent(model.nameProperty()::set);
            address.ifPresent(model.addressProperty()::set);
            if (address.isPresent() && name.isPresent()) {
                model.connect();
            }
        }
    }

    private void onJoined(ChatSession session, ConnectViewModel.Joined where) {
        joined = Optional.of(where);
        ShellViewModel.Needs shell = new ShellViewModel.Needs(
                needs.messages(),
                needs.times(),
                needs.clock(),
                needs.ui(),
                session,
                ServerAddress.words(where.address()),
                where.userName());
        disposeScreen();
        screen.set(new Screen.Chat(new ShellViewModel(shell)));
    }

    /** Leaves the chat for the first screen, which says why where the server did not let the user in. */
    public void choose() {
        if (screen.get() instanceof Screen.Chat(var chat)) {
            Optional<ConnectionState.RefusalReason> why = chat.refusal();
            String server = chat.serverNameProperty().get();
            disposeScreen();
            ConnectViewModel connect = connectModel();
            joined.ifPresent(where -> {
                connect.nameProperty().set(where.userName());
                connect.addressProperty().set(ServerAddress.words(where.address()));
            });
            why.ifPresent(reason -> connect.refused(reason, server, chat.userName()));
            screen.set(new Screen.Connect(connect));
        }
    }

    /** A damaged file was replaced: this stands over every screen until the user takes it away. */
    public void onSalvaged(Salvaged what) {
        notice.set(Optional.of(SalvageWords.of(needs.messages(), what)));
    }

    /** Takes the notice away. */
    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    /** What the user should know, whatever the window shows. */
    public ReadOnlyObjectProperty<Optional<String>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private CompletionStage<Void> disposeScreen() {
        return switch (screen.get()) {
            case Screen.Connect(var model) -> {
                model.dispose();
                yield CompletableFuture.completedFuture(null);
            }
            case Screen.Chat(var model) -> model.dispose();
        };
    }

    /** Ends what the screen does; completes when the session has ended. */
    public CompletionStage<Void> dispose() {
        return disposeScreen();
    }

    /** What the window shows. */
    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }
}
