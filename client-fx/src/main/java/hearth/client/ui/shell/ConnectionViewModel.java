package hearth.client.ui.shell;

import hearth.client.fx.UiThread;
import hearth.client.i18n.Messages;
import hearth.client.session.ChatSession;
import hearth.client.session.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Where the connection stands, in words: the state line always, the banner where there is something to say. Lives on the JavaFX thread. */
public final class ConnectionViewModel {
    /** A reconnect that is quicker shows no banner, so that nothing flickers. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Messages messages;
    private final UiThread ui;
    private final InstantSource clock;
    private final ChatSession session;
    private final RefusalWords refusals;
    private final ReadOnlyObjectWrapper<StateLine> line = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Banner>> banner = new ReadOnlyObjectWrapper<>(Optional.empty());
    private ConnectionState state = new ConnectionState.Offline();
    private String serverName;
    private String userName;
    private OptionalInt people = OptionalInt.of(0);
    private Optional<Instant> workingSince = Optional.empty();
    private Subscription tick = Subscription.EMPTY;

    /** A connection to the server at this address, as this user. */
    public ConnectionViewModel(
            Messages messages,
            UiThread ui,
            InstantSource clock,
            ChatSession session,
            String serverName,
            String userName) {
        this.messages = messages;
        this.ui = ui;
        this.clock = clock;
        this.session = session;
        this.serverName = serverName;
        this.userName = userName;
        refusals = new RefusalWords(messages);
        show();
    }

    /** The connection stands elsewhere. */
    public void onState(ConnectionState next) {
        boolean working = working(next);
        if (!working) {
            workingSince = Optional.empty();
        } else if (workingSince.isEmpty()) {
            workingSince = Optional.of(clock.instant());
        }
        state = next;
        show();
    }

    /** The server said who it is and who the user is. */
    public void onSignedIn(String server, String user) {
        serverName = server;
        userName = user;
        show();
    }

    /** There are so many people; empty where nobody knows. */
    public void onPeople(OptionalInt count) {
        if (!people.equals(count)) {
            people = count;
            show();
        }
    }

    /** Does what the banner's button says; {@link Banner.Act#CHOOSE} is the window's. */
    public void act(Banner.Act act) {
        switch (act) {
            case CONNECT -> session.connect();
            case DISCONNECT -> session.disconnect();
            case RETRY -> session.retryNow();
            case CHOOSE -> throw new IllegalArgumentException("the window goes back to the first screen");
        }
    }

