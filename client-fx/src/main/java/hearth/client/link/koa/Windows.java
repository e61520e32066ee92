package hearth.client.link.koa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is there, and in how many windows: who leaves one of two is still there. In the socket's turns only. */
final class Windows {
    /** Most people that are counted; more no server of this kind can serve. */
    static final int MOST_PEOPLE = 10_000;

    private final Map<String, Integer> open = new LinkedHashMap<>();

    /** These are all the windows. */
    void are(List<String> names) {
        open.clear();
        names.forEach(this::opened);
    }

    /** One more; whether it is the first of this name. */
    boolean opened(String name) {
        if (open.size() >= MOST_PEOPLE && !open.containsKey(name)) {
            return false;
        }
        return open.merge(name, 1, Integer::sum) == 1;
    }

    /** One less; whether it was the last of this name. */
    boolean closed(String name) {
        boolean last = Integer.valueOf(1).equals(open.get(name));
        open.computeIfPresent(name, (_, windows) -> windows == 1 ? null : windows - 1);
        return last;
    }

    List<String> names() {
        return List.copyOf(open.keySet());
    }

    int people() {
        return open.size();
    }
}
