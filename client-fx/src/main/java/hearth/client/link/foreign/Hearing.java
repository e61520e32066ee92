package hearth.client.link.foreign;

import hearth.client.link.LinkEvent;
import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is said on one connection, and who comes and goes: it is numbered, and told. Before the welcome nothing is numbered: until then it may not be known what
 * the client has, and more of the past may come. In the socket's turns only.
 */
final class Hearing {
    private final Memory memory;
    private final Answers answers;
    private final People people;
    private final Sayings sayings;
    private final Doubtful doubtful;
    private final InstantSource clock;
    private final Owner owner;
    private final Early early = new Early();

    /** The newest number of each conversation when the user was let in: what is newer was heard on this connection. */
    private Map<String, Long> heads = Map.of();

    /** The connection on which it is heard. */
    interface Owner {

        /** Whether the user is in, and hears of news. */
        boolean isWelcome();

        /** The name under which the user is known. */
        String self();

        /** Tells the session. */
        void tell(ServerFrame frame);

        /** Tells the session what is no frame. */
        void tell(LinkEvent event);

        /** The connection is no good. */
        void lost(String why);
    }

    Hearing(
            Memory memory,
            Answers answers,
            People people,
            Sayings sayings,
            Doubtful doubtful,
            InstantSource clock,
            Owner owner) {
        this.memory = memory;
        this.answers = answers;
        this.people = people;
        this.sayings = sayings;
        this.doubtful = doubtful;
        this.clock = clock;
        this.owner = owner;
    }

    /** The user was let in: tells that, and then what was heard before. */
    void welcome(Supplier<ServerFrame> welcome) {
        heads = memory.heads();
        owner.tell(welcome.get());
        early.tell(this::tellPast);
    }

    void heard(Line line) {
        if (owner.isWelcome()) {
            say(line);
        } else {
            early.heard(line, () -> say(line));
            endIfTooMuch();
        }
    }

    private void say(Line line) {
        gain(line.place());
        if (!sayings.echoed(line)) {
            Doubtful.Shown shown = shown(line);
            happened(memory.say(shown.line(), shown.clientId(), clock.instant()));
        }
    }

    void past(Place place, List<Line> lines) {
        if (owner.isWelcome()) {
            tellPast(place, lines);
        } else {
            early.past(place, lines);
            endIfTooMuch();
        }
    }

    private void tellPast(Place place, List<Line> lines) {
        gain(place);
        long since = heads.getOrDefault(place.id(), 0L);
        memory.past(place, lines, since, this::shown, clock.instant()).forEach(this::happened);
    }

    void came(Place place, String name) {
        happens(place, () -> happened(memory.came(place, name, clock.instant())));
        people.came(name).ifPresent(this::tellIfWelcome);
    }

    void went(Place place, String name) {
        happens(place, () -> happened(memory.went(place, name, clock.instant())));
        people.went(name).ifPresent(this::tellIfWelcome);
    }

    private void happens(Place place, Runnable telling) {
        if (owner.isWelcome()) {
            telling.run();
        } else {
            early.happened(place, telling);
            endIfTooMuch();
        }
    }

    void present(List<String> names) {
        people.present(names).ifPresent(this::tellIfWelcome);
    }

    void count(Place place, int people) {
        memory.count(place, people);
        happens(place, () -> owner.tell(new LinkEvent.Counted(place.id(), people)));
    }

    Optional<Instant> newest(Place place) {
        return memory.newest(place, now());
    }

    Instant now() {
        return clock.instant();
    }

    private void gain(Place place) {
        if (memory.open(place)) {
            answers.gained(place.id(), owner.self()).ifPresent(owner::tell);
        }
    }

    private Doubtful.Shown shown(Line line) {
        return doubtful.shown(line, owner.self());
    }

    private void happened(Event event) {
        owner.tell(new ServerFrame.Happened(event));
    }

    private void tellIfWelcome(ServerFrame frame) {
        if (owner.isWelcome()) {
            owner.tell(frame);
        }
    }

    private void endIfTooMuch() {
        if (early.isTooMuch()) {
            owner.lost("more came before the welcome than can be kept");
        }
    }
}
