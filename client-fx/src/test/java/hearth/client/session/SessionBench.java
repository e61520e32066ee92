package hearth.client.session;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink;
import hearth.client.link.ServerSpec;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.store.CacheShelf;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.Capability;
import hearth.protocol.ClientFrame;
import hearth.protocol.ConversationSummary;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.PresenceEntry;
import hearth.protocol.Role;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.ServerRole;
import hearth.protocol.Status;
import hearth.protocol.UserRef;
import hearth.protocol.Visibility;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** A session on virtual time, with links and a disk that the test holds in its hands. */
public final class SessionBench {
    public static final URI ADDRESS = URI.create("ws://kitchen:7878/chat");
    public static final ServerInfo SERVER = new ServerInfo("server-1", "epoch-1", "Kitchen", "1.0.0");
    public static final UserRef ADA = new UserRef("u-ada", "Ada");
    public static final UserRef BO = new UserRef("u-bo", "Bo");
    public static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    public final VirtualLoop loop = new VirtualLoop();
    public final MemoryKeepStore store;
    public final List<FakeLink> links = new ArrayList<>();
    public final List<SessionEvent> heard = new ArrayList<>();
    public final LiveSession session;
    public Set<String> interfaces = Set.of("eth0");
    public int accepted;
    private long otherSeq;

    public SessionBench() {
        this(new MemoryKeepStore(), Optional.empty(), Missed.NEWEST_PAGE);
    }

    public SessionBench(MemoryKeepStore store, Optional<String> serverId, Missed missed) {
        this(store, Optional.empty(), config("Ada", serverId, missed), Abilities.HEARTH);
    }

    /** A session of somebody who looks at it, on what earlier ones left in these caches. */
    static SessionBench onCache(MemoryKeepStore store, CacheShelf caches, Optional<String> serverId) {
        return new SessionBench(
                store, Optional.of(caches), config("Ada", serverId, Missed.NEWEST_PAGE), Abilities.HEARTH);
    }

    /** A session of somebody who types the name so. */
    static SessionBench named(String name, MemoryKeepStore store, Optional<String> serverId) {
        return new SessionBench(store, Optional.empty(), config(name, serverId, Missed.NEWEST_PAGE), Abilities.HEARTH);
    }

    /** A session on a server that takes a message twice for two. */
    public static SessionBench withoutAcknowledgements(MemoryKeepStore store, Optional<String> serverId) {
        Abilities poor = new Abilities(
                Abilities.Rooms.NONE,
                Abilities.Privates.SILENT,
                Abilities.Past.NONE,
                Abilities.Presence.NONE,
                Abilities.SignIn.NAME,
                Set.of(Abilities.Trait.ECHO));
        return new SessionBench(store, Optional.empty(), config("Ada", serverId, Missed.NEWEST_PAGE), poor);
    }

    private static SessionConfig config(String name, Optional<String> serverId, Missed missed) {
        return new SessionConfig(ServerSpec.hearth(ADDRESS), name, serverId, "test 1.0", missed);
    }

    private SessionBench(
            MemoryKeepStore store, Optional<CacheShelf> caches, SessionConfig config, Abilities abilities) {
        this.store = store;
        ChatLink.Dialler dialler = new ChatLink.Dialler() {
            @Override
            public Abilities abilities() {
                return abilities;
            }

            @Override
            public ChatLink dial(URI address, ChatLink.Listener listener) {
                FakeLink link = new FakeLink(address, listener);
                links.add(link);
                return link;
            }
        };
        Random random = new Random(7 + store.processes());
        SessionPorts ports = new SessionPorts(loop, dialler, store, caches, () -> interfaces, random, random);
        session = new LiveSession(ports, config);
        session.observe(heard::add);
        loop.settle();
    }

    public FakeLink link() {
        return links.getLast();
    }

    /** Connects and logs in with these conversations; what was sent until then is taken. */
    public SessionBench loggedIn(ConversationSummary... conversations) {
        session.connect();
        loop.settle();
        logIn(conversations);
        link().takeSent();
        return this;
    }

    /** The same, and what was sent behind the login can still be looked at. */
    public SessionBench loggedInKeepingSent(ConversationSummary... conversations) {
        session.connect();
        loop.settle();
        logIn(conversations);
        return this;
    }

    /** Answers the present link's dialling up to the welcome. */
    public void logIn(ConversationSummary... conversations) {
        recognise();
        arrive(welcome(conversations));
    }

    public void recognise() {
        link().recognise(SERVER);
        loop.settle();
    }

    public void arrive(ServerFrame frame) {
        link().arrive(frame);
        loop.settle();
    }

    public void end(Ending ending) {
        link().end(ending);
        loop.settle();
    }

    /** Lets the session wait until it dials again. */
    public void comeBack() {
        int before = links.size();
        for (int i = 0; links.size() == before && i < 100; i++) {
            loop.advance(Duration.ofSeconds(1));
        }
    }

    public void answer(ClientFrame request, Answer answer) {
        arrive(new ServerFrame.Ok(((ClientFrame.Request) request).id(), answer));
    }

