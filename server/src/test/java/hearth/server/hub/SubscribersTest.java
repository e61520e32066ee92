package hearth.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubscribersTest {
    private final UndoJournal journal = new UndoJournal();
    private final Subscribers subscribers = new Subscribers();

    @Test
    void theArrayIsSharedUntilSomebodyComesOrGoes() {
        subscribers.add(journal, 2);
        subscribers.add(journal, 1);
        long[] first = subscribers.toArray();

        assertThat(first).containsExactly(1, 2);
        assertThat(subscribers.toArray()).isSameAs(first);
        subscribers.add(journal, 2);
        subscribers.remove(journal, 3);
        assertThat(subscribers.toArray()).isSameAs(first);
    }

    @Test
    void whoComesForSomebodyElseIsInTheArray() {
        subscribers.add(journal, 1);
        subscribers.toArray();
        subscribers.remove(journal, 1);
        subscribers.add(journal, 2);

        assertThat(subscribers.toArray()).containsExactly(2);
    }

    @Test
    void whatIsTakenBackIsOutOfTheArrayToo() {
        subscribers.add(journal, 1);
        journal.forget();
        subscribers.remove(journal, 1);
        subscribers.add(journal, 2);
        assertThat(subscribers.toArray()).containsExactly(2);

        journal.rollBack();

        assertThat(subscribers.toArray()).containsExactly(1);
        assertThat(subscribers.isEmpty()).isFalse();
    }
}
