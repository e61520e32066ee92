package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferTest {
    private final Offer nothing = new Offer(Set.of(), Set.of(), 15_000);

    @Test
    void whatTheCoreNeedsMayNotBeRefusedThere() {
        Offer core = nothing.in(Section.ROOMS);
        assertThat(core.mayRefuse("create-room")).isFalse();
        assertThat(core.mayRefuse("history")).isFalse();
        assertThatThrownBy(() -> core.require("rooms"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("rooms");
    }

    @Test
    void whatTheCoreDoesNotNeedMayBeRefusedThere() {
        Offer core = nothing.in(Section.FRAMES);
        assertThat(core.mayRefuse("edit")).isTrue();
        assertThat(core.mayRefuse("kick")).isTrue();
        assertThatThrownBy(() -> core.require("read")).isInstanceOf(NotOfferedException.class);
    }

    @Test
    void outsideTheCoreNothingIsOwed() {
        Offer search = nothing.in(Section.SEARCH);
        assertThat(search.mayRefuse("create-room")).isTrue();
        assertThatThrownBy(() -> search.require("rooms")).isInstanceOf(NotOfferedException.class);
    }

    @Test
    void whatIsListedIsNeverRefused() {
        Offer listed = new Offer(Set.of("edit"), Set.of(), 15_000).in(Section.CHANGES);
        assertThat(listed.mayRefuse("edit")).isFalse();
        assertThatCode(() -> listed.require("edit")).doesNotThrowAnyException();
    }
}
