package hearth.client.session;

import hearth.client.transport.Ending;
import hearth.protocol.Answer;
import hearth.protocol.Answer.SyncResult;
import hearth.protocol.ClientFrame;
import hearth.protocol.ErrorCode;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.Limits;
import hearth.protocol.ServerFrame;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;

/** A server of one room, simple enough to be seen to be right, that answers over {@link FakeLink}s in the orders that the protocol allows. */
final class ModelServer {
    private static final int PAGE = 7;
    private static final int SYNC_REACH = 12;
    private static final int SYNC_ANSWER = 3;

    private final Random random;
    private final List<Event> log = new ArrayList<>();
    private final Map<String, Answer.Posted> posted = new LinkedHashMap<>();
    private final List<ClientFrame.History> late = new ArrayList<>();
    private FakeLink link;
    private boolean loggedIn;
    private int doubled;
    private int epoch = 1;

    ModelServer(Random random) {
        this.random = random;
    }

    List<Event> log() {
        return List.copyOf(log);
    }

    int doubled() {
        return doubled;
    }

    String epoch() {
        return "epoch-" + epoch;
    }

    /** Everything after this event has never happened. */
    void setBackTo(int head) {
        cut();
        epoch++;
        log.subList(head, log.size()).clear();
        posted.values().removeIf(each -> each.seq() > head);
    }

    /** A client dialled. */
    void accept(FakeLink dialled) {
        link = dialled;
        loggedIn = false;
        late.clear();
        link.recognise(SessionBench.SERVER);
    }

    void cut() {
        if (link != null) {
            loggedIn = false;
            link.end(new Ending.Lost("cut"));
        }
    }

    /** Handles some of what the client sent; the rest waits, or is lost with the connection. */
    void work(boolean all) {
        if (link == null) {
            return;
        }
        FakeLink present = link;
        for (ClientFrame frame : present.takeSent()) {
            if (!present.isEnded()) {
                handle(frame);
            }
        }
        while (!late.isEmpty() && (all || random.nextBoolean())) {
            answerHistory(late.removeFirst());
        }
    }

    /** Lets time pass in steps, in each of which new dials are accepted and some of what was sent is handled. */
    void run(SessionBench bench, int rounds) {
        for (int i = 0; i < rounds; i++) {
            bench.loop.advance(Duration.ofMillis(500));
            if (bench.links.size() > bench.accepted) {
                bench.accepted = bench.links.size();
                accept(bench.link());
            }
            bench.loop.settle();
            work(rounds > 10);
            bench.loop.settle();
        }
    }

    /** Somebody else writes. */
    void say(UserRef who) {
        Event.Stamp stamp = SessionBench.stamp("c1", log.size() + 1L, who);
        append(new Event.Message(
                stamp,
                who.id() + stamp.seq() + epoch(),
                "text " + stamp.seq(),
                OptionalLong.empty(),
                List.of(),
                false));
    }

    /** Somebody else does something. */
    void act(UserRef who) {
        List<Event.Message> messages = log.stream()
                .filter(Event.Message.class::isInstance)
                .map(Event.Message.class::cast)
                .toList();
        long seq = log.size() + 1L;
        Event.Stamp stamp = SessionBench.stamp("c1", seq, who);
        int kind = random.nextInt(10);
        if (messages.isEmpty() || kind < 6) {
            OptionalLong reply = messages.isEmpty() || kind > 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(pick(messages).seq());
            append(new Event.Message(stamp, who.id() + seq, "text " + seq, reply, mentions(), false));
        } else if (kind == 6) {
            append(new Event.Joined(stamp, who, Optional.empty()));
        } else {
            change(stamp, pick(messages).seq(), kind);
        }
    }

    private void change(Event.Stamp stamp, long target, int kind) {
        if (isDeleted(target)) {
            return;
        }
        switch (kind) {
            case 7 -> append(new Event.Edited(stamp, target, "edited by " + stamp.seq(), mentions(), false));
            case 8 ->
                append(new Event.Reacted(
                        stamp, target, "+1", !hasReacted(target, stamp.author().id())));
            default -> append(new Event.Deleted(stamp, target));
        }
    }

    private List<String> mentions() {
        return random.nextInt(4) == 0 ? List.of(SessionBench.ADA.id()) : List.of();
    }

    private Event.Message pick(List<Event.Message> messages) {
        return messages.get(random.nextInt(messages.size()));
    }

