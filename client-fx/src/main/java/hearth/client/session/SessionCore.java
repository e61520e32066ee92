package hearth.client.session;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink;
import hearth.client.link.Colour;
import hearth.client.session.SessionEvent.Notice;
import hearth.client.store.KeepStore.Account;
import hearth.client.transport.Ending;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.Auth;
import hearth.protocol.Capability;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerFrame.Welcome;
import hearth.protocol.ServerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a session, and the way of each frame between them. Session thread only. */
final class SessionCore implements Connector.Owner, Conversations.Owner, CatchUp.Owner {
    private static final Logger log = LoggerFactory.getLogger(SessionCore.class);

    private final SessionPorts ports;
    private final SessionConfig config;
    private final Observers observers = new Observers();
    private final ConnectionMachine machine =
            new ConnectionMachine(state -> tell(new SessionEvent.StateChanged(state)));
    private final RequestLedger ledger;
    private final Roster roster = new Roster();
    private final Colours colours = new Colours(this::tell);
    private final Standing standing;
    private final Conversations conversations;
    private final BulkQueue bulk;
    private final Commands commands;
    private final CacheKeeper keeper;
    private final CachedItems cache;
    private final CatchUp catchUp;
    private final OpenTimelines timelines;
    private final MemberPages memberPages;
    private final OpenMembers members;
    private final Welcoming welcoming;
    private final TypingWatch typing;
    private final Outgoing outgoing;
    private final Connector connector;

    SessionCore(SessionPorts ports, SessionConfig config) {
        this.ports = ports;
        this.config = config;
        SessionLoop loop = ports.loop();
        this.ledger = new RequestLedger(loop, this::onOverdue);
        this.commands = new Commands(ledger);
        Credentials credentials = new Credentials(ports.store(), ports.secrets());
        this.standing = new Standing(
                ports.store(),
                credentials,
                ports.dialler().abilities(),
                config.serverId().map(id -> new Account(id, config.name())),
                this::tell);
        this.conversations = new Conversations(this::tell, this);
        this.bulk = new BulkQueue(ledger, loop, new Backoff(ports.jitter()));
        this.catchUp = new CatchUp(conversations, bulk, loop, config.missed() == SessionConfig.Missed.EVERYTHING, this);
        this.keeper = new CacheKeeper(ports.caches(), loop, conversations, this::tell);
        this.cache = new CachedItems(keeper, conversations);
        this.timelines = new OpenTimelines(conversations, bulk, cache, this::tell);
        this.memberPages = new MemberPages(bulk);
        this.members = new OpenMembers(memberPages, roster, this::tell);
        this.welcoming = new Welcoming(conversations, this::tell);
        this.typing = new TypingWatch(loop, (where, users) -> tell(new SessionEvent.TypingChanged(where, users)));
        this.outgoing = new Outgoing(
                ports,
                new OutboxLane.Way(
                        ledger,
                        () -> standing.abilities().texts(),
                        ports.dialler().abilities().has(Abilities.Trait.ACKNOWLEDGEMENTS),
                        new Backoff(ports.jitter())),
                conversations,
                this::tell,
                this::open);
        this.connector = new Connector(ports, config, machine, credentials, this);
    }

    Observers observers() {
        return observers;
    }

    Connector connector() {
        return connector;
    }

    RequestLedger ledger() {
        return ledger;
    }

    Conversations conversations() {
        return conversations;
    }

    BulkQueue bulk() {
        return bulk;
    }

    Commands commands() {
        return commands;
    }

    CachedItems cache() {
        return cache;
    }

    OpenTimelines timelines() {
        return timelines;
    }

    MemberPages memberPages() {
        return memberPages;
    }

    TypingWatch typing() {
        return typing;
    }

