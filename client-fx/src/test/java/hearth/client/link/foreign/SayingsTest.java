package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Abilities;
import hearth.client.link.DialectName;
import hearth.protocol.ClientFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SayingsTest {
    private static final Abilities ABILITIES = new Abilities(
            Abilities.Rooms.MANY,
            Abilities.Privates.NONE,
            Abilities.Past.NONE,
            Abilities.Presence.NONE,
            Abilities.SignIn.NAME,
            Set.of());

    private final List<Receipt> receipts = new ArrayList<>();
    private final ForeignBench bench = new ForeignBench(
            new Dialect.Kind(DialectName.TEXT, ABILITIES, UnaryOperator.identity(), AnsweringDialect::new));

    @Test
    void whatArrivesInARoomThatTheUserHasLeftMeanwhileMakesItNoneOfTheirsAgain() {
        bench.open().signIn("Ada");
        bench.ask(id -> new ClientFrame.Join(id, new ClientFrame.RoomKey.ByName("attic")));
        bench.post("#attic", "anybody?");
        bench.ask(id -> new ClientFrame.Leave(id, new ClientFrame.RoomKey.ById("#attic")));
        assertThat(bench.words()).containsExactly("welcome [lobby 0]", "entered #attic", "done", "gone #attic");
        receipts.getFirst().arrived(Optional.empty());
        assertThat(bench.words()).contains("ok #attic 1");
        bench.lose();
        bench.words();
        bench.open().signIn("Ada");
        assertThat(bench.words()).containsExactly("welcome [lobby 0]");
    }

    /** A server that answers each message, later, and echoes none. */
    private final class AnsweringDialect implements Dialect {
        private final Desk desk;

        AnsweringDialect(Desk desk) {
            this.desk = desk;
        }

        @Override
        public void begin() {
            desk.dial(Map.of());
        }

        @Override
        public void onOpen() {
            desk.recognised();
        }

        @Override
        public void onText(String text) {
            desk.ignored(text);
        }

        @Override
        public void signIn(String name) {
            desk.welcome();
        }

        @Override
        public void post(Place place, String text, Receipt receipt) {
            receipts.add(receipt);
        }

        @Override
        public void enter(String room) {
            desk.entered(room);
        }

        @Override
        public void leave(String room) {
            desk.leftRoom(room);
        }
    }
}