    private static boolean working(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connecting _, ConnectionState.LoggingIn _, ConnectionState.Syncing _ -> true;
            case ConnectionState.Offline _,
                    ConnectionState.Online _,
                    ConnectionState.Stale _,
                    ConnectionState.Waiting _,
                    ConnectionState.Refused _ -> false;
        };
    }

    private void show() {
        tick.unsubscribe();
        tick = Subscription.EMPTY;
        Instant now = clock.instant();
        boolean counts = state instanceof ConnectionState.Stale || state instanceof ConnectionState.Waiting;
        Optional<Duration> quiet = workingSince.map(since -> PATIENCE.minus(Duration.between(since, now)));
        if (counts) {
            tick = ui.after(TICK, this::show);
        } else if (quiet.filter(Duration::isPositive).isPresent()) {
            tick = ui.after(quiet.get(), this::show);
        }
        line.set(lineAt(now));
        banner.set(quiet.filter(Duration::isPositive).isPresent() ? Optional.empty() : bannerAt(now));
    }

    private StateLine lineAt(Instant now) {
        return switch (state) {
            case ConnectionState.Offline _ -> line(StateLine.Mark.OFFLINE, "state.offline", 0);
            case ConnectionState.Connecting _ -> line(StateLine.Mark.WORKING, "state.connecting", 0);
            case ConnectionState.LoggingIn _ -> line(StateLine.Mark.WORKING, "state.signing", 0);
            case ConnectionState.Syncing _ -> line(StateLine.Mark.WORKING, "state.syncing", 0);
            case ConnectionState.Online _ ->
                line(
                        StateLine.Mark.ONLINE,
                        people.isPresent() ? "state.online" : "state.online.uncounted",
                        people.orElse(0));
            case ConnectionState.Stale(var heard) -> counting("state.stale", Duration.between(heard, now));
            case ConnectionState.Waiting(var next, var _, var _) ->
                counting("state.waiting", Duration.between(now, next));
            case ConnectionState.Refused _ -> line(StateLine.Mark.REFUSED, "state.refused", 0);
        };
    }

    private StateLine line(StateLine.Mark mark, String key, int count) {
        return new StateLine(mark, messages.text(key, count), messages.text(key + ".name", count));
    }

    private StateLine counting(String key, Duration left) {
        long seconds = seconds(left);
        String clockFace = "%d:%02d".formatted(seconds / 60, seconds % 60);
        return new StateLine(
                StateLine.Mark.WAITING, messages.text(key, clockFace), messages.text(key + ".name", seconds));
    }

    private static long seconds(Duration duration) {
        return Math.max(0, Math.round(duration.toMillis() / 1000.0));
    }

    private Optional<Banner> bannerAt(Instant now) {
        return switch (state) {
            case ConnectionState.Offline _ ->
                banner(Banner.Mark.NO_CONNECTION, "banner.offline", Optional.of(Banner.Act.CONNECT));
            case ConnectionState.Connecting _ -> working("banner.connecting", serverName);
            case ConnectionState.LoggingIn _ -> working("banner.signing", userName);
            case ConnectionState.Syncing _ -> banner(Banner.Mark.WORKING, "banner.syncing", Optional.empty());
            case ConnectionState.Online _ -> Optional.empty();
            case ConnectionState.Stale(var heard) -> Optional.of(stale(seconds(Duration.between(heard, now))));
            case ConnectionState.Waiting(var next, var _, var _) ->
                Optional.of(waiting(seconds(Duration.between(now, next))));
            case ConnectionState.Refused(var reason) -> Optional.of(refusals.banner(reason, serverName, userName));
        };
    }

    private Optional<Banner> banner(Banner.Mark mark, String key, Optional<Banner.Act> act) {
        return Optional.of(new Banner(
                Banner.Tone.NEUTRAL,
                mark,
                messages.rich(key),
                act.map(what -> new Banner.Action(what, messages.text(key + ".action")))));
    }

    private Optional<Banner> working(String key, String who) {
        Banner.Action cancel = new Banner.Action(Banner.Act.DISCONNECT, messages.text("banner.cancel"));
        return Optional.of(
                new Banner(Banner.Tone.NEUTRAL, Banner.Mark.WORKING, messages.rich(key, who), Optional.of(cancel)));
    }

    private Banner stale(long seconds) {
        return new Banner(
                Banner.Tone.WARNING,
                Banner.Mark.SILENT,
                messages.rich("banner.stale", seconds),
                Optional.of(new Banner.Action(Banner.Act.RETRY, messages.text("banner.stale.action"))));
    }

    private Banner waiting(long seconds) {
        return new Banner(
                Banner.Tone.WARNING,
                Banner.Mark.NO_CONNECTION,
                seconds == 0
                        ? messages.rich("banner.waiting.now", serverName)
                        : messages.rich("banner.waiting", serverName, seconds),
                Optional.of(new Banner.Action(Banner.Act.RETRY, messages.text("banner.waiting.action"))));
    }

    /** Stops counting. */
    public void dispose() {
        tick.unsubscribe();
    }

    /** The state as the session told it. */
    ConnectionState state() {
        return state;
    }

    /** Where the connection stands. */
    public ReadOnlyObjectProperty<StateLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** What there is to say about it. */
    public ReadOnlyObjectProperty<Optional<Banner>> bannerProperty() {
        return banner.getReadOnlyProperty();
    }
}
