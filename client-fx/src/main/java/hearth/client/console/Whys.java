package hearth.client.console;

import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.transport.Ending;

/** Says in words why there is no connection, and what to do about it. */
public interface Whys {

    /** A connection that never came to be, or ended. */
    String of(Ending ending);

    /** A server that said no. */
    String of(RefusalReason reason);
}
