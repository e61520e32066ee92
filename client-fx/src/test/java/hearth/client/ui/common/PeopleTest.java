package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleTest {

    @Test
    void aColourIsKnownOnceItIsToldAndWhoShowsItLooksAgain() {
        People people = new People();
        assertThat(people.colour("name:Bo")).isEmpty();
        int before = people.colourRevisionProperty().get();
        people.colour("name:Bo", "#00bcd4");
        assertThat(people.colour("name:Bo")).contains("#00bcd4");
        assertThat(people.colour("name:Ada")).isEmpty();
        assertThat(people.colourRevisionProperty().get()).isGreaterThan(before);
    }
}