    CacheKeeper keeper() {
        return keeper;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Standing standing() {
        return standing;
    }

    /** The session is wanted: what an earlier process knew and what it left unsent is shown, where it is known whose it is. */
    void begin() {
        standing.account().ifPresent(whose -> {
            keeper.belongTo(whose).ifPresent(this::restore);
            outgoing.belongTo(whose);
        });
    }

    private void restore(CacheKeeper.Held held) {
        standing.restored(held.signedIn());
        welcoming.continueFrom(held.signedIn());
        outgoing.continueIn(held.signedIn().server().epoch());
        timelines.takePagesOf(standing.limits().historyPage());
        held.conversations().forEach(conversations::restore);
    }

    /** Tells an observer the present state whole. */
    void tellAll(Consumer<SessionEvent> observer) {
        Snapshot snapshot = new Snapshot(observer);
        snapshot.tellConnection(machine.state(), standing);
        snapshot.tellConversations(conversations, roster);
        colours.tellAll(observer);
        snapshot.tellProspects(outgoing.prospects());
        snapshot.tellOutbox(outgoing.outbox());
        outgoing.tellDrafts(observer);
    }

    /** Shows a conversation, where it is one of the user's and not shown yet. */
    void open(String id) {
        conversations.find(id).filter(each -> each.timeline().isEmpty()).ifPresent(this::open);
    }

    @Override
    public List<ChatLink.Recollection> recollections(ServerInfo server) {
        // Where names are all there is, the name says whose it is, before there is a welcome: the server's form of it,
        // once
        // that is known.
        Account whose = standing.account()
                .filter(known -> known.serverId().equals(server.id()))
                .orElse(new Account(server.id(), config.name()));
        keeper.belongTo(whose).ifPresent(this::restore);
        outgoing.belongTo(whose);
        Outbox outbox = outgoing.outbox();
        List<ChatLink.Recollection> known = new ArrayList<>(cache.recollectionsOfLeft(outbox::unconfirmed));
        conversations.all().forEach(each -> known.add(cache.recollection(each, outbox.unconfirmed(each.id()))));
        return known;
    }

    @Override
    public void onWelcome(Welcome arrived, Auth.Guest auth) {
        keeper.belongTo(Standing.accountOf(arrived)).ifPresent(this::restore);
        standing.welcomed(
                arrived,
                auth,
                config.server().at(connector.address()),
                ports.loop().now());
        ledger.open(connector::send);
        if (welcoming.begin(arrived)) {
            keeper.clear();
        }
        outgoing.meet(arrived.server().epoch());
        keeper.own(standing.signedIn().orElseThrow());
        arrived.conversations().forEach(welcoming::name);
        roster.replace(arrived.online());
        tell(new SessionEvent.PresenceChanged(arrived.online(), true));
        if (!arrived.more()) {
            onWelcomed();
        }
    }

    @Override
    public void onFrame(ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Ok ok -> ledger.answered(ok.re(), new Reply.Ok(ok.answer()));
            case ServerFrame.Error error -> onError(error);
            case ServerFrame.Happened happened -> catchUp.arrived(happened.event());
            case ServerFrame.Gained gained -> onGained(gained);
            case ServerFrame.Gone gone -> conversations.remove(gone.conversation(), gone.reason());
            case ServerFrame.Presence presence -> onPresence(presence);
            case ServerFrame.Typing(String where, String user, boolean active) -> typing.heard(where, user, active);
            case ServerFrame.Read read -> onRead(read);
            case ServerFrame.Unknown(String type) -> log.debug("ignored frame type {}", type);
            case Welcome _, ServerFrame.Ping _, ServerFrame.Pong _, ServerFrame.Bye _ -> log.debug("not for us");
        }
    }

    @Override
    public void onUnheard(long re) {
        ledger.answered(re, new Reply.Ended(true));
    }

    @Override
    public void onColoured(String user, Colour colour) {
        colours.heard(user, colour);
    }

    @Override
    public void onCounted(String conversation, int people) {
        conversations.counted(conversation, people);
    }

    @Override
    public boolean onEnded(Ending ending) {
        welcoming.abandon();
        boolean explained = ledger.end(ending);
        bulk.onEnd();
        catchUp.onEnd(ending instanceof Ending.Closed(int code, String _) && code == 4009);
        outgoing.onEnd();
        typing.clear();
        return explained;
    }

    @Override
    public void onBroken(Ending ending) {
        onNotice(Notice.PROTOCOL_BROKEN, ending.toString());
    }

