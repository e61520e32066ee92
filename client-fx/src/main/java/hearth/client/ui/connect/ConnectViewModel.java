package hearth.client.ui.connect;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.link.DialectName;
import hearth.client.link.ServerAddress;
import hearth.client.link.ServerSpec;
import hearth.client.link.recognition.Finding;
import hearth.client.link.recognition.Recogniser;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.store.KeepStore;
import hearth.client.transport.Ending;
import hearth.client.ui.common.Times;
import hearth.protocol.Limits;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
    private final ReadOnlyObjectWrapper<Optional<KindChoice>> choice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ServerRow> servers = FXCollections.observableArrayList();

    private final Messages messages;
    private final Times times;
    private final InstantSource clock;
    private final UiThread ui;
    private final SessionFactory sessions;
    private final Recogniser recogniser;
    private final ServerBook book;
    private final BiConsumer<ChatSession, Joined> onJoined;
    private Optional<CompletableFuture<Finding>> looking = Optional.empty();
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<Function<Messages, ConnectFailure>> why = Optional.empty();
    private boolean disposed;

    /** How far an attempt is: the address it dials, and what it does now, in words. */
    public record Progress(URI address, String serverName, String words) {}

    /** Where an attempt arrived: at this server, under this name, which on that server is this account. */
    public record Joined(ServerSpec server, String userName, KeepStore.Account account) {}

    /** What the screen needs of the program around it. */
    public record Needs(
            Messages messages,
            Times times,
            InstantSource clock,
            UiThread ui,
            SessionFactory sessions,
            Recogniser recogniser,
            ServerBook book) {}

    /** A first screen that knows the remembered servers as soon as the disk has told. */
    public ConnectViewModel(Needs needs, BiConsumer<ChatSession, Joined> onJoined) {
        messages = needs.messages();
        times = needs.times();
        clock = needs.clock();
        ui = needs.ui();
        sessions = needs.sessions();
        recogniser = needs.recogniser();
        book = needs.book();
        this.onJoined = onJoined;
        // Whatever was found was found at another address.
        address.subscribe(_ -> choice.set(Optional.empty()));
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
        String where = ServerAddress.brief(server.address());
        return new ServerRow(
                server.serverId(),
                server.server(),
                server.serverName(),
                server.userName(),
                messages.text("connect.server.about", where, server.userName(), visit));
    }

    /**
     * Looks what is at the address in the field, or says what is wrong with the fields. A server of ours is joined under the name in the field; with any other
     * one the user chooses how to speak.
     */
    public void connect() {
        Optional<URI> target = ServerAddress.parse(address.get());
        nameError.set(nameProblem());
        addressError.set(
                target.isPresent()
                        ? ""
                        : messages.text(
                                address.get().isBlank() ? "connect.address.missing" : "connect.address.invalid"));
        if (nameError.get().isEmpty()) {
            target.ifPresent(this::look);
        }
    }

    private void look(URI uri) {
        begin(uri, ServerAddress.words(uri), "connect.looking");
        CompletableFuture<Finding> search = recogniser.recognise(uri);
        looking = Optional.of(search);
        var _ = search.thenAccept(finding -> ui.later(() -> {
            if (looking.filter(search::equals).isPresent()) {
                cancel();
                onFound(uri, finding);
            }
        }));
    }

    private void onFound(URI uri, Finding finding) {
        switch (finding) {
            case Finding.Certain(DialectName dialect)
            when dialect == DialectName.HEARTH ->
                dial(ServerSpec.hearth(uri), ServerAddress.words(uri), typedName(), Optional.empty());
            case Finding.Certain(DialectName dialect) ->
                choice.set(Optional.of(KindChoice.certain(messages, uri, dialect)));
            case Finding.Uncertain(Finding.Sign sign, List<DialectName> guesses) ->
                choice.set(Optional.of(KindChoice.among(messages, uri, sign, guesses)));
            case Finding.Nobody(Ending ending) -> fail(in -> ConnectFailure.of(in, ending, ServerAddress.words(uri)));
        }
    }

    /** Joins what was found, spoken with as the user chose. */
    public void joinFound() {
        nameError.set(nameProblem());
        if (nameError.get().isEmpty()) {
            choice.get()
                    .map(KindChoice::server)
                    .ifPresent(server ->
                            dial(server, ServerAddress.words(server.address()), typedName(), Optional.empty()));
        }
    }

    private String typedName() {
        return name.get().strip();
    }

    private String nameProblem() {
        String typed = typedName();
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
        dial(server.server(), server.serverName(), server.userName(), Optional.of(server.serverId()));
    }

    /** Joins the chat that this program hosts. */
    public void joinHosted(URI local, String chat, String userName) {
        name.set(userName);
        nameError.set("");
        addressError.set("");
        dial(ServerSpec.hearth(local), chat, userName, Optional.empty());
    }

    /** The name in the field, if one can be somebody by it; otherwise says what is wrong with it. */
    public Optional<String> usableName() {
        nameError.set(nameProblem());
        return nameError.get().isEmpty() ? Optional.of(typedName()) : Optional.empty();
    }

    private void begin(URI uri, String serverName, String doing) {
        cancel();
        why = Optional.empty();
        failure.set(Optional.empty());
        progress.set(Optional.of(new Progress(uri, serverName, messages.text(doing))));
    }

    private void dial(ServerSpec server, String serverName, String userName, Optional<String> serverId) {
        begin(server.address(), serverName, "connect.connecting");
        ChatSession session = sessions.create(server, userName, serverId);
        follow(new Attempt.Goal(server, serverName, userName), session);
        session.connect();
    }

    private void follow(Attempt.Goal goal, ChatSession session) {
        attempt = Optional.of(Attempt.follow(ui, goal, session, this::on));
    }

    /** Goes on with what was begun on another first screen, and still says why that failed; the other one is over then. */
    public void continueFrom(ConnectViewModel before) {
        name.set(before.name.get());
        address.set(before.address.get());
        before.why.ifPresent(this::fail);
        boolean looked = before.looking.isPresent() || before.choice.get().isPresent();
        Optional<Attempt> going = before.end();
        before.dispose();
        if (looked) {
            connect();
        }
        going.ifPresent(now -> {
            begin(now.goal().server().address(), now.goal().serverName(), "connect.connecting");
            follow(now.goal(), now.session());
        });
    }

    /** Gives the attempt up. */
    public void cancel() {
        looking.ifPresent(search -> search.cancel(false));
        looking = Optional.empty();
        choice.set(Optional.empty());
        end().ifPresent(ended -> ended.session().shutDown());
    }

    private Optional<Attempt> end() {
        Optional<Attempt> ended = attempt;
        attempt = Optional.empty();
        ended.ifPresent(Attempt::leave);
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
            end().ifPresent(now -> onJoined.accept(now.session(), now.joined(signedIn)));
        }
    }

    private void onState(Attempt now, ConnectionState state) {
        String where = ServerAddress.words(now.goal().server().address());
        switch (state) {
            case ConnectionState.Waiting(var _, var _, var cause) -> fail(in -> ConnectFailure.of(in, cause, where));
            case ConnectionState.Refused(var reason) ->
                refused(reason, now.goal().serverName(), now.goal().userName());
            case ConnectionState.LoggingIn _ ->
                progress.set(Optional.of(new Progress(
                        now.goal().server().address(), now.goal().serverName(), messages.text("connect.signing"))));
            case ConnectionState.Offline _,
                    ConnectionState.Connecting _,
                    ConnectionState.Syncing _,
                    ConnectionState.Online _,
                    ConnectionState.Stale _ -> {
                // The attempt goes on: the sign-in is an event of its own.
            }
        }
    }

    private void fail(Function<Messages, ConnectFailure> reason) {
        cancel();
        why = Optional.of(reason);
        ConnectFailure words = reason.apply(messages);
        failure.set(Optional.of(words));
        nameError.set(words.field().orElse(""));
    }

    /** Shows why a server said no, here or after it had let the user in before. */
    public void refused(ConnectionState.RefusalReason reason, String serverName, String userName) {
        fail(in -> ConnectFailure.of(in, reason, serverName, userName));
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

    /** What was found at the address that is none of ours, and how the user wants to speak with it. */
    public ReadOnlyObjectProperty<Optional<KindChoice>> choiceProperty() {
        return choice.getReadOnlyProperty();
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
