package hearth.conformance;

import static hearth.conformance.Check.alone;
import static hearth.conformance.Check.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What only admins do, as far as somebody sees it who is none. */
final class AdminChecks {
    private static final String USER = "user";

    private AdminChecks() {}

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(
                alone("R-admin-0.1 R-admin-1", AdminChecks::aWrongCodeIsUnauthorized),
                check("R-admin-0.2", house -> forbidden(house, "ban-user", USER, "nobody")),
                check("R-admin-0.2", house -> forbidden(house, "unban-user", USER, "nobody")),
                check("R-admin-0.3", house -> forbidden(house, "reset-password", USER, "nobody")),
                check("R-admin-0.4", house -> forbidden(house, "set-server-role", USER, "nobody", "role", "admin")),
                check("R-admin-0.5", house -> forbidden(house, "audit"))));
        for (String rule : List.of("C7", "L5.2", "X5", "R-admin-2.1", "R-admin-2.2", "R-admin-3", "R-admin-4")) {
            checks.add(check(rule, AdminChecks::anAdminIsNeeded));
        }
        return checks;
    }

    private static void aWrongCodeIsUnauthorized(House house) {
        house.offer().require("admin");
        house.guest("Eve").refused("unauthorized", "claim-server", "code", house.unique());
    }

    private static void forbidden(House house, String type, Object... fields) {
        house.offer().require("admin");
        Peer eve = house.guest("Eve");
        assertThat(eve.welcome().text("user.role")).isEqualTo("member");
        eve.refused("forbidden", type, fields);
    }

    private static void anAdminIsNeeded(House house) {
        house.offer().require("admin");
        throw new NotOfferedException("only an admin could show it");
    }
}
