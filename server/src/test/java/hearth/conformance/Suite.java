package hearth.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All checks, by section; and why some rules have none. */
final class Suite {
    /** These bind a client; no server can break them. */
    private static final List<String> OF_CLIENTS = List.of(
            "T4 T10.3 T11 F6.1 F9.2 Q9.1 Q11 E1 E2 E3 E4 E5 L1.2 L2 L13.1 L16 L17 L19 C10 D4 D5 D6 D7 D8 R-sync-2.1"
                    .split(" "));

    private static final List<String> MORE_OF_CLIENTS = List.of("R-sync-5.2 N9.3 X9".split(" "));

    private static final Map<String, List<String>> REASONS = reasons();

    private Suite() {}

    private static Map<String, List<String>> reasons() {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        List<String> clients = new ArrayList<>(OF_CLIENTS);
        clients.addAll(MORE_OF_CLIENTS);
        reasons.put("bind clients", clients);
        reasons.put("are about disks, hashes and future versions of Unicode", List.of("Q7", "P1", "L13.2", "S6.3"));
        reasons.put("depend on how much is queued, which nobody sees", List.of("Q9.3", "X7.2"));
        reasons.put("need a restored backup", List.of("S9.3", "L15.2", "P5"));
        reasons.put("need retention", List.of("C2.2", "R-sync-4.3", "R-post-4.2"));
        return reasons;
    }

    /** Why rules have no check, and which. */
    static Map<String, List<String>> unchecked() {
        return REASONS;
    }

    /** The checks of these sections whose rules are wanted. */
    static Map<Check, Section> checks(Set<Section> sections, Predicate<String> rules) {
        Map<Check, Section> checks = new LinkedHashMap<>();
        for (Section section : sections) {
            checksOf(section).stream()
                    .filter(check -> check.rules().stream().anyMatch(rules))
                    .forEach(check -> checks.put(check, section));
        }
        return checks;
    }

    private static List<Check> checksOf(Section section) {
        return switch (section) {
            case TRANSPORT -> both(TransportChecks.checks(), SlownessChecks.checks());
            case FRAMES -> FrameChecks.checks();
            case STRINGS -> StringChecks.checks();
            case REQUESTS -> RequestChecks.checks();
            case LOGIN -> both(both(LoginChecks.checks(), WelcomeChecks.checks()), LimitChecks.checks());
            case ROOMS -> both(RoomChecks.checks(), SummaryChecks.checks());
            case DIRECT -> DirectChecks.checks();
            case POSTS -> PostChecks.checks();
            case DELIVERY -> DeliveryChecks.checks();
            case SYNC -> SyncChecks.checks();
            case HISTORY -> HistoryChecks.checks();
            case PEOPLE -> PeopleChecks.checks();
            case LIVENESS -> LivenessChecks.checks();
            case LEAVING -> AccountChecks.leaving();
            case PASSWORDS -> AccountChecks.passwords();
            case NAMES -> NameChecks.checks();
            case CHANGES -> ChangeChecks.checks();
            case MARKERS -> MarkerChecks.checks();
            case SEARCH -> SearchChecks.checks();
            case MODERATION -> ModerationChecks.checks();
            case ADMIN -> AdminChecks.checks();
        };
    }

    private static List<Check> both(List<Check> some, List<Check> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
