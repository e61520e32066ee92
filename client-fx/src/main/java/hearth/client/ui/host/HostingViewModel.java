package hearth.client.ui.host;

import hearth.client.fx.UiThread;
import hearth.client.host.HostingException;
import hearth.client.settings.HostPlan;
import hearth.protocol.UserRef;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chat that this program hosts, if it does, and the form that begins it. It outlives the screens, and says nothing in any language. Lives on the JavaFX
 * thread.
 */
public final class HostingViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(HostingViewModel.class);

    /** The server lets no longer name through. */
    private static final int MOST_NAME_CHARS = 64;

    private static final Duration LOOKS_APART = Duration.ofSeconds(1);
    private static final ChatHost.Sight NOTHING = new ChatHost.Sight(List.of(), List.of());

    private final InstantSource clock;
    private final UiThread ui;
    private final ChatHost host;
    private final Consumer<State.Open> onOpened;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final ReadOnlyObjectWrapper<ChatHost.Sight> sight = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyBooleanWrapper again = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<HostTrouble>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private Subscription nextLook = Subscription.EMPTY;
    private boolean disposed;

    /** Where hosting stands. */
    public sealed interface State {
        /** Nothing is hosted. */
        record Closed() implements State {}

        /** It begins. */
        record Starting() implements State {}

        /** Others can join; {@code address} is where this computer does. */
        record Open(HostPlan plan, URI address, Instant since) implements State {}

        /** It ends. */
        record Stopping(HostPlan plan) implements State {}
    }

    /** Nothing is hosted yet; {@code onOpened} hears whenever the user begins to. */
    public HostingViewModel(InstantSource clock, UiThread ui, ChatHost host, Consumer<State.Open> onOpened) {
        this.clock = clock;
        this.ui = ui;
        this.host = host;
        this.onOpened = onOpened;
    }

    /** Hosts again what the user wanted to be hosted with the program. Completes on the JavaFX thread when that is done, failed, or was not wanted. */
    public CompletionStage<Void> resume() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        host.lastPlan()
                .whenComplete((last, failed) -> ui.later(() -> {
                    if (failed != null) {
                        LOG.warn("cannot read what was hosted last", failed);
                    }
                    Optional<HostPlan> wanted = failed == null ? last.filter(HostPlan::again) : Optional.empty();
                    wanted.ifPresentOrElse(
                            plan -> start(plan, _ -> done.complete(null), () -> done.complete(null)),
                            () -> done.complete(null));
                }));
        return done;
    }

    /** Fills the form in: as what was hosted last, or under this name; at the usual port or the next one that is free. */
    public void prepare(String usualName) {
        trouble.set(Optional.empty());
        taken.set(Optional.empty());
        name.set(usualName);
        port.set(Integer.toString(HostPlan.USUAL_PORT));
        host.lastPlan()
                .whenComplete((last, failed) -> ui.later(() -> {
                    Optional<HostPlan> known = failed == null ? last : Optional.empty();
                    known.filter(_ -> name.get().equals(usualName)).ifPresent(plan -> name.set(plan.chat()));
                    findPort(known.map(HostPlan::port).orElse(HostPlan.USUAL_PORT));
                }));
    }

    private void findPort(int wanted) {
        String before = port.get();
        host.freePort(wanted)
                .whenComplete((free, failed) -> ui.later(() -> {
                    if (failed == null && port.get().equals(before)) {
                        port.set(Integer.toString(free));
                        taken.set(free == wanted ? Optional.empty() : Optional.of(wanted));
                    }
                }));
    }

    /** Begins what the form says, as this user, or says what is wrong with it. */
    public void start(String user) {
        if (!(state.get() instanceof State.Closed)) {
            return;
        }
        Optional<Integer> at = typedPort();
        String chat = name.get().strip();
        Optional<HostTrouble.Kind> wrong = nameProblem(chat)
                .or(() -> at.isPresent() ? Optional.empty() : Optional.of(HostTrouble.Kind.PORT_INVALID));
        trouble.set(wrong.map(kind -> new HostTrouble(kind, at.orElse(0))));
        if (wrong.isEmpty()) {
            start(new HostPlan(chat, at.orElseThrow(), user, again.get()), onOpened, () -> {});
        }
    }

    private static Optional<HostTrouble.Kind> nameProblem(String chat) {
        if (chat.isEmpty()) {
            return Optional.of(HostTrouble.Kind.NAME_MISSING);
        }
        return chat.codePointCount(0, chat.length()) > MOST_NAME_CHARS
                ? Optional.of(HostTrouble.Kind.NAME_LONG)
                : Optional.empty();
    }

    private Optional<Integer> typedPort() {
        try {
            int typed = Integer.parseInt(port.get().strip());
            return typed > 0 && typed <= HostPlan.LAST_PORT ? Optional.of(typed) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void start(HostPlan plan, Consumer<State.Open> then, Runnable otherwise) {
        state.set(new State.Starting());
        again.set(plan.again());
        host.start(plan)
                .whenComplete((address, failed) -> ui.later(() -> {
                    if (failed == null) {
                        State.Open open = new State.Open(plan, address, clock.instant());
                        state.set(open);
                        look();
                        then.accept(open);
                    } else {
                        LOG.warn("cannot host a chat", failed);
                        trouble.set(Optional.of(troubleOf(failed, plan)));
                        state.set(new State.Closed());
                        otherwise.run();
                    }
                }));
    }

    private static HostTrouble troubleOf(Throwable failed, HostPlan plan) {
        Throwable cause = failed instanceof CompletionException wrapped ? wrapped.getCause() : failed;
        return cause instanceof HostingException known
                ? HostTrouble.of(known.problem(), plan.port())
                : new HostTrouble(HostTrouble.Kind.FAILED, plan.port());
    }

    private void look() {
        nextLook.unsubscribe();
        if (disposed || !(state.get() instanceof State.Open)) {
            return;
        }
        host.look()
                .whenComplete((seen, failed) -> ui.later(() -> {
                    if (failed != null) {
                        LOG.warn("cannot see who is connected", failed);
                    } else if (state.get() instanceof State.Open) {
                        sight.set(seen);
                    }
                    nextLook.unsubscribe();
                    nextLook = disposed ? Subscription.EMPTY : ui.after(LOOKS_APART, this::look);
                }));
    }

    /** Ends it. What was said stays on this computer. */
    public void stop() {
        if (state.get() instanceof State.Open open) {
            state.set(new State.Stopping(open.plan()));
            nextLook.unsubscribe();
            host.stop()
                    .whenComplete((_, failed) -> ui.later(() -> {
                        if (failed != null) {
                            LOG.warn("the hosted chat did not stop in order", failed);
                        }
                        sight.set(NOTHING);
                        state.set(new State.Closed());
                    }));
        }
    }

    /** Whether hosting begins again whenever the program does; remembered. */
    public void chooseAgain(boolean wanted) {
        if (state.get() instanceof State.Open open && wanted != again.get()) {
            again.set(wanted);
            host.keep(open.plan().withAgain(wanted)).whenComplete((_, failed) -> {
                if (failed != null) {
                    LOG.warn("cannot keep whether to host again", failed);
                }
            });
        }
    }

    /** How many others are connected: those who lose something when it ends. */
    public int guests() {
        return state.get() instanceof State.Open open
                ? (int) sight.get().people().stream()
                        .filter(person -> !isHost(open, person))
                        .count()
                : 0;
    }

    /** Whether this is the user of this program. */
    static boolean isHost(State.Open open, UserRef person) {
        return person.name().equalsIgnoreCase(open.plan().user());
    }

    /** Looks no more. Whoever hosts ends the chat. */
    public void dispose() {
        disposed = true;
        nextLook.unsubscribe();
    }

    /** Where hosting stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where others reach the chat, and who is there. */
    public ReadOnlyObjectProperty<ChatHost.Sight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /** Whether hosting begins again whenever the program does. */
    public ReadOnlyBooleanProperty againProperty() {
        return again.getReadOnlyProperty();
    }

    /** Why it did not begin. */
    public ObjectProperty<Optional<HostTrouble>> troubleProperty() {
        return trouble;
    }

    /** The port that was wanted first and is taken. */
    public ReadOnlyObjectProperty<Optional<Integer>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** The chat's name, in the form. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Its port, in the form. */
    public StringProperty portProperty() {
        return port;
    }
}
