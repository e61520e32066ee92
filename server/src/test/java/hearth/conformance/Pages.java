package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Lists that come in pages: a server may give less at once than was asked for, and the next page goes on there. */
final class Pages {
    private Pages() {}

    /** All items of a conversation, oldest first, by pages of at most so many from the newest back. */
    static List<Frame> back(Peer peer, String conversation, int limit) {
        List<Frame> all = new ArrayList<>();
        Frame page = peer.ok("history", "conversation", conversation, "limit", limit);
        all.addAll(items(page, "items", limit));
        while (page.flag("more")) {
            long first = all.getFirst().number("seq");
            page = peer.ok("history", "conversation", conversation, "limit", limit, "before", first);
            all.addAll(0, items(page, "items", limit));
            assertThat(all.getFirst().number("seq")).as("an older item").isLessThan(first);
        }
        return all;
    }

    /** All items of a conversation, oldest first. */
    static List<Frame> history(Peer peer, String conversation) {
        return back(peer, conversation, 50);
    }

    /** The messages among them. */
    static List<Frame> messages(Peer peer, String conversation) {
        return history(peer, conversation).stream()
                .filter(item -> item.is("kind", "message"))
                .toList();
    }

    /** All items behind a place, by pages of at most so many. */
    static List<Frame> forth(Peer peer, String conversation, long after, int limit) {
        List<Frame> all = new ArrayList<>();
        Frame page = peer.ok("history", "conversation", conversation, "limit", limit, "after", after);
        all.addAll(items(page, "items", limit));
        while (page.flag("moreAfter")) {
            long last = all.getLast().number("seq");
            page = peer.ok("history", "conversation", conversation, "limit", limit, "after", last);
            all.addAll(items(page, "items", limit));
            assertThat(all.getLast().number("seq")).as("a newer item").isGreaterThan(last);
        }
        return all;
    }

    /** All of a list whose next page is asked for by a field of the last element of the page before. */
    static List<Frame> list(Peer peer, String type, String name, String place, int limit, Object... fields) {
        Object[] first = Arrays.copyOf(fields, fields.length + 2);
        first[fields.length] = "limit";
        first[fields.length + 1] = limit;
        Frame page = peer.ok(type, first);
        List<Frame> all = new ArrayList<>(items(page, name, limit));
        while (page.flag("more")) {
            Object[] next = Arrays.copyOf(first, first.length + 2);
            next[first.length] = "after";
            next[first.length + 1] = all.getLast().text(place);
            page = peer.ok(type, next);
            all.addAll(items(page, name, limit));
            assertThat(all.stream().map(each -> each.text(place)))
                    .as("elements of different pages")
                    .doesNotHaveDuplicates();
        }
        return all;
    }

    private static List<Frame> items(Frame page, String name, int limit) {
        List<Frame> items = page.list(name);
        assertThat(items).as("no more than were asked for").hasSizeLessThanOrEqualTo(limit);
        if (page.flag("more")) {
            assertThat(items).as("what leads to the next page").isNotEmpty();
        }
        return items;
    }

    static List<Long> seqs(List<Frame> items) {
        return items.stream().map(item -> item.number("seq")).toList();
    }

    static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
