package hearth.server.history;

import static hearth.server.history.Scribe.ADA;
import static hearth.server.history.Scribe.BOB;
import static hearth.server.history.Scribe.DEN;
import static hearth.server.history.Scribe.EVE;
import static hearth.server.history.Scribe.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import hearth.protocol.Answer.Hit;
import hearth.protocol.Answer.Range;
import hearth.protocol.Answer.SearchPage;
import hearth.protocol.ClientFrame.Place;
import hearth.protocol.Event;
import hearth.protocol.HistoryItem;
import hearth.protocol.UserRef;
import hearth.server.history.HistoryStore.Unread;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Does many things at random, and compares what the store says with a plain list of messages. */
class HistoryPropertyTest {
    private static final int ACTS = 150;
    private static final List<UserRef> USERS = List.of(ADA, BOB, EVE);
    private static final List<String> ROOMS = List.of(LOBBY, DEN);
    private static final String[] LETTERS = {
        "a", "B", "b", "ß", "ẞ", "İ", "i", "Σ", "ς", "天", "👋", "\"", "%", "_", " ", "𐐀", "𐐨"
    };

    @TempDir
    Path folder;

    private final long seed = new SecureRandom().nextLong();
    private final Random random = new Random(seed);
    private final List<Said> messages = new ArrayList<>();
    private HistoryStore store;
    private HistoryReader reader;
    private Scribe scribe;

    /** A message as the model keeps it. */
    private static final class Said {
        private final String room;
        private final long seq;
        private final UserRef author;
        private String text;
        private List<String> mentions;
        private boolean deleted;

        private Said(String room, long seq, UserRef author, String text, List<String> mentions) {
            this.room = room;
            this.seq = seq;
            this.author = author;
            this.text = text;
            this.mentions = mentions;
        }
    }

    @BeforeEach
    void open() throws Exception {
        store = SqliteHistoryStore.open(folder, new SecureRandom());
        reader = store.openReader();
        scribe = Scribe.withRooms(store);
    }

    @AfterEach
    void close() {
        reader.close();
        store.close();
    }

    @RepeatedTest(5)
    void theStoreAgreesWithAPlainList() throws Exception {
        for (int i = 0; i < ACTS; i++) {
            act();
        }
        for (int i = 0; i < 60; i++) {
            compareSearch();
            compareUnread();
        }
        comparePages();
    }

    private void act() throws StorageException {
        Optional<Said> target = living();
        int choice = random.nextInt(10);
        if (choice < 6 || target.isEmpty()) {
            String room = any(ROOMS);
            UserRef author = any(USERS);
            String text = text(12);
            List<String> mentions = mentions();
            long seq = scribe.say(room, author, text, mentions.toArray(String[]::new));
            messages.add(new Said(room, seq, author, text, mentions));
        } else if (choice < 8) {
            Said said = target.get();
            said.text = text(12);
            said.mentions = mentions();
            scribe.edit(said.room, said.author, said.seq, said.text, said.mentions.toArray(String[]::new));
        } else if (choice < 9) {
            Said said = target.get();
            said.deleted = true;
            scribe.delete(said.room, said.author, said.seq);
        } else {
            scribe.react(target.get().room, any(USERS), target.get().seq, "👍", random.nextBoolean());
        }
    }

    private Optional<Said> living() {
        List<Said> living = messages.stream().filter(said -> !said.deleted).toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(any(living));
    }

    private void compareSearch() throws StorageException {
        String query = text(4);
        Set<String> rooms = random.nextBoolean() ? Set.copyOf(ROOMS) : Set.of(any(ROOMS));
        Optional<String> author =
                random.nextInt(3) == 0 ? Optional.of(any(USERS).id()) : Optional.empty();
        List<String> expected = messages.reversed().stream()
                .filter(said -> !said.deleted && rooms.contains(said.room))
                .filter(said -> author.isEmpty() || author.get().equals(said.author.id()))
                .filter(said -> !places(said.text, query).isEmpty())
                .map(said -> said.room + said.seq + said.text + places(said.text, query))
                .toList();
        assertThat(found(query, rooms, author))
                .as("seed %d, query %s", seed, query)
                .isEqualTo(expected);
    }

    private List<String> found(String query, Set<String> rooms, Optional<String> author) throws StorageException {
        List<String> found = new ArrayList<>();
        int limit = 1 + random.nextInt(20);
        Optional<String> next = Optional.empty();
        do {
            SearchPage page = reader.search(query, rooms, author, next, limit, 1_000 + random.nextInt(10_000));
            for (Hit hit : page.hits()) {
                found.add(hit.conversation() + hit.seq() + hit.text() + hit.ranges());
            }
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    /** The naive scan: code point by code point. */
    private static List<Range> places(String text, String query) {
        int[] haystack = text.codePoints().toArray();
        int[] needle = query.codePoints().toArray();
        List<Range> places = new ArrayList<>();
        int unit = 0;
        for (int from = 0; from < haystack.length; from++) {
            int length = 0;
            int units = 0;
            while (length < needle.length
                    && from + length < haystack.length
                    && UCharacter.foldCase(haystack[from + length], true)
                            == UCharacter.foldCase(needle[length], true)) {
                units += Character.charCount(haystack[from + length]);
                length++;
            }
            if (length == needle.length) {
                places.add(new Range(unit, unit + units));
            }
            unit += Character.charCount(haystack[from]);
        }
        return places;
    }

    private void compareUnread() throws StorageException {
        String room = any(ROOMS);
        UserRef user = any(USERS);
        long read = random.nextInt(1 + (int) scribe.head(room));
        List<Said> unread = messages.stream()
                .filter(said -> said.room.equals(room) && said.seq > read && !said.deleted)
                .filter(said -> !said.author.equals(user))
                .toList();
        long mentions = unread.stream()
                .filter(said -> said.mentions.contains(user.id()))
                .count();
        assertThat(store.unread(room, user.id(), read))
                .as("seed %d, %s in %s after %d", seed, user.name(), room, read)
                .isEqualTo(new Unread(unread.size(), (int) mentions));
    }

    private void comparePages() throws StorageException {
        for (String room : ROOMS) {
            List<HistoryItem> items = reader.page(room, ADA.id(), new Place.Latest(), 1_000, 1 << 20)
                    .items();
            List<String> expected = messages.stream()
                    .filter(said -> said.room.equals(room))
                    .map(said -> said.seq + (said.deleted ? "" : said.text + said.mentions))
                    .toList();
            assertThat(items)
                    .as("seed %d", seed)
                    .extracting(HistoryPropertyTest::shown)
                    .isEqualTo(expected);
        }
    }

    private static String shown(HistoryItem item) {
        Event.Message message = (Event.Message) item.event();
        return message.seq() + (message.deleted() ? "" : message.text() + message.mentions());
    }

    private List<String> mentions() {
        return USERS.stream()
                .filter(_ -> random.nextInt(4) == 0)
                .map(UserRef::id)
                .toList();
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
