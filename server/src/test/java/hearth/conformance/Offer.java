package hearth.conformance;

import java.util.Map;
import java.util.Set;

/**
 * What a server says that it does.
 *
 * @param capabilities as listed in {@code welcome}
 * @param owed those that it cannot do without where it is tried
 * @param heartbeatMs as told in {@code welcome}
 */
record Offer(Set<String> capabilities, Set<String> owed, long heartbeatMs) {
    /** What the core needs. */
    static final Set<String> CORE = Set.of("rooms", "direct", "history", "presence");

    private static final Map<String, String> COVERED = Map.ofEntries(
            Map.entry("edit", "edit"),
            Map.entry("delete", "edit"),
            Map.entry("react", "react"),
            Map.entry("read", "read"),
            Map.entry("history", "history"),
            Map.entry("search", "search"),
            Map.entry("rooms", "rooms"),
            Map.entry("members", "rooms"),
            Map.entry("create-room", "rooms"),
            Map.entry("join", "rooms"),
            Map.entry("leave", "rooms"),
            Map.entry("open-direct", "direct"),
            Map.entry("set-status", "presence"),
            Map.entry("typing", "typing"),
            Map.entry("audit", "admin"));

    /** These belong to {@code rooms} but not to the core: a server that has rooms without moderation says so with each answer. */
    private static final Set<String> MODERATION = Set.of(
            "invite", "kick", "ban", "unban", "bans", "mute", "set-role", "set-room", "delete-room", "set-password");

    /** The same where a section is tried: in the core, whatever the core needs is owed. */
    Offer in(Section section) {
        return new Offer(capabilities, section.core() ? CORE : Set.of(), heartbeatMs);
    }

    boolean has(String capability) {
        return capabilities.contains(capability);
    }

    /** Whether {@code unsupported} is an honest answer to a request of this type. */
    boolean mayRefuse(String type) {
        return MODERATION.contains(type) || (COVERED.containsKey(type) && mayLack(COVERED.get(type)));
    }

    private boolean mayLack(String capability) {
        return !has(capability) && !owed.contains(capability);
    }

    /** Leaves a check that is about something that is not served; fails where it has to be. */
    void require(String capability) {
        if (!has(capability)) {
            if (owed.contains(capability)) {
                throw new AssertionError("the core needs the capability " + capability);
            }
            throw new NotOfferedException("no capability " + capability);
        }
    }

    /** Each capability, and a request that it covers. */
    static Map<String, String> requests() {
        return COVERED;
    }
}
