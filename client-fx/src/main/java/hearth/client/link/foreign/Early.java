package hearth.client.link.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What is heard of a connection before the user is welcome: of each place the past, and behind it what happened since, in order. What happened may be in a page
 * of the past that came later, and then stands there. Bounded; in the socket's turns only.
 */
final class Early {
    /** Most that happened and waits; a server can send any number. */
    static final int MOST = 10_000;

    /** Most characters of what waits, a long page of the past among it. */
    static final long MOST_CHARS = 33_554_432;

    private final Map<Place, List<Line>> pages = new LinkedHashMap<>();
    private final List<Happening> happened = new ArrayList<>();
    private long chars;

    /** Something that happened in a place, the line if it was said, and how it is told. */
    private record Happening(Place place, Optional<Line> line, Runnable telling) {}

    /** Whether more came than is kept. */
    boolean isTooMuch() {
        return happened.size() > MOST || chars > MOST_CHARS;
    }

    /** Something was said, to be told so. */
    void heard(Line line, Runnable telling) {
        happened.add(new Happening(line.place(), Optional.of(line), telling));
        chars += line.text().length();
    }

    /** Something else happened, to be told so. */
    void happened(Place place, Runnable telling) {
        happened.add(new Happening(place, Optional.empty(), telling));
    }

    /** A page of the past of a place, all of which was said before it came. */
    void past(Place place, List<Line> page) {
        List<Happening> said = happened.stream()
                .filter(each -> each.place().equals(place) && each.line().isPresent())
                .toList();
        boolean[] told = Overlap.lay(
                        page, said.stream().map(each -> each.line().get()).toList())
                .inPage();
        for (int i = 0; i < told.length; i++) {
            if (told[i]) {
                happened.remove(said.get(i));
            }
        }
        List<Line> earlier = pages.getOrDefault(place, List.of());
        Overlap.Laid laid = Overlap.lay(earlier, page);
        List<Line> whole = new ArrayList<>(page.subList(0, laid.older()));
        whole.addAll(earlier);
        whole.addAll(laid.news());
        pages.put(place, whole);
        chars += page.stream().mapToLong(line -> line.text().length()).sum();
    }

    /** Tells all of it: first the past, then what happened since. */
    void tell(BiConsumer<Place, List<Line>> telling) {
        pages.forEach(telling);
        happened.forEach(each -> each.telling().run());
        pages.clear();
        happened.clear();
        chars = 0;
    }
}
