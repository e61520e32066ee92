package hearth.client.link.foreign;

import hearth.protocol.Event;
import hearth.protocol.ServerFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The half of a desk that has to do with what is said and who is there: it is numbered, and told once the user is welcome. */
abstract class HearingDesk implements Desk {
    /** Most lines that wait for the welcome; a server can send any number. */
    private static final int MOST_EARLY = 1_000;

    private final Memory memory;
    private final Answers answers;
    private final Sayings sayings;
    private final Doubtful doubtful;
    private final InstantSource clock;
    private final Consumer<ServerFrame> listener;
    private final Deque<Line> early = new ArrayDeque<>();

    HearingDesk(
            Memory memory,
            Answers answers,
            Sayings sayings,
            Doubtful doubtful,
            InstantSource clock,
            Consumer<ServerFrame> listener) {
        this.memory = memory;
        this.answers = answers;
        this.sayings = sayings;
        this.doubtful = doubtful;
        this.clock = clock;
        this.listener = listener;
    }

    /** Whether the user is in, and hears of news; what was before is told with the welcome. */
    abstract boolean isWelcome();

    /**
     * What is heard before the welcome may be in the page of the past that is still to come, and all of that page was said before it: it waits, else the page
     * could not be laid over what is known.
     */
    @Override
    public void heard(Line line) {
        if (isWelcome()) {
            say(line);
            return;
        }
        early.add(line);
        if (early.size() > MOST_EARLY) {
            say(early.removeFirst());
        }
    }

    /** What was heard early is numbered now: the welcome follows. */
    void endOfPast() {
        early.forEach(this::say);
        early.clear();
    }

    private void say(Line line) {
        boolean isNew = memory.open(line.place());
        if (isNew && isWelcome()) {
            answers.gained(line.place().id(), self()).ifPresent(listener);
        }
        if (!sayings.echoed(line)) {
            Doubtful.Shown shown = shown(line);
            tellAll(List.of(memory.say(shown.line(), shown.clientId(), clock.instant())));
        }
    }

    @Override
    public void past(Place place, List<Line> lines) {
        List<Line> there =
                early.stream().filter(line -> line.place().equals(place)).toList();
        boolean[] told = Overlap.lay(lines, there).inPage();
        for (int i = 0; i < told.length; i++) {
            if (told[i]) {
                early.remove(there.get(i));
            }
        }
        tellAll(memory.past(place, lines, this::shown, clock.instant()));
    }

    @Override
    public void entered(String room) {
        memory.enter(room);
        if (isWelcome()) {
            answers.entered(room, self()).forEach(listener);
        }
    }

    @Override
    public void enteredLobby(String name) {
        if (isWelcome()) {
            answers.enteredLobby(name, self()).forEach(listener);
        }
    }

    @Override
    public void leftRoom(String room) {
        memory.leave(room);
        if (isWelcome()) {
            answers.left(room).forEach(listener);
        }
    }

    @Override
    public void came(Place place, String name) {
        tellAll(List.of(memory.came(place, name, clock.instant())));
        tellIfWelcome(answers.came(name));
    }

    @Override
    public void went(Place place, String name) {
        tellAll(List.of(memory.went(place, name, clock.instant())));
        tellIfWelcome(answers.went(name));
    }

    @Override
    public void present(List<String> names) {
        tellIfWelcome(answers.present(names));
    }

    @Override
    public void count(Place place, int people) {
        memory.count(place, people);
    }

    @Override
    public Optional<Instant> newest(Place place) {
        return memory.newest(place);
    }

    @Override
    public List<String> rooms() {
        return memory.rooms();
    }

    private Doubtful.Shown shown(Line line) {
        return doubtful.shown(line, self());
    }

    private void tellAll(List<Event> events) {
        if (isWelcome()) {
            events.forEach(event -> listener.accept(new ServerFrame.Happened(event)));
        }
    }

    private void tellIfWelcome(Optional<ServerFrame> news) {
        if (isWelcome()) {
            news.ifPresent(listener);
        }
    }
}
