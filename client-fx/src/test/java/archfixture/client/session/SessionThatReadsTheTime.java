package archfixture.client.session;

import java.time.Instant;

/** Breaks a rule on purpose. */
public interface SessionThatReadsTheTime {
    default Instant time() {
        return Instant.now();
    }
}
