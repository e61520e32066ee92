package hearth.client.link;

import java.util.Arrays;
import java.util.Optional;

/** What a server of another dialect wants before it lets the user in; a refused login names it as what it needs. */
public enum Need {
    /** A signed token, or another one than it was shown. */
    TOKEN("token"),
    /** The cookie that its sign-in form gives. */
    COOKIE("cookie");

    private final String wire;

    Need(String wire) {
        this.wire = wire;
    }

    /** As the refusal says it. */
    public String wire() {
        return wire;
    }

    /** What this says, if it is one of them. */
    public static Optional<Need> of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }
}
