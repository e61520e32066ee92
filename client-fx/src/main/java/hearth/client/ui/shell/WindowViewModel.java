package hearth.client.ui.shell;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.ServerAddress;
import hearth.client.link.recognition.Recogniser;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.store.KeepStore.Account;
import hearth.client.store.KeepStore.RememberedServer;
import hearth.client.store.Salvaged;
import hearth.client.ui.common.SalvageWords;
import hearth.client.ui.common.Times;
import hearth.client.ui.connect.ConnectViewModel;
import hearth.client.ui.connect.ServerBook;
import hearth.client.ui.connect.SessionFactory;
import hearth.client.ui.host.ChatHost;
import hearth.client.ui.host.HostTrouble;
import hearth.client.ui.host.HostWords;
import hearth.client.ui.host.HostingViewModel;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which screen the window shows: the first one, or a chat, with which it begins where one was open last. Lives on the JavaFX thread. */
public final class WindowViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(WindowViewModel.class);

    private Needs needs;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final HostingViewModel hosting;
    private Optional<ConnectViewModel.Joined> joined = Optional.empty();
    private boolean disposed;

    /** What the window shows. */
    public sealed interface Screen {
        /** Nothing, until it is known with what to begin. */
        record Opening() implements Screen {}

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
            Recogniser recogniser,
            ServerBook book,
            ChatHost host) {

        private Needs in(Messages others, Times theirTimes) {
            return new Needs(others, theirTimes, clock, ui, sessions, recogniser, book, host);
        }
    }

    /** Shows nothing yet: {@link #begin} does. */
    public WindowViewModel(Needs needs) {
        this.needs = needs;
        hosting = new HostingViewModel(needs.clock(), needs.ui(), needs.host(), this::joinHosted);
        screen.set(new Screen.Opening());
    }

    private ConnectViewModel connectModel() {
        return new ConnectViewModel(
                new ConnectViewModel.Needs(
                        needs.messages(),
                        needs.times(),
                        needs.clock(),
                        needs.ui(),
                        needs.sessions(),
                        needs.recogniser(),
                        needs.book()),
                this::onJoined);
    }

    /**
     * Hosts again what is to be hosted with the program, then shows the chat that is meant, if it is known: as it was, whether its server can be reached or not. That is the one that was open last, or where an
     * address and a name are given, the one of that name there. Otherwise the first screen shows, and joins what is given; what is missing or wrong, it says.
     */
    public void begin(Optional<String> address, Optional<String> name) {
        hosting.resume()
                .thenCompose(_ -> {
                    hosting.troubleProperty().get().ifPresent(this::tellNotHosted);
                    return known(address, name);
                })
                .whenComplete((found, failed) -> needs.ui().later(() -> {
                    if (failed != null) {
                        LOG.warn("cannot read the remembered servers", failed);
                    }
                    if (!disposed && screen.get() instanceof Screen.Opening) {
                        Optional<RememberedServer> server = failed == null ? found : Optional.empty();
                        server.ifPresentOrElse(this::reopen, () -> connect(address, name));
                    }
                }));
    }

    private void tellNotHosted(HostTrouble trouble) {
        String why = new HostWords(needs.messages(), needs.times()).of(trouble);
        notice.set(Optional.of(needs.messages().text("host.again.failed", why)));
    }

    private CompletionStage<Optional<RememberedServer>> known(Optional<String> address, Optional<String> name) {
        if (address.isEmpty() && name.isEmpty()) {
            return needs.book().lastOpen();
        }
        Optional<URI> there = address.flatMap(ServerAddress::parse);
        return needs.book()
                .servers()
                .thenApply(servers -> servers.stream()
                        .filter(server -> there.filter(server.address()::equals).isPresent()
                                && name.map(String::strip)
                                        .filter(server.userName()::equalsIgnoreCase)
                                        .isPresent())
                        .findFirst());
    }

    private void reopen(RememberedServer server) {
        Account account = new Account(server.serverId(), server.userName());
        ChatSession session =
                needs.sessions().create(server.server(), server.userName(), Optional.of(server.serverId()));
        show(session, new ConnectViewModel.Joined(server.server(), server.userName(), account), server.serverName());
        session.connect();
    }

    private void connect(Optional<String> address, Optional<String> name) {
        ConnectViewModel model = connectModel();
        screen.set(new Screen.Connect(model));
        name.ifPresent(model.nameProperty()::set);
        address.ifPresent(model.addressProperty()::set);
        if (address.isPresent() && name.isPresent()) {
            model.connect();
        }
    }

    private void onJoined(ChatSession session, ConnectViewModel.Joined where) {
        show(session, where, ServerAddress.words(where.server().address()));
    }

    private void show(ChatSession session, ConnectViewModel.Joined where, String serverName) {
        joined = Optional.of(where);
        keepOpen(Optional.of(where.account()));
        ShellViewModel.Needs shell = new ShellViewModel.Needs(
                needs.messages(), needs.times(), needs.clock(), needs.ui(), session, serverName, where.userName());
        disposeScreen();
        screen.set(new Screen.Chat(new ShellViewModel(shell)));
    }

    private void keepOpen(Optional<Account> account) {
        needs.book().open(account).whenComplete((_, failed) -> {
            if (failed != null) {
                LOG.warn("cannot keep which chat is open", failed);
            }
        });
    }

    /** Joins the chat that is hosted here, from whatever is shown. */
    private void joinHosted(HostingViewModel.State.Open open) {
        if (disposed) {
            return;
        }
        choose();
        if (screen.get() instanceof Screen.Connect(var connect)) {
            connect.joinHosted(open.address(), open.plan().chat(), open.plan().user());
        }
    }

    /** Joins the chat that is hosted here, if one is. */
    public void joinHosted() {
        if (hosting.stateProperty().get() instanceof HostingViewModel.State.Open open) {
            joinHosted(open);
        }
    }

    /** Ends the chat that is hosted here; whoever is in it on this computer is told that he is offline, and not that it is gone. */
    public void stopHosting() {
        if (hosting.stateProperty().get() instanceof HostingViewModel.State.Open open
                && screen.get() instanceof Screen.Chat(var chat)
                && joined.filter(where -> where.server().address().equals(open.address()))
                        .isPresent()) {
            chat.connection().act(Banner.Act.DISCONNECT);
        }
        hosting.stop();
    }

    /** As whom the user would join a chat that is hosted here; nobody where the first screen has no name yet, and says so. */
    public Optional<String> hostName() {
        return switch (screen.get()) {
            case Screen.Opening _ -> Optional.empty();
            case Screen.Connect(var connect) -> connect.usableName();
            case Screen.Chat(var chat) -> Optional.of(chat.userName());
        };
    }

    /** The chat that is hosted here. */
    public HostingViewModel hosting() {
        return hosting;
    }

    /** Leaves the chat for the first screen, which says why where the server did not let the user in. */
    public void choose() {
        if (screen.get() instanceof Screen.Chat(var chat)) {
            Optional<ConnectionState.RefusalReason> why = chat.refusal();
            String server = chat.serverNameProperty().get();
            keepOpen(Optional.empty());
            disposeScreen();
            ConnectViewModel connect = connectModel();
            joined.ifPresent(where -> {
                connect.nameProperty().set(where.userName());
                connect.addressProperty().set(ServerAddress.words(where.server().address()));
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

    /** Says everything in another language from now on; what is under way goes on. */
    public void speak(Messages messages, Times times) {
        needs = needs.in(messages, times);
        switch (screen.get()) {
            case Screen.Opening _ -> LOG.debug("nothing is said yet");
            case Screen.Connect(var model) -> {
                ConnectViewModel again = connectModel();
                again.continueFrom(model);
                screen.set(new Screen.Connect(again));
            }
            case Screen.Chat(var model) -> screen.set(new Screen.Chat(model.in(messages, times)));
        }
    }

    private CompletionStage<Void> disposeScreen() {
        return switch (screen.get()) {
            case Screen.Opening _ -> CompletableFuture.completedFuture(null);
            case Screen.Connect(var model) -> {
                model.dispose();
                yield CompletableFuture.completedFuture(null);
            }
            case Screen.Chat(var model) -> model.dispose();
        };
    }

    /** Ends what the screen does; completes when the session has ended. */
    public CompletionStage<Void> dispose() {
        disposed = true;
        hosting.dispose();
        return disposeScreen();
    }

    /** What the window shows. */
    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }
}
