package hearth.client.ui.members;

import hearth.protocol.Role;
import java.time.Duration;
import java.util.Optional;

/** What owners and moderators do to a member of a room. */
public enum MemberAct {
    MAKE_MEMBER("act.member"),
    MAKE_MODERATOR("act.moderator"),
    MAKE_OWNER("act.owner"),
    MUTE_10_MINUTES("act.mute.minutes"),
    MUTE_HOUR("act.mute.hour"),
    MUTE_DAY("act.mute.day"),
    UNMUTE("act.unmute"),
    KICK("act.kick"),
    BAN("act.ban");

    private final String key;

    MemberAct(String key) {
        this.key = key;
    }

    /** The key of its words in a menu. */
    public String key() {
        return key;
    }

    /** The role that it gives; absent where it gives none. */
    public Optional<Role> role() {
        return switch (this) {
            case MAKE_MEMBER -> Optional.of(Role.MEMBER);
            case MAKE_MODERATOR -> Optional.of(Role.MODERATOR);
            case MAKE_OWNER -> Optional.of(Role.OWNER);
            case MUTE_10_MINUTES, MUTE_HOUR, MUTE_DAY, UNMUTE, KICK, BAN -> Optional.empty();
        };
    }

    /** How long it silences, none where it lifts that; absent where it has nothing to do with it. */
    public Optional<Duration> silence() {
        return switch (this) {
            case MUTE_10_MINUTES -> Optional.of(Duration.ofMinutes(10));
            case MUTE_HOUR -> Optional.of(Duration.ofHours(1));
            case MUTE_DAY -> Optional.of(Duration.ofDays(1));
            case UNMUTE -> Optional.of(Duration.ZERO);
            case MAKE_MEMBER, MAKE_MODERATOR, MAKE_OWNER, KICK, BAN -> Optional.empty();
        };
    }

    /** Whether it is asked for once more before it is done. */
    public boolean isGrave() {
        return this == MAKE_OWNER || this == KICK || this == BAN;
    }

    /** Whether it takes the member out, with a reason that may be given. */
    public boolean takesOut() {
        return this == KICK || this == BAN;
    }
}
