package hearth.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.session.ConnectionState;
import hearth.client.session.SessionEvent;
import hearth.client.timeline.TimelineChange;
import hearth.client.timeline.TimelineEntry;
import hearth.client.ui.common.FakeChatSession;
import hearth.client.ui.common.Workshop;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What conversations that were read leave in memory: next to nothing. */
class FlatMemoryFxTest {
    private static final int CONVERSATIONS = 10;
    private static final int MESSAGES = 10_000;
    private static final int WARM = 3;

    /** What seven conversations that were not let go of would need several times. */
    private static final long MARGIN_BYTES = 8_000_000;

    private final FakeChatSession session = new FakeChatSession();
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    @Test
    void tenLongConversationsReadOneAfterTheOtherNeedNoMoreThanThree() {
        session.onCommand(this::answer);
        session.tell(new SessionEvent.StateChanged(new ConnectionState.Online()), Workshop.signedIn());
        session.tell(new SessionEvent.ConversationChanged(Workshop.room(Workshop.LOBBY, "lobby", "", 0, 0)));
        for (int i = 0; i < CONVERSATIONS; i++) {
            session.tell(new SessionEvent.ConversationChanged(Workshop.room("c" + i, "room-" + i, "", 0, 0)));
        }
        try (ChatWindow window = ChatWindow.inChat(session)) {
            long warm = 0;
            for (int i = 0; i < CONVERSATIONS; i++) {
                warm = i == WARM ? used() : warm;
                window.clickWords("room-" + i);
                window.awaitReads("Message " + MESSAGES + " of c" + i);
                window.scroll("#timeline", 3_000);
                window.scroll("#timeline", 30_000);
            }
            assertThat(session.commands("keepNewest")).hasSizeGreaterThanOrEqualTo(CONVERSATIONS - 1);
            assertThat(used() - warm).isLessThan(MARGIN_BYTES);
        }
    }

    /** Does what the session does with its timelines, and forgets them. */
    private void answer(String command) {
        String[] words = command.split(" ");
        if (words[0].equals("open") && !words[1].equals(Workshop.LOBBY)) {
            held.put(words[1], MESSAGES);
            session.tellNow(
                    new SessionEvent.TimelineChanged(words[1], new TimelineChange.Reset(read(words[1]), false)));
        } else if (words[0].equals("keepNewest")) {
            int kept = Integer.parseInt(words[2]);
            int before = held.put(words[1], kept);
            if (before > kept) {
                session.tellNow(new SessionEvent.TimelineChanged(words[1], new TimelineChange.Dropped(before - kept)));
            }
        }
    }

    private static List<TimelineEntry> read(String conversation) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (int seq = 1; seq <= MESSAGES; seq++) {
            String time = "%02d:%02d".formatted(seq / 600, seq / 10 % 60);
            String text = "Message " + seq + " of " + conversation;
            entries.add(Workshop.message(seq, time, seq % 3 == 0 ? Workshop.MEI : Workshop.JONAS, text));
        }
        return entries;
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
