package hearth.client.link.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Abilities;
import hearth.client.link.ChatLink.Recollection;
import hearth.client.link.ChatLink.Unconfirmed;
import hearth.client.link.koa.KoaDialect;
import hearth.client.link.socketio.ChatDialect;
import hearth.protocol.ConversationSummary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoubtfulTest {
    private static final Place LOBBY = new Place.Lobby();

    private final Memory memory = new Memory(Abilities.Past.LAST_20);
    private final Doubtful doubtful = new Doubtful(KoaDialect.KIND.abilities(), memory);

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

    @Test
    void whereNobodyTellsInWhichRoomSomethingWasSaidAnyOtherWillDo() {
        Place kitchen = new Place.Room("kitchen");
        Doubtful guessing = new Doubtful(ChatDialect.KIND.abilities(), memory);
        memory.open(kitchen);
        guessing.add("kitchen", kitchen, "ok");
        guessing.add("lobby", LOBBY, "ok");
        guessing.add("private", new Place.Person("Bo"), "ok");
        assertThat(guessing.shown(new Line(LOBBY, "Ada", "ok"), "Ada").clientId())
                .isEqualTo("lobby");
        Doubtful.Shown shown = guessing.shown(new Line(LOBBY, "Ada", "ok"), "Ada");
        assertThat(shown.clientId()).isEqualTo("kitchen");
        assertThat(shown.line().place()).isEqualTo(kitchen);
        assertThat(guessing.shown(new Line(LOBBY, "Ada", "ok"), "Ada").clientId())
                .isNotEqualTo("private");
    }

    @Test
    void whatWasSaidInARoomThatTheUserHasLeftIsShownWhereItIsHeard() {
        Doubtful guessing = new Doubtful(ChatDialect.KIND.abilities(), memory);
        guessing.add("attic", new Place.Room("attic"), "ok");
        Doubtful.Shown shown = guessing.shown(new Line(LOBBY, "Ada", "ok"), "Ada");
        assertThat(shown.clientId()).isEqualTo("attic");
        assertThat(shown.line().place()).isEqualTo(LOBBY);
    }

    private String clientId(Place place, String author, String text) {
        return doubtful.shown(new Line(place, author, text), "Ada").clientId();
    }

    private static Recollection known(Place place, Unconfirmed... unconfirmed) {
        ConversationSummary summary = new ConversationSummary(
                place.id(), new ConversationSummary.Direct(Memory.user("Bo"), 0), 2, 0, 0, 0, 0, Optional.empty());
        return new Recollection(summary, true, 0, List.of(), List.of(unconfirmed));
    }
}
