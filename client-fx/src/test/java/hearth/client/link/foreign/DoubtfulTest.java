package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.ChatLink.Recollection;
import hearth.client.link.ChatLink.Unconfirmed;
import hearth.protocol.ConversationSummary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoubtfulTest {
    private static final Place LOBBY = new Place.Lobby();

    private final Doubtful doubtful = new Doubtful();

    @BeforeEach
    void recall() {
        doubtful.recall(
                List.of(known(LOBBY, new Unconfirmed("first", " ok "), new Unconfirmed("second", "ok"))),
                String::strip);
    }

    @Test
    void eachIsShownByOneLineAndTheOldestFirst() {
        assertThat(clientId(LOBBY, "Ada", "ok")).isEqualTo("first");
        assertThat(clientId(LOBBY, "Ada", "ok")).isEqualTo("second");
        assertThat(clientId(LOBBY, "Ada", "ok")).isNotIn("first", "second");
    }

    @Test
    void otherWordsAuthorsAndPlacesShowNothing() {
        assertThat(clientId(LOBBY, "Ada", "OK")).isNotEqualTo("first");
        assertThat(clientId(LOBBY, "Bo", "ok")).isNotEqualTo("first");
        assertThat(clientId(new Place.Room("kitchen"), "Ada", "ok")).isNotEqualTo("first");
        assertThat(clientId(LOBBY, "Ada", "ok")).isEqualTo("first");
    }

    private String clientId(Place place, String author, String text) {
        return doubtful.clientId(new Line(place, author, text), "Ada");
    }

    private static Recollection known(Place place, Unconfirmed... unconfirmed) {
        ConversationSummary summary = new ConversationSummary(
                place.id(), new ConversationSummary.Direct(Memory.user("Bo"), 0), 2, 0, 0, 0, 0, Optional.empty());
        return new Recollection(summary, 0, List.of(), List.of(unconfirmed));
    }
}
