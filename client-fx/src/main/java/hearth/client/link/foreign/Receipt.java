package hearth.client.link.foreign;

import hearth.protocol.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/** What becomes of something that the user said. What is told first counts. In the socket's turns only. */
public interface Receipt {

    /** It has left: where the server neither echoes nor answers, that is all there is to know. */
    void left();

    /** The server has it; {@code at} is when, where it tells. */
    void arrived(Optional<Instant> at);

    /** The server does not take it. */
    void refused(ErrorCode code);
}
