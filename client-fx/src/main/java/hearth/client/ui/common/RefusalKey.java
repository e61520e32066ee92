package hearth.client.ui.common;

import hearth.client.session.ConnectionState.RefusalReason;
import hearth.protocol.ErrorCode;
import java.util.Optional;

/** How the sentences about a server that does not let the user in are called, wherever they are said. */
public final class RefusalKey {

    private RefusalKey() {}

    /** The end of the key. */
    public static String of(RefusalReason reason) {
        return switch (reason.kind()) {
            case LOGIN -> ofLogin(reason.code());
            case TOKEN -> "token";
            case COOKIE -> "cookie";
            case LOGGED_OUT -> "logged-out";
            case BANNED -> "banned";
            case PROTOCOL -> "protocol";
            case OTHER_SERVER -> "other-server";
            case STORAGE -> "storage";
        };
    }

    private static String ofLogin(Optional<ErrorCode> code) {
        return switch (code.orElse(ErrorCode.INTERNAL)) {
            case NAME_TAKEN -> "name-taken";
            case NAME_INVALID -> "name-invalid";
            case UNAUTHORIZED -> "unauthorized";
            case BANNED -> "banned";
            case FULL -> "full";
            case UNSUPPORTED -> "unsupported";
            default -> "other";
        };
    }
}
