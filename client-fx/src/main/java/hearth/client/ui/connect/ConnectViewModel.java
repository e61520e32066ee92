package hearth.client.ui.connect;

import hearth.client.fx.UiBatcher;
import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.ServerAddress;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.session.Subscription;
import hearth.client.store.KeepStore;
import hearth.client.ui.common.Times;
import hearth.protocol.Limits;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the first screen shows and does. One attempt at a time: it ends with a session that is signed in, which is handed on, or with a failure in words. Lives
 * on the JavaFX thread.
 */
public final class ConnectViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectViewModel.class);

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty nameError = new SimpleStringProperty("");
    private final StringProperty addressError = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ConnectFailure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ServerRow> servers = FXCollections.observableArrayList();

    private final Messages messages;
    private final Times times;
    private final InstantSource clock;
    private final UiThread ui;
    private final SessionFactory sessions;
    private final ServerBook book;
    private final BiConsumer<ChatSession, Joined> onJoined;
    private Optional<Attempt> attempt = Optional.empty();
    private boolean disposed;

    /** How far an attempt is: the address it dials, and what it does now, in words. */
    public record Progress(URI address, String serverName, String words) {}

    /** Where an attempt arrived: at this address, under this name, which on that server is this account. */
    public record Joined(URI address, String userName, KeepStore.Account account) {}

    /** What the screen needs of the program around it. */
    public record Needs(
            Messages messages,
            Times times,
            InstantSource clock,
            UiThread ui,
            SessionFactory sessions,
            ServerBook book) {}

    private record Attempt(
            URI address,
            String serverName,
            String name,
            ChatSession session,
            UiBatcher<SessionEvent> events,
            Subscription heard) {}

    /** A first screen that knows the remembered servers as soon as the disk has told. */
    public ConnectViewModel(Needs needs, BiConsumer<ChatSession, Joined> onJoined) {
        messages = needs.messages();
        times = needs.times();
        clock = needs.clock();
        ui = needs.ui();
        sessions = needs.sessions();
        book = needs.book();
        this.onJoined = onJoined;
        reload();
    }

    private void reload() {
        book.servers()
                .whenComplete((found, failed) -> ui.later(() -> {
                    if (failed != null) {
                        LOG.warn("cannot read the remembered servers", failed);
                    } else if (!disposed) {
                        show(found);
                    }
                }));
    }

    private void show(List<KeepStore.RememberedServer> found) {
        servers.setAll(found.stream().map(this::row).toList());
        if (name.get().isEmpty() && !found.isEmpty()) {
            name.set(found.getFirst().userName());
        }
    }

    private ServerRow row(KeepStore.RememberedServer server) {
        String visit = times.visit(server.lastVisit(), times.dayOf(clock.instant()));
        String where = ServerAddress.words(server.address());
        return new ServerRow(
                server.serverId(),
                server.address(),
                server.serverName(),
                server.userName(),
                messages.text("connect.server.about", where, server.userName(), visit));
    }

    /** Joins the chat at the address in the field under the name in the field, or says what is wrong with them. */
    public void connect() {
        Optional<URI> target = ServerAddress.parse(address.get());
        nameError.set(nameProblem());
        addressError.set(
                target.isPresent()
                        ? ""
                        : messages.text(
                                address.get().isBlank() ? "connect.address.missing" : "connect.address.invalid"));
        if (nameError.get().isEmpty()) {
            target.ifPresent(
                    uri -> dial(uri, ServerAddress.words(uri), name.get().strip(), Optional.empty()));
        }
    }

    private String nameProblem() {
        String typed = name.get().strip();
        if (typed.isEmpty()) {
            return messages.text("connect.name.missing");
        }
        int most = Limits.STANDARD.nameChars();
        return typed.codePointCount(0, typed.length()) > most ? messages.text("connect.name.long", most) : "";
    }

    /** Joins a remembered server under the name that was used there. */
    public void join(ServerRow server) {
        nameError.set("");
        addressError.set("");
        dial(server.address(), server.serverName(), server.userName(), Optional.of(server.serverId()));
    }

    private void dial(URI uri, String serverName, String userName, Optional<String> serverId) {
        cancel();
        failure.set(Optional.empty());
        ChatSession session = sessions.create(uri, userName, serverId);
        UiBatcher<SessionEvent> events = new UiBatcher<>(ui, batch -> batch.forEach(this::on));
        progress.set(Optional.of(new Progress(uri, serverName, messages.text("connect.connecting"))));
        attempt = Optional.of(new Attempt(uri, serverName, userName, session, events, session.observe(events::offer)));
        session.connect();
    }

    /** Gives the attempt up. */
    public void cancel() {
        end().ifPresent(ended -> ended.session().shutDown());
    }

    private Optional<Attempt> end() {
        Optional<Attempt> ended = attempt;
        attempt = Optional.empty();
        ended.ifPresent(now -> {
            now.events().close();
            now.heard().close();
        });
        progress.set(Optional.empty());
        return ended;
    }

    private void on(SessionEvent event) {
        if (attempt.isEmpty()) {
            return;
        }
        if (event instanceof SessionEvent.StateChanged(var state)) {
            onState(attempt.get(), state);
        } else if (event instanceof SessionEvent.SignedIn signedIn) {
            end().ifPresent(now -> onJoined.accept(now.session(), joined(now, signedIn)));
        }
    }

    private static Joined joined(Attempt now, SessionEvent.SignedIn signedIn) {
        KeepStore.Account account =
                new KeepStore.Account(signedIn.server().id(), signedIn.self().name());
        return new Joined(now.address(), now.name(), account);
    }

    private void onState(Attempt now, ConnectionState state) {
        String where = ServerAddress.words(now.address());
        switch (state) {
            case ConnectionState.Waiting(var _, var _, var cause) -> fail(ConnectFailure.of(messages, cause, where));
            case ConnectionState.Refused(var reason) -> refused(reason, now.serverName(), now.name());
            case ConnectionState.LoggingIn _ ->
                progress.set(
                        Optional.of(new Progress(now.address(), now.serverName(), messages.text("connect.signing"))));
            case ConnectionState.Offline _,
                    ConnectionState.Connecting _,
                    ConnectionState.Syncing _,
                    ConnectionState.Online _,
                    ConnectionState.Stale _ -> {
                // The attempt goes on: the sign-in is an event of its own.
            }
        }
    }

    private void fail(ConnectFailure words) {
        cancel();
        failure.set(Optional.of(words));
        nameError.set(words.field().orElse(""));
    }

    /** Shows why a server said no, here or after it had let the user in before. */
    public void refused(ConnectionState.RefusalReason reason, String serverName, String userName) {
        fail(ConnectFailure.of(messages, reason, serverName, userName));
    }

    /** Forgets a remembered server. */
    public void forget(ServerRow server) {
        servers.remove(server);
        book.forget(new KeepStore.Account(server.serverId(), server.userName())).whenComplete((_, failed) -> {
            if (failed != null) {
                LOG.warn("cannot forget a server", failed);
            }
        });
    }

    /** Gives up what is under way; nothing changes any more. */
    public void dispose() {
        disposed = true;
        cancel();
    }

    /** The name in the field. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The address in the field. */
    public StringProperty addressProperty() {
        return address;
    }

    /** What is wrong with the name; empty where nothing is. */
    public StringProperty nameErrorProperty() {
        return nameError;
    }

    /** What is wrong with the address; empty where nothing is. */
    public StringProperty addressErrorProperty() {
        return addressError;
    }

    /** Why the last attempt failed. */
    public ObjectProperty<Optional<ConnectFailure>> failureProperty() {
        return failure;
    }

    /** The attempt under way. */
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The servers that were joined before. */
    public ObservableList<ServerRow> servers() {
        return servers;
    }
}
