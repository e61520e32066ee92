package hearth.client.console;

import hearth.client.session.ConnectionState.RefusalReason;
import hearth.client.transport.Ending;

/** Says what it was given. */
final class PlainWhys implements Whys {

    @Override
    public String of(Ending ending) {
        return ending.toString();
    }

    @Override
    public String of(RefusalReason reason) {
        return reason.toString();
    }
}
