package hearth.client.session;

import hearth.client.link.ServerSpec;
import hearth.client.link.foreign.Dialect;
import hearth.client.link.foreign.ForeignDialler;
import hearth.client.link.foreign.Hints;
import hearth.client.session.SessionConfig.Missed;
import hearth.client.session.SessionEvent.OutboxState;
import hearth.client.store.Target;
import hearth.client.timeline.ShownTimeline;
import hearth.client.timeline.TimelineEntry;
import hearth.client.transport.Ending;
import hearth.client.transport.FakeTransport;
import hearth.client.transport.ManualTimers;
import hearth.client.transport.WebAnswer;
import hearth.protocol.Answer.HistoryPage;
import hearth.protocol.ClientFrame;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** One run of the program, with a session on a server of a foreign dialect that the test plays: what its memory has goes with it. For one thread. */
final class ForeignProcess {
    final VirtualLoop loop = new VirtualLoop();
    final FakeTransport transport = new FakeTransport();
    final ManualTimers timers = new ManualTimers();
    final List<SessionEvent> heard = new ArrayList<>();
    final LiveSession session;

    /** With whom, on which server as far as the program knows, and under which name. */
    record Login(Dialect.Kind kind, Optional<String> serverId, String name) {}

    /** Begins on what earlier ones left on the disk, and dials. */
    ForeignProcess(MemoryKeepStore disk, MemoryCacheShelf caches, Login login) {
        Random random = new Random(disk.outboxOfAll().size());
        SessionPorts ports = new SessionPorts(
                loop,
                new ForeignDialler(login.kind(), transport, timers, InstantSource.fixed(SessionBench.AT), new Hints()),
                disk,
                Optional.of(caches),
                () -> Set.of("eth0"),
                random,
                random);
        SessionConfig config = new SessionConfig(
                ServerSpec.hearth(URI.create("ws://kitchen:3000/chat")),
                login.name(),
                login.serverId(),
                "test",
                Missed.NEWEST_PAGE);
        session = new LiveSession(ports, config);
        session.observe(heard::add);
        session.connect();
        loop.settle();
    }

    void receive(String... texts) {
        for (String text : texts) {
            transport.receive(text);
            loop.settle();
        }
    }

    List<String> sent() {
        loop.settle();
        List<String> taken = List.copyOf(transport.sent);
        transport.sent.clear();
        return taken;
    }

    void post(String text) {
        session.post(new Target.Conversation("lobby"), text, OptionalLong.empty());
        loop.settle();
    }

    /** The web server answers what it is asked next, with a cookie. */
    void answer(int status) {
        for (int i = 0; transport.questions.isEmpty() && i < 60; i++) {
            loop.advance(Duration.ofSeconds(1));
        }
        transport.questions.clear();
        transport.answer(new WebAnswer(status, Map.of("set-cookie", List.of("name=x; path=/")), ""));
        loop.settle();
    }

    /** Time passes, and the server answers pings. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            timers.advance(Duration.ofSeconds(1));
            transport.listener.onHeard();
            loop.advance(Duration.ofSeconds(1));
        }
    }

    boolean isAlive() {
        return transport.asked.stream().allMatch("ping"::equals);
    }

    void cut() {
        transport.dialled = "";
        transport.end(new Ending.Lost("cut"));
        loop.settle();
    }

    void open() {
        for (int i = 0; transport.dialled.isEmpty() && i < 60; i++) {
            loop.advance(Duration.ofSeconds(1));
        }
        transport.listener.onOpen();
        loop.settle();
    }

    List<OutboxState> states() {
        loop.settle();
        return heard.stream()
                .filter(SessionEvent.OutboxChanged.class::isInstance)
                .map(event -> ((SessionEvent.OutboxChanged) event).state())
                .toList();
    }

    /** How long a text may be, as often as the window is told. */
    List<Integer> textChars() {
        loop.settle();
        return heard.stream()
                .filter(SessionEvent.SignedIn.class::isInstance)
                .map(event -> ((SessionEvent.SignedIn) event).limits().textChars())
                .toList();
    }

    /** The ids of the user's conversations. */
    Set<String> rooms() {
        loop.settle();
        Set<String> rooms = new LinkedHashSet<>();
        for (SessionEvent event : heard) {
            switch (event) {
                case SessionEvent.ConversationChanged(var summary) -> rooms.add(summary.id());
                case SessionEvent.ConversationRemoved(String id, var _) -> rooms.remove(id);
                default -> {
                    // Changes nothing about them.
                }
            }
        }
        return rooms;
    }

    /** How many were last told to be in a conversation. */
    int people(String conversation) {
        loop.settle();
        return heard.stream()
                .filter(SessionEvent.ConversationChanged.class::isInstance)
                .map(event -> ((SessionEvent.ConversationChanged) event).conversation())
                .filter(summary -> summary.id().equals(conversation))
                .reduce((_, last) -> last)
                .orElseThrow()
                .members();
    }

    /** Those who were last told to be in a conversation, and what they do. */
    List<String> members() {
        loop.settle();
        return heard.stream()
                .filter(SessionEvent.MembersChanged.class::isInstance)
                .map(event -> ((SessionEvent.MembersChanged) event).members())
                .reduce(List.of(), (_, last) -> last)
                .stream()
                .map(member -> member.name() + " " + member.status())
                .toList();
    }

    /** All texts, oldest first, as pages of this size give them. */
    List<String> history(String conversation, int page) {
        List<String> texts = new ArrayList<>();
        ClientFrame.Place place = new ClientFrame.Place.Latest();
        boolean more = true;
        while (more) {
            var asked = session.history(conversation, place, page).toCompletableFuture();
            loop.settle();
            HistoryPage got = ((Outcome.Done<HistoryPage>) asked.join()).value();
            List<Event.Message> said = got.items().stream()
                    .map(HistoryItem::event)
                    .filter(Event.Message.class::isInstance)
                    .map(Event.Message.class::cast)
                    .toList();
            texts.addAll(0, said.stream().map(Event.Message::text).toList());
            more = got.more() && !said.isEmpty();
            place = said.isEmpty()
                    ? place
                    : new ClientFrame.Place.Before(said.getFirst().seq());
        }
        return texts;
    }

    /** The messages as the timeline shows them. */
    List<String> shown() {
        return entries().stream()
                .filter(TimelineEntry.Message.class::isInstance)
                .map(TimelineEntry.Message.class::cast)
                .map(message -> message.author().name() + " " + message.text() + " "
                        + message.delivery().getClass().getSimpleName())
                .toList();
    }

    /** All that stands in the timeline that was told, oldest first. */
    List<TimelineEntry> entries() {
        loop.settle();
        ShownTimeline shown = new ShownTimeline();
        for (SessionEvent event : heard) {
            if (event instanceof SessionEvent.TimelineChanged(String _, var change)) {
                shown.apply(change);
            }
        }
        return shown.entries();
    }
}