    @Override
    public boolean isCaughtUp() {
        return !welcoming.isUnderWay() && catchUp.isDone();
    }

    @Override
    public void onCaughtUp() {
        if (isCaughtUp()) {
            connector.onCaughtUp();
        }
    }

    @Override
    public void onReloaded(Conversation conversation, HistoryPage page) {
        cache.onReloaded(conversation, page);
        conversation.timeline().ifPresent(timeline -> {
            if (config.missed() == SessionConfig.Missed.EVERYTHING) {
                timelines.load(conversation);
            } else {
                timeline.showLatest(page);
            }
            loadMembers(conversation);
        });
        outgoing.tellMarker(conversation);
    }

    @Override
    public void onSkipped(Conversation conversation, long head) {
        cache.onSkipped(conversation, head);
    }

    @Override
    public void onOwnMessage(Event.Message message) {
        outgoing.seen(message);
    }

    @Override
    public void onCountUncertain(Conversation conversation) {
        outgoing.tellMarker(conversation);
    }

    @Override
    public void onApplied(Conversation conversation, Event event) {
        if (event instanceof Event.Message message) {
            typing.stopped(conversation.id(), message.author().id());
        }
        members.apply(conversation, event);
        cache.onApplied(conversation, event);
    }

    @Override
    public void onChanged(Conversation conversation) {
        keeper.onChanged(conversation);
    }

    @Override
    public void onRemoved(Conversation conversation) {
        if (ports.dialler().abilities().past() == Abilities.Past.FULL) {
            keeper.onRemoved(conversation.id());
        } else {
            keeper.onLeft(conversation);
        }
        outgoing.forget(conversation.id());
        catchUp.forget(conversation.id());
    }

    /** Something the user should know. */
    void onNotice(Notice notice, String detail) {
        tell(new SessionEvent.Noticed(notice, detail));
    }

    private void open(Conversation conversation) {
        timelines.open(conversation);
        outgoing.showIn(conversation);
        loadMembers(conversation);
    }

    private void loadMembers(Conversation conversation) {
        if (standing.can(Capability.ROOMS)) {
            members.load(conversation);
        }
    }

    private void onWelcomed() {
        Set<String> unsure = welcoming.end();
        timelines.takePagesOf(standing.limits().historyPage());
        welcoming.reopened().forEach(this::open);
        commands.onLogin();
        outgoing.onLogin(standing.account().orElseThrow());
        bulk.onLogin();
        timelines.onLogin();
        catchUp.begin(unsure, standing.limits());
    }

    private void onOverdue() {
        connector.giveUp(new Ending.Lost("a request was not answered for " + RequestLedger.PATIENCE));
    }

    private void onGained(ServerFrame.Gained gained) {
        if (!welcoming.isUnderWay()) {
            conversations.gained(gained.conversation());
            outgoing.settleProspects();
            return;
        }
        welcoming.name(gained.conversation());
        if (!gained.more()) {
            onWelcomed();
        }
    }

    private void onPresence(ServerFrame.Presence presence) {
        roster.change(presence.changes());
        tell(new SessionEvent.PresenceChanged(presence.changes(), false));
        if (welcoming.isUnderWay() && !presence.more()) {
            onWelcomed();
        }
    }

    private void onError(ServerFrame.Error error) {
        if (error.re().isPresent()) {
            ledger.answered(error.re().getAsLong(), new Reply.Refused(error.code(), error.retryAfterMs()));
        } else {
            log.warn("the server refused a frame: {}", error.code());
        }
    }

    private void onRead(ServerFrame.Read read) {
        conversations.find(read.conversation()).ifPresent(conversation -> {
            if (read.unread().isPresent()) {
                conversation.markerTold(
                        read.seq(), read.unread().getAsInt(), read.mentions().orElse(0));
            } else {
                conversation.readByOther(read.seq());
            }
            tell(new SessionEvent.MarkerMoved(conversation.id(), read.user(), read.seq()));
            conversations.tellChanged(conversation);
        });
    }

    private void tell(SessionEvent event) {
        observers.tell(event);
    }
}
