package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Abilities.Past;
import hearth.client.link.Abilities.Presence;
import hearth.client.link.Abilities.Privates;
import hearth.client.link.Abilities.Rooms;
import hearth.client.link.Abilities.Trait;
import hearth.protocol.Capability;
import hearth.protocol.Limits;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbilitiesTest {

    @Test
    void aServerOfOursThatOffersAllCanDoAll() {
        assertThat(Abilities.HEARTH.within(EnumSet.allOf(Capability.class), Limits.STANDARD))
                .isEqualTo(Abilities.HEARTH);
    }

    @Test
    void whatAServerOfOursDoesNotOfferItCannotDo() {
        Abilities core = Abilities.HEARTH.within(Set.of(Capability.ROOMS, Capability.HISTORY), Limits.STANDARD);
        assertThat(core.rooms()).isEqualTo(Rooms.MANY);
        assertThat(core.past()).isEqualTo(Past.FULL);
        assertThat(core.privates()).isEqualTo(Privates.NONE);
        assertThat(core.presence()).isEqualTo(Presence.NONE);
        assertThat(core.traits())
                .containsExactlyInAnyOrder(
                        Trait.ECHO,
                        Trait.ACKNOWLEDGEMENTS,
                        Trait.SERVER_TIME,
                        Trait.IDENTITY,
                        Trait.ROOM_CARE,
                        Trait.PLACES);
        assertThat(Abilities.HEARTH.within(Set.of(), Limits.STANDARD).rooms()).isEqualTo(Rooms.NONE);
        assertThat(Abilities.HEARTH.within(Set.of(), Limits.STANDARD).past()).isEqualTo(Past.NONE);
    }

    @Test
    void whatIsToldOfPeopleWithoutBeingAskedForIsToldAllTheSame() {
        Abilities counting = new Abilities(
                Rooms.ONE, Privates.SILENT, Past.UNREAD, Presence.COUNT, Abilities.SignIn.NAME, Set.of(Trait.ECHO));
        assertThat(counting.within(Set.of(Capability.ROOMS, Capability.DIRECT, Capability.HISTORY), limits(65_536)))
                .isEqualTo(counting);
    }

    @Test
    void howLongATextMayBeALoginTellsAndInWhichUnitTheDialect() {
        assertThat(Abilities.HEARTH.within(Set.of(), limits(500)).texts())
                .isEqualTo(new TextLimit(500, TextLimit.Unit.CHARACTERS));
        Abilities plain =
                new Abilities(Rooms.NONE, Privates.NONE, Past.NONE, Presence.NONE, Abilities.SignIn.NONE, Set.of());
        assertThat(plain.within(Set.of(), limits(500)).texts()).isEqualTo(new TextLimit(500, TextLimit.Unit.BYTES));
    }

    private static Limits limits(int texts) {
        return new Limits(65_536, 262_144, texts, 100, 32, Optional.empty());
    }
}
