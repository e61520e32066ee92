package hearth.faults;

import hearth.client.transport.FakePeer;
import hearth.protocol.Answer;
import hearth.protocol.Auth;
import hearth.protocol.Capability;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Decoded;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server of one room that speaks just enough of the protocol for a session, and breaks one promise of it. The lie is told to, or about, {@link #VICTIM} alone, so
 * that whoever reads the log afterwards is told the truth. A thread for each connection; all state is guarded by this.
 */
final class BrokenServer implements AutoCloseable {
    /** The user whom it lies to. */
    static final String VICTIM = "Bo";

    /** A message that it lies about contains this. */
    static final String MARK = "marked";

    private static final String ROOM = "c1";
    private static final Instant WHEN = Instant.parse("2026-11-20T08:00:00Z");
    private static final ServerInfo SELF = new ServerInfo("s1", "e1", "Broken", "1");

    private final Lie lie;
    private final FakePeer peer = new FakePeer();
    private final FrameCodec codec = new FrameCodec();
    private final List<Guest> guests = new CopyOnWriteArrayList<>();
    private final List<Event> log = new ArrayList<>();
    private final Map<String, Answer.Posted> posted = new HashMap<>();
    private int committed;

    BrokenServer(Lie lie) {
        this.lie = lie;
        start(this::acceptAll);
    }

    int port() {
        return peer.uri().getPort();
    }

    /** Ends every connection, and forgets what was not on disk. */
    synchronized void crash() throws IOException {
        if (lie == Lie.ACKNOWLEDGES_BEFORE_COMMIT) {
            log.subList(committed, log.size()).clear();
            posted.values().removeIf(each -> each.seq() > committed);
        }
        for (Guest guest : guests) {
            guest.connection.reset();
        }
        guests.clear();
    }

    /** What is stored now survives a crash. */
    synchronized void commit() {
        committed = log.size();
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "broken-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (true) {
                FakePeer.Connection connection = peer.accept();
                start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed, or nobody has come for long: the test is over.
            guests.clear();
        }
    }

    private void serve(FakePeer.Connection connection) {
        Guest guest = new Guest(connection);
        try {
            connection.upgrade();
            for (FakePeer.Frame frame = connection.read(); frame.opcode() == 1; frame = connection.read()) {
                if (codec.decodeClient(frame.text()) instanceof Decoded.Frame(ClientFrame request)) {
                    handle(guest, request);
                }
            }
            connection.finish();
        } catch (IOException e) {
            guests.remove(guest);
        }
    }

    private synchronized void handle(Guest guest, ClientFrame frame) throws IOException {
        switch (frame) {
            case ClientFrame.Ping(var t) ->
                guest.tell(new ServerFrame.Pong(t, guest.user == null ? Optional.of(SELF) : Optional.empty()));
            case ClientFrame.Hello hello -> welcome(guest, hello);
            case ClientFrame.Post post -> post(guest, post);
            case ClientFrame.Sync sync -> guest.ok(sync.id(), new Answer.Synced(Map.of(ROOM, sync(guest, sync))));
            case ClientFrame.History history -> guest.ok(history.id(), page(guest, history.place()));
            case ClientFrame.Read read -> guest.ok(read.id(), new Answer.Marked(read.seq(), 0, 0));
            case ClientFrame.Request request ->
                guest.tell(new ServerFrame.Error(
                        OptionalLong.of(request.id()),
                        ErrorCode.UNSUPPORTED,
                        "",
                        OptionalLong.empty(),
                        Optional.empty()));
            case ClientFrame.Pong _, ClientFrame.Typing _ -> {}
        }
    }

    private void welcome(Guest guest, ClientFrame.Hello hello) throws IOException {
        String name = ((Auth.Guest) hello.auth()).name();
        guest.user = new UserRef("u-" + name, name);
        ConversationSummary lobby = new ConversationSummary(
                ROOM,
                new ConversationSummary.Room("lobby", "", Visibility.PUBLIC, Role.MEMBER),
                2,
                log.size(),
                log.size(),
                0,
                0,
                Optional.empty());
        guest.tell(new ServerFrame.Welcome(
                hello.id(),
                SELF,
                new ServerFrame.Self(guest.user.id(), name, ServerRole.MEMBER),
                15_000,
                Limits.STANDARD,
                Set.of(Capability.HISTORY),
                List.of(),
                List.of(lobby),
                List.<PresenceEntry>of(),
                Optional.empty(),
                false));
        guests.add(guest);
    }

    private void post(Guest guest, ClientFrame.Post post) throws IOException {
        Answer.Posted first = posted.get(post.clientId());
        if (first != null && lie != Lie.DOUBLES) {
            guest.ok(post.id(), new Answer.Posted(ROOM, first.seq(), first.at(), true));
            return;
        }
        Event.Message message = new Event.Message(
                new Event.Stamp(ROOM, log.size() + 1L, WHEN, guest.user),
                post.clientId(),
                post.text(),
                post.replyTo(),
                List.of(),
                false);
        Answer.Posted answer = new Answer.Posted(ROOM, message.seq(), WHEN, false);
        posted.put(post.clientId(), answer);
        guest.ok(post.id(), answer);
        if (lie == Lie.DROPS && isMarked(message)) {
            return;
        }
        log.add(message);
        for (Guest each : guests) {
            deliver(each);
        }
    }

    private void deliver(Guest guest) throws IOException {
        if (guest.isVictim() && lie == Lie.LEAVES_OUT) {
            // It finds out by the head of the next summary, and then loads pages.
            return;
        }
        if (guest.isVictim() && lie == Lie.REORDERS && log.getLast() instanceof Event.Message last && isMarked(last)) {
            // Told together with the next one, in the other order.
            return;
        }
        int size = log.size();
        boolean late = guest.isVictim() && lie == Lie.REORDERS && size > 1 && isMarked(log.get(size - 2));
        for (Event each : asTold(guest).subList(late ? size - 2 : size - 1, size)) {
            guest.tell(new ServerFrame.Happened(each));
        }
    }

    /** The log as this guest is told of it. */
    private List<Event> asTold(Guest guest) {
        List<Event> told = new ArrayList<>(log);
        if (!guest.isVictim()) {
            return told;
        }
        for (int i = 0; i < log.size(); i++) {
            Event.Message message = (Event.Message) log.get(i);
            if (isMarked(message) && lie == Lie.CHANGES_TEXT) {
                told.set(i, moved(message, message.stamp(), "something else"));
            } else if (isMarked(message) && lie == Lie.REORDERS && i + 1 < log.size()) {
                Event.Message next = (Event.Message) log.get(i + 1);
                told.set(i, moved(next, message.stamp(), next.text()));
                told.set(i + 1, moved(message, next.stamp(), message.text()));
            }
        }
        return told;
    }

    private static boolean isMarked(Event event) {
        return event instanceof Event.Message message && message.text().contains(MARK);
    }

    private static Event.Message moved(Event.Message message, Event.Stamp place, String text) {
        Event.Stamp stamp = new Event.Stamp(ROOM, place.seq(), message.stamp().at(), message.author());
        return new Event.Message(stamp, message.clientId(), text, message.replyTo(), message.mentions(), false);
    }

    private Answer.SyncResult sync(Guest guest, ClientFrame.Sync sync) {
        long cursor = sync.conversations().getOrDefault(ROOM, 0L);
        boolean reload = cursor > log.size() || (guest.isVictim() && lie == Lie.LEAVES_OUT);
        return reload
                ? new Answer.SyncResult.Reload(log.size())
                : new Answer.SyncResult.Recovered(asTold(guest).subList((int) cursor, log.size()), log.size());
    }

    private Answer.HistoryPage page(Guest guest, ClientFrame.Place place) {
        long after = place instanceof ClientFrame.Place.After(long seq) ? seq : 0;
        List<HistoryItem> items = asTold(guest).stream()
                .filter(each -> each.seq() > after)
                .filter(each -> !(guest.isVictim() && lie == Lie.LEAVES_OUT && isMarked(each)))
                .map(each -> new HistoryItem(each, false, List.of(), OptionalLong.empty()))
                .toList();
        return new Answer.HistoryPage(items, log.size(), false, false);
    }

    /** One connection. */
    private final class Guest {
        private final FakePeer.Connection connection;
        private UserRef user;

        private Guest(FakePeer.Connection connection) {
            this.connection = connection;
        }

        private boolean isVictim() {
            return user != null && user.name().equals(VICTIM);
        }

        private void ok(long re, Answer answer) {
            tell(new ServerFrame.Ok(re, answer));
        }

        private void tell(ServerFrame frame) {
            try {
                connection.text(new String(codec.encode(frame).payload(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                guests.remove(this);
            }
        }
    }
}
