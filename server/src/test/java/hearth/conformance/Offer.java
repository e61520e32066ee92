package hearth.conformance;

import java.util.Map;
import java.util.Set;

/**
 * What a server says that it does.
 *
 * @param capabilities as listed in {@code welcome}
 * @param heartbeatMs as told in {@code welcome}
 */
record Offer(Set<String> capabilities, long heartbeatMs) {
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

    boolean has(String capability) {
        return capabilities.contains(capability);
    }

    /** Whether {@code unsupported} is an honest answer to a request of this type. */
    boolean mayRefuse(String type) {
        return MODERATION.contains(type) || (COVERED.containsKey(type) && !has(COVERED.get(type)));
    }

    /** Leaves a check that is about something that is not served. */
    void require(String capability) {
        if (!has(capability)) {
            throw new NotOfferedException("no capability " + capability);
        }
    }

    /** Each capability, and a request that it covers. */
    static Map<String, String> requests() {
        return COVERED;
    }
}
