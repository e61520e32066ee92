package hearth.conformance;

import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Conversations of two. */
final class DirectChecks {
    private static final String ADA = "Ada";
    private static final String BOB = "Bob";

    private DirectChecks() {}

    static List<Check> checks() {
        return List.of(
                check("C4.2", DirectChecks::theSummaryTellsTheKind),
                check("C4.5", DirectChecks::theSummaryTellsTheOtherSide),
                check("R-direct-0", DirectChecks::itIsOpenedByIdOrName),
                check("R-direct-1.1", DirectChecks::thereIsOneOnlyForTwo),
                check("R-direct-1.2", DirectChecks::bothAreTold),
                check("R-direct-1.3", DirectChecks::theOtherMayBeOffline),
                check("R-direct-2.1", DirectChecks::nobodyTalksToThemselves),
                check("R-direct-2.2", DirectChecks::itCannotBeLeft),
                check("C3.2", DirectChecks::othersDoNotKnowOfIt));
    }

    private static void theSummaryTellsTheKind(House house) {
        Frame summary = house.guest(ADA).openDirect(house.guest(BOB));
        assertThat(summary.text("kind")).isEqualTo("direct");
        assertThat(summary.number("members")).isEqualTo(2);
        assertThat(summary.number("head")).isZero();
        for (String field : List.of("name", "topic", "visibility", "role")) {
            assertThat(summary.has(field)).as(field).isFalse();
        }
    }

    private static void theSummaryTellsTheOtherSide(House house) {
        Peer bob = house.guest(BOB);
        Frame with = house.guest(ADA).openDirect(bob).at("with");
        assertThat(with.text("id")).isEqualTo(bob.id());
        assertThat(with.text("name")).isEqualTo(bob.name());
        assertThat(with.number("read")).isZero();
    }

    private static void itIsOpenedByIdOrName(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String direct = ada.ok("open-direct", "name", bob.name()).text("conversation.id");
        assertThat(ada.openDirect(bob).text("id")).isEqualTo(direct);
        ada.refused("unknown-user", "open-direct", "user", "nobody");
        ada.refused("unknown-user", "open-direct", "name", house.unique());
    }

    private static void thereIsOneOnlyForTwo(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String direct = ada.openDirect(bob).text("id");
        assertThat(bob.openDirect(ada).text("id")).isEqualTo(direct);
        ada.post(direct, "psst");
        assertThat(ada.openDirect(bob).number("head")).isEqualTo(1);
    }

    private static void bothAreTold(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        String direct = ada.openDirect(bob).text("id");
        Frame told = bob.next("conversation").at("conversation");
        assertThat(told.text("id")).isEqualTo(direct);
        assertThat(told.text("with.id")).isEqualTo(ada.id());
        ada.post(direct, "psst");
        bob.message(direct, "psst");
        bob.post(direct, "what?");
        ada.message(direct, "what?");
    }

    private static void theOtherMayBeOffline(House house) {
        Peer ada = house.guest(ADA);
        Peer bob = house.guest(BOB);
        bob.close();
        String direct = ada.openDirect(bob).text("id");
        ada.post(direct, "see you");
        Peer later = house.again(bob);
        assertThat(later.summary(direct).number("unread")).isEqualTo(1);
        assertThat(later.ok("history", "conversation", direct).texts("items", "text"))
                .containsExactly("see you");
    }

    private static void nobodyTalksToThemselves(House house) {
        Peer ada = house.guest(ADA);
        ada.refused("forbidden", "open-direct", "user", ada.id());
        ada.refused("forbidden", "open-direct", "name", ada.name());
    }

    private static void itCannotBeLeft(House house) {
        Peer ada = house.guest(ADA);
        String direct = ada.openDirect(house.guest(BOB)).text("id");
        ada.refused("forbidden", "leave", "conversation", direct);
    }

    private static void othersDoNotKnowOfIt(House house) {
        Peer ada = house.guest(ADA);
        Peer eve = house.guest("Eve");
        String direct = ada.openDirect(house.guest(BOB)).text("id");
        ada.post(direct, "psst");
        eve.refused("unknown-conversation", "history", "conversation", direct);
        eve.refused("unknown-conversation", "join", "conversation", direct);
        eve.refused("unknown-conversation", "post", "conversation", direct, "clientId", "c", "text", "x");
        eve.getsNothing("what two others say", frame -> frame.is("conversation", direct));
    }
}
