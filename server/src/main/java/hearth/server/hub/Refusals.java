package hearth.server.hub;

import hearth.protocol.ErrorCode;
import hearth.protocol.ServerFrame;
import java.util.Optional;
import java.util.OptionalLong;

/** Refusals as frames. */
final class Refusals {
    private Refusals() {}

    static ServerFrame.Error frame(long re, RefusedException refused) {
        OptionalLong retryAfterMs = refused.retryAfter()
                .map(wait -> OptionalLong.of(Math.max(1, wait.toMillis())))
                .orElse(OptionalLong.empty());
        return new ServerFrame.Error(
                OptionalLong.of(re), refused.code(), refused.getMessage(), retryAfterMs, Optional.empty());
    }

    static ServerFrame.Error frame(long re, ErrorCode code, String message) {
        return frame(OptionalLong.of(re), code, message);
    }

    static ServerFrame.Error frame(OptionalLong re, ErrorCode code, String message) {
        return new ServerFrame.Error(re, code, message, OptionalLong.empty(), Optional.empty());
    }
}
