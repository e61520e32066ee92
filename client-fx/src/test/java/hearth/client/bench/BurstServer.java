package hearth.client.bench;

import hearth.client.transport.FakePeer;
import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.Capability;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.Decoded;
import hearth.protocol.Event;
import hearth.protocol.FrameCodec;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server of two rooms that speaks the protocol to one client over a real socket, and writes as fast as it is told. Safe from any thread. */
final class BurstServer implements AutoCloseable {
    /** The room that the client shows first. */
    static final String LOBBY = "c-lobby";

    /** Another one. */
    static final String OTHER = "c-other";

    private static final ServerInfo INFO = new ServerInfo("burst-1", "epoch-1", "Burst", "1.0.0");
    private static final UserRef SELF = new UserRef("u-ada", "Ada");
    private static final int HEARTBEAT_MS = 5_000;
    private static final int BEFORE = 500;
    private static final int AUTHORS = 20;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final String WORDS =
            "The projector in room 2 works again, 那周六的演示就放在二号房 and it was the cable after all. ";

    private final FrameCodec codec = new FrameCodec();
    private final FakePeer peer = new FakePeer();
    private final Random random = new Random(7);
    private final Map<String, List<Event.Message>> logs = new HashMap<>();
    private final Instant start = Instant.parse("2026-11-20T08:00:00Z");
    private volatile FakePeer.Connection connection;
    private volatile boolean closed;

    BurstServer() {
        this(BEFORE);
    }

    /** So many messages are in each room at first. */
    BurstServer(int before) {
        for (String room : List.of(LOBBY, OTHER)) {
            logs.put(room, new ArrayList<>());
            write(room, before);
        }
    }

    URI uri() {
        return peer.uri();
    }

    /** Takes one client and answers it until the connection or this server is closed. */
    void serve() {
        try {
            connection = peer.upgrade();
            while (!closed) {
                handle(connection.readText());
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends so many messages at this rate; returns when the last one was handed to the socket. */
    void burst(String room, int messages, int perSecond) throws IOException {
        List<Event.Message> fresh = write(room, messages);
        List<byte[]> ticks = new ArrayList<>();
        int perTick = (int) (perSecond * TICK_NANOS / TimeUnit.SECONDS.toNanos(1));
        for (int from = 0; from < fresh.size(); from += perTick) {
            ByteArrayOutputStream tick = new ByteArrayOutputStream();
            for (Event.Message each : fresh.subList(from, Math.min(fresh.size(), from + perTick))) {
                tick.writeBytes(FakePeer.Connection.frame(encoded(new ServerFrame.Happened(each))));
            }
            ticks.add(tick.toByteArray());
        }
        long due = System.nanoTime();
        for (byte[] tick : ticks) {
            send(tick);
            due += TICK_NANOS;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    /** The number of the newest message in a room. */
    long head(String room) {
        synchronized (logs) {
            return logs.get(room).size();
        }
    }

    private List<Event.Message> write(String room, int messages) {
        synchronized (logs) {
            List<Event.Message> log = logs.get(room);
            int from = log.size();
            for (int i = 0; i < messages; i++) {
                log.add(message(room, log.size() + 1L));
            }
            return List.copyOf(log.subList(from, log.size()));
        }
    }

    private Event.Message message(String room, long seq) {
        int author = random.nextInt(AUTHORS);
        UserRef who = new UserRef("u-" + author, "Person " + author);
        int chars = 5 + random.nextInt(random.nextInt(10) == 0 ? 400 : 90);
        String text = seq + " " + WORDS.repeat(chars / WORDS.length() + 1).substring(0, chars);
        Event.Stamp stamp = new Event.Stamp(room, seq, start.plusSeconds(seq), who);
        return new Event.Message(stamp, "m" + seq, text, OptionalLong.empty(), List.of(), false);
    }

    private void handle(String text) throws IOException {
        if (!(codec.decodeClient(text) instanceof Decoded.Frame(ClientFrame frame))) {
            throw new IOException("not understood: " + text);
        }
        switch (frame) {
            case ClientFrame.Ping(var t) -> answer(new ServerFrame.Pong(t, Optional.of(INFO)));
            case ClientFrame.Hello hello -> answer(welcome(hello.id()));
            case ClientFrame.History history -> ok(history.id(), page(history));
            case ClientFrame.Sync sync -> ok(sync.id(), new Answer.Synced(synced(sync)));
            case ClientFrame.Read read -> ok(read.id(), new Answer.Marked(read.seq(), 0, 0));
            case ClientFrame.Members members -> ok(members.id(), new Answer.MembersPage(List.of(), false));
            default -> throw new IOException("not expected: " + text);
        }
    }

    private ServerFrame welcome(long re) {
        return new ServerFrame.Welcome(
                re,
                INFO,
                new ServerFrame.Self(SELF.id(), SELF.name(), ServerRole.MEMBER),
                HEARTBEAT_MS,
                Limits.STANDARD,
                EnumSet.allOf(Capability.class),
                List.of(),
                List.of(room(LOBBY, "lobby"), room(OTHER, "other")),
                List.of(),
                Optional.empty(),
                false);
    }

    private ConversationSummary room(String id, String name) {
        long head = head(id);
        return new ConversationSummary(
                id,
                new ConversationSummary.Room(name, "", Visibility.PUBLIC, Role.MEMBER),
                AUTHORS + 1,
                head,
                head,
                0,
                0,
                Optional.empty());
    }

    private Answer.HistoryPage page(ClientFrame.History request) {
        synchronized (logs) {
            List<Event.Message> log = logs.get(request.conversation());
            int end = request.place() instanceof ClientFrame.Place.Before(long seq) ? (int) seq - 1 : log.size();
            int from = Math.max(0, end - request.limit().orElse(Limits.DEFAULT_PAGE));
            List<HistoryItem> items = log.subList(from, end).stream()
                    .map(event -> new HistoryItem(event, false, List.of(), OptionalLong.empty()))
                    .toList();
            return new Answer.HistoryPage(items, log.size(), from > 0, end < log.size());
        }
    }

    private Map<String, SyncResult> synced(ClientFrame.Sync request) {
        Map<String, SyncResult> results = new LinkedHashMap<>();
        request.conversations().forEach((id, cursor) -> results.put(id, new SyncResult.Recovered(List.of(), cursor)));
        return results;
    }

    private void ok(long re, Answer answer) throws IOException {
        answer(new ServerFrame.Ok(re, answer));
    }

    private void answer(ServerFrame frame) throws IOException {
        send(FakePeer.Connection.frame(encoded(frame)));
    }

    private String encoded(ServerFrame frame) {
        return new String(codec.encode(frame).payload(), StandardCharsets.UTF_8);
    }

    private void send(byte[] bytes) throws IOException {
        synchronized (peer) {
            connection.raw(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        peer.close();
    }
}
