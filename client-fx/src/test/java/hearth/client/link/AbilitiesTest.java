package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.Trait;
import hearth.protocol.Capability;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbilitiesTest {

    @Test
    void aServerOfOursThatOffersAllCanDoAll() {
        assertThat(Abilities.HEARTH.within(EnumSet.allOf(Capability.class))).isEqualTo(Abilities.HEARTH);
    }

    @Test
    void whatAServerOfOursDoesNotOfferItCannotDo() {
        Abilities core = Abilities.HEARTH.within(Set.of(Capability.ROOMS, Capability.HISTORY));
        assertThat(core.rooms()).isEqualTo(Rooms.MANY);
        assertThat(core.past()).isEqualTo(Past.FULL);
        assertThat(core.privates()).isEqualTo(Privates.NONE);
        assertThat(core.presence()).isEqualTo(Presence.NONE);
        assertThat(core.traits())
                .containsExactlyInAnyOrder(Trait.ECHO, Trait.ACKNOWLEDGEMENTS, Trait.SERVER_TIME, Trait.IDENTITY);
        assertThat(Abilities.HEARTH.within(Set.of()).rooms()).isEqualTo(Rooms.NONE);
        assertThat(Abilities.HEARTH.within(Set.of()).past()).isEqualTo(Past.NONE);
    }

    @Test
    void whatIsToldOfPeopleWithoutBeingAskedForIsToldAllTheSame() {
        Abilities counting = new Abilities(
                Rooms.ONE, Privates.SILENT, Past.UNREAD, Presence.COUNT, Abilities.SignIn.NAME, Set.of(Trait.ECHO));
        assertThat(counting.within(Set.of(Capability.ROOMS, Capability.DIRECT, Capability.HISTORY)))
                .isEqualTo(counting);
    }
}