    public void refuse(ClientFrame request, ErrorCode code, OptionalLong retryAfterMs) {
        long id = ((ClientFrame.Request) request).id();
        arrive(new ServerFrame.Error(OptionalLong.of(id), code, "no", retryAfterMs, Optional.empty()));
    }

    /** The one frame of this kind that was sent since the last call; all others are dropped. */
    public <F extends ClientFrame> F sent(Class<F> kind) {
        List<F> all = allSent(kind);
        if (all.size() != 1) {
            throw new AssertionError("expected one " + kind.getSimpleName() + " but got " + all);
        }
        return all.getFirst();
    }

    public <F extends ClientFrame> List<F> allSent(Class<F> kind) {
        loop.settle();
        return link().takeSent().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public <E extends SessionEvent> List<E> heard(Class<E> kind) {
        loop.settle();
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public ConnectionState state() {
        return heard(SessionEvent.StateChanged.class).getLast().state();
    }

    /** The events that were applied, by number. */
    public List<Long> applied() {
        return heard(SessionEvent.EventApplied.class).stream()
                .map(each -> each.event().seq())
                .toList();
    }

    public ConversationSummary summary(String id) {
        return heard(SessionEvent.ConversationChanged.class).stream()
                .map(SessionEvent.ConversationChanged::conversation)
                .filter(each -> each.id().equals(id))
                .toList()
                .getLast();
    }

    /** What the user was told, in order. */
    public List<SessionEvent.Notice> notices() {
        return heard(SessionEvent.Noticed.class).stream()
                .map(SessionEvent.Noticed::notice)
                .toList();
    }

    /** The timeline of all changes that were told. */
    public ShownTimeline shown() {
        ShownTimeline shown = new ShownTimeline();
        heard(SessionEvent.TimelineChanged.class).forEach(event -> shown.apply(event.change()));
        return shown;
    }

    /** The texts of the timeline's messages, oldest first. */
    public List<String> texts() {
        return shown().entries().stream()
                .map(entry -> ((TimelineEntry.Message) entry).text())
                .toList();
    }

    public void happen(Event event) {
        arrive(new ServerFrame.Happened(event));
    }

    public static ServerFrame.Welcome welcome(ConversationSummary... conversations) {
        return welcome(SERVER, false, conversations);
    }

    public static ServerFrame.Welcome welcome(Limits limits, ConversationSummary... conversations) {
        return welcome(SERVER, limits, false, conversations);
    }

    public static ServerFrame.Welcome welcome(ServerInfo server, boolean more, ConversationSummary... conversations) {
        return welcome(server, Limits.STANDARD, more, conversations);
    }

    private static ServerFrame.Welcome welcome(
            ServerInfo server, Limits limits, boolean more, ConversationSummary... conversations) {
        return new ServerFrame.Welcome(
                RequestLedger.HELLO,
                server,
                new ServerFrame.Self(ADA.id(), ADA.name(), ServerRole.MEMBER),
                15_000,
                limits,
                EnumSet.allOf(Capability.class),
                List.of("ws://10.0.0.5:7878/chat"),
                List.of(conversations),
                List.of(new PresenceEntry(ADA.id(), ADA.name(), Status.ONLINE, Optional.empty())),
                Optional.empty(),
                more);
    }

    public static ConversationSummary lobby(long head) {
        return room("c1", "lobby", head);
    }

    public static ConversationSummary room(String id, String name, long head) {
        return new ConversationSummary(
                id,
                new ConversationSummary.Room(name, "", Visibility.PUBLIC, Role.MEMBER),
                2,
                head,
                head,
                0,
                0,
                Optional.empty());
    }

    public static ConversationSummary direct(String id, UserRef with, long head) {
        return new ConversationSummary(
                id, new ConversationSummary.Direct(with, 0), 2, head, head, 0, 0, Optional.empty());
    }

    public static Event.Stamp stamp(String conversation, long seq, UserRef author) {
        return new Event.Stamp(conversation, seq, AT.plusMillis(seq), author);
    }

    public static Event.Message message(String conversation, long seq, UserRef author, String text) {
        return new Event.Message(
                stamp(conversation, seq, author),
                author.id() + "-" + seq,
                text,
                OptionalLong.empty(),
                List.of(),
                false);
    }

    public static Event.Message own(String conversation, long seq, String clientId, String text) {
        return new Event.Message(stamp(conversation, seq, ADA), clientId, text, OptionalLong.empty(), List.of(), false);
    }

    /** A message as history has it, which nobody edited or reacted to. */
    public static HistoryItem item(Event.Message message) {
        return new HistoryItem(message, false, List.of(), OptionalLong.empty());
    }

    /** The same, of a message in the lobby. */
    public static HistoryItem item(long seq) {
        return item(message("c1", seq, BO, "text"));
    }

    /** The next message that Bo writes in the lobby, beginning after this head. */
    public Event.Message next(long head) {
        otherSeq = Math.max(otherSeq, head) + 1;
        return message("c1", otherSeq, BO, "text " + otherSeq);
    }
}