    private void handle(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Hello _ -> {
                loggedIn = true;
                ServerInfo server = new ServerInfo(SessionBench.SERVER.id(), epoch(), "Kitchen", "1.0.0");
                link.arrive(SessionBench.welcome(server, false, SessionBench.lobby(log.size())));
            }
            case ClientFrame.Post post -> post(post);
            case ClientFrame.Edit edit ->
                change(
                        edit.id(),
                        edit.target(),
                        stamp -> append(new Event.Edited(stamp, edit.target(), edit.text(), List.of(), false)));
            case ClientFrame.Delete delete ->
                change(delete.id(), delete.target(), stamp -> append(new Event.Deleted(stamp, delete.target())));
            case ClientFrame.React react -> react(react);
            case ClientFrame.Sync sync ->
                ok(
                        sync.id(),
                        new Answer.Synced(Map.of("c1", sync(sync.conversations().get("c1")))));
            case ClientFrame.History history -> late.add(history);
            case ClientFrame.Members members -> ok(members.id(), new Answer.MembersPage(List.of(), false));
            case ClientFrame.Read read -> ok(read.id(), new Answer.Marked(read.seq(), 0, 0));
            case ClientFrame.Ping(Optional<String> t) -> link.arrive(new ServerFrame.Pong(t, Optional.empty()));
            default -> throw new AssertionError("not expected: " + frame);
        }
    }

    private void post(ClientFrame.Post post) {
        int luck = random.nextInt(8);
        if (luck == 0) {
            refuse(post.id(), ErrorCode.RATE_LIMITED);
            return;
        }
        Answer.Posted first = posted.get(post.clientId());
        if (first != null) {
            doubled++;
            ok(post.id(), new Answer.Posted("c1", first.seq(), first.at(), true));
            return;
        }
        Event.Stamp stamp = SessionBench.stamp("c1", log.size() + 1L, SessionBench.ADA);
        Answer.Posted answer = new Answer.Posted("c1", stamp.seq(), stamp.at(), false);
        posted.put(post.clientId(), answer);
        Event.Message event = new Event.Message(stamp, post.clientId(), post.text(), post.replyTo(), List.of(), false);
        if (luck < 4) {
            ok(post.id(), answer);
            append(event);
        } else {
            append(event);
            ok(post.id(), answer);
        }
    }

    private void react(ClientFrame.React react) {
        if (hasReacted(react.target(), SessionBench.ADA.id()) == react.on()) {
            ok(react.id(), new Answer.Applied(OptionalLong.empty()));
        } else {
            change(
                    react.id(),
                    react.target(),
                    stamp -> append(new Event.Reacted(stamp, react.target(), react.emoji(), react.on())));
        }
    }

    /** The answer may come before the event or after it, and be lost with the connection. */
    private void change(long re, long target, Consumer<Event.Stamp> does) {
        Event.Stamp stamp = SessionBench.stamp("c1", log.size() + 1L, SessionBench.ADA);
        Answer answer = new Answer.Applied(OptionalLong.of(stamp.seq()));
        int luck = random.nextInt(8);
        if (luck == 0) {
            refuse(re, ErrorCode.RATE_LIMITED);
        } else if (isDeleted(target)) {
            refuse(re, ErrorCode.UNKNOWN_MESSAGE);
        } else if (luck == 1) {
            does.accept(stamp);
            cut();
        } else if (luck < 5) {
            ok(re, answer);
            does.accept(stamp);
        } else {
            does.accept(stamp);
            ok(re, answer);
        }
    }

    private void append(Event event) {
        log.add(event);
        if (loggedIn) {
            link.arrive(new ServerFrame.Happened(event));
        }
    }

    private SyncResult sync(long cursor) {
        if (cursor > log.size() || log.size() - cursor > SYNC_REACH) {
            return new SyncResult.Reload(log.size());
        }
        List<Event> events = new ArrayList<>();
        for (long seq = cursor + 1; seq <= log.size() && events.size() < SYNC_ANSWER; seq++) {
            events.add(asSynced(log.get((int) seq - 1)));
        }
        return new SyncResult.Recovered(events, log.size());
    }

    private Event asSynced(Event event) {
        return switch (event) {
            case Event.Message message
            when isDeleted(message.seq()) ->
                new Event.Message(message.stamp(), message.clientId(), "", message.replyTo(), List.of(), true);
            case Event.Edited edited
            when isDeleted(edited.target()) -> new Event.Edited(edited.stamp(), edited.target(), "", List.of(), true);
            default -> event;
        };
    }

    private void answerHistory(ClientFrame.History request) {
        List<HistoryItem> items = items();
        int limit = Math.min(PAGE, request.limit().orElse(Limits.DEFAULT_PAGE));
        List<HistoryItem> page = switch (request.place()) {
            case ClientFrame.Place.Latest _ -> items.subList(Math.max(0, items.size() - limit), items.size());
            case ClientFrame.Place.Before(long seq) -> {
                List<HistoryItem> before =
                        items.stream().filter(item -> item.event().seq() < seq).toList();
                yield before.subList(Math.max(0, before.size() - limit), before.size());
            }
            case ClientFrame.Place.After(long seq) ->
                items.stream()
                        .filter(item -> item.event().seq() > seq)
                        .limit(limit)
                        .toList();
            case ClientFrame.Place.Around _ -> throw new AssertionError("not asked by the session");
        };
        boolean more = !page.isEmpty() && !page.getFirst().equals(items.getFirst());
        boolean moreAfter = !page.isEmpty() && !page.getLast().equals(items.getLast());
        ok(request.id(), new Answer.HistoryPage(page, log.size(), more, moreAfter));
    }

    /** The log in its final state. */
    List<HistoryItem> items() {
        Map<Long, HistoryItem> items = new LinkedHashMap<>();
        for (Event event : log) {
            switch (event) {
                case Event.Message _, Event.Joined _, Event.Left _, Event.Changed _ ->
                    items.put(event.seq(), new HistoryItem(event, false, List.of(), OptionalLong.empty()));
                case Event.Edited edited -> items.computeIfPresent(edited.target(), (_, item) -> edited(item, edited));
                case Event.Deleted deleted ->
                    items.computeIfPresent(deleted.target(), (_, item) -> deleted(item, deleted));
                case Event.Reacted reacted ->
                    items.computeIfPresent(reacted.target(), (_, item) -> reacted(item, reacted));
                case Event.Unknown _ -> throw new AssertionError("never made");
            }
        }
        return List.copyOf(items.values());
    }

    private static HistoryItem edited(HistoryItem item, Event.Edited edited) {
        Event.Message before = (Event.Message) item.event();
        Event.Message after = new Event.Message(
                before.stamp(), before.clientId(), edited.text(), before.replyTo(), edited.mentions(), false);
        return new HistoryItem(after, true, item.reactions(), OptionalLong.of(edited.seq()));
    }

    private static HistoryItem deleted(HistoryItem item, Event.Deleted deleted) {
        Event.Message before = (Event.Message) item.event();
        Event.Message after =
                new Event.Message(before.stamp(), before.clientId(), "", before.replyTo(), List.of(), true);
        return new HistoryItem(after, item.edited(), List.of(), OptionalLong.of(deleted.seq()));
    }

    private HistoryItem reacted(HistoryItem item, Event.Reacted reacted) {
        Map<String, Boolean> users = new LinkedHashMap<>();
        for (Event event : log.subList(0, (int) reacted.seq())) {
            if (event instanceof Event.Reacted each && each.target() == reacted.target()) {
                users.remove(each.author().id());
                if (each.on()) {
                    users.put(each.author().id(), true);
                }
            }
        }
        List<String> names = List.copyOf(users.keySet());
        List<HistoryItem.Reaction> reactions = names.isEmpty()
                ? List.of()
                : List.of(new HistoryItem.Reaction("+1", names.size(), names.contains(SessionBench.ADA.id()), names));
        return new HistoryItem(item.event(), item.edited(), reactions, OptionalLong.of(reacted.seq()));
    }

    private boolean isDeleted(long target) {
        return log.stream().anyMatch(event -> event instanceof Event.Deleted deleted && deleted.target() == target);
    }

    private boolean hasReacted(long target, String user) {
        Map<String, Boolean> on = new HashMap<>();
        for (Event event : log) {
            if (event instanceof Event.Reacted reacted && reacted.target() == target) {
                on.put(reacted.author().id(), reacted.on());
            }
        }
        return on.getOrDefault(user, false);
    }

    private void ok(long re, Answer answer) {
        link.arrive(new ServerFrame.Ok(re, answer));
    }

    private void refuse(long re, ErrorCode code) {
        link.arrive(new ServerFrame.Error(OptionalLong.of(re), code, "", OptionalLong.of(50), Optional.empty()));
    }
}
