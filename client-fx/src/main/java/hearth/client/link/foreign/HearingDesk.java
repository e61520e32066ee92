package hearth.client.link.foreign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The half of a desk that has to do with what is said and who is there, which it hands on. */
abstract class HearingDesk implements Desk {
    private final Hearing hearing;
    private final Wishes wishes;
    private final Memory memory;

    HearingDesk(Hearing hearing, Wishes wishes, Memory memory) {
        this.hearing = hearing;
        this.wishes = wishes;
        this.memory = memory;
    }

    @Override
    public final void heard(Line line) {
        hearing.heard(line);
    }

    @Override
    public final void past(Place place, List<Line> lines) {
        hearing.past(place, lines);
    }

    @Override
    public final void entered(String room) {
        wishes.entered(room);
    }

    @Override
    public final void enteredLobby(String name) {
        wishes.enteredLobby(name);
    }

    @Override
    public final void leftRoom(String room) {
        wishes.left(room);
    }

    @Override
    public final void came(Place place, String name) {
        hearing.came(place, name);
    }

    @Override
    public final void went(Place place, String name) {
        hearing.went(place, name);
    }

    @Override
    public final void present(List<String> names) {
        hearing.present(names);
    }

    @Override
    public final void count(Place place, int people) {
        hearing.count(place, people);
    }

    @Override
    public final Optional<Instant> newest(Place place) {
        return hearing.newest(place);
    }

    @Override
    public final Instant now() {
        return hearing.now();
    }

    @Override
    public final List<String> rooms() {
        return memory.rooms();
    }
}
