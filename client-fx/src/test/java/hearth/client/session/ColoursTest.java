package hearth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Colour;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColoursTest {
    private static final Colour RED = new Colour("#f44336");
    private static final Colour BLUE = new Colour("#00bcd4");

    private final SessionBench bench = new SessionBench().loggedIn(SessionBench.lobby(0));

    @Test
    void aColourIsToldWhereItIsNews() {
        for (Colour colour : List.of(RED, RED, BLUE)) {
            bench.link().colour(SessionBench.BO.id(), colour);
        }
        bench.loop.settle();
        assertThat(bench.heard(SessionEvent.PersonColoured.class))
                .containsExactly(
                        new SessionEvent.PersonColoured(SessionBench.BO.id(), RED),
                        new SessionEvent.PersonColoured(SessionBench.BO.id(), BLUE));
    }

    @Test
    void whoObservesLaterHearsTheNewest() {
        bench.link().colour(SessionBench.BO.id(), RED);
        bench.link().colour(SessionBench.BO.id(), BLUE);
        bench.link().colour(SessionBench.ADA.id(), RED);
        bench.loop.settle();
        List<SessionEvent> heard = new ArrayList<>();
        bench.session.observe(heard::add);
        bench.loop.settle();
        assertThat(heard)
                .contains(
                        new SessionEvent.PersonColoured(SessionBench.BO.id(), BLUE),
                        new SessionEvent.PersonColoured(SessionBench.ADA.id(), RED))
                .doesNotContain(new SessionEvent.PersonColoured(SessionBench.BO.id(), RED));
    }

    @Test
    void aServerCannotMakeUpPeopleWithoutEnd() {
        List<SessionEvent> heard = new ArrayList<>();
        Colours colours = new Colours(heard::add);
        for (int i = 0; i <= Colours.MOST_PEOPLE; i++) {
            colours.heard("name:" + i, RED);
        }
        colours.heard("name:0", BLUE);
        assertThat(heard).hasSize(Colours.MOST_PEOPLE + 1);
    }
}
