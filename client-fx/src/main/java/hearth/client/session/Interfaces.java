package hearth.client.session;

import java.util.Set;

/** The network interfaces of this machine. */
@FunctionalInterface
public interface Interfaces {

    /** The names of those that are up and have an address. Called on the session thread every 2 s. */
    Set<String> up();
}
