package hearth.client.app;

import hearth.client.session.Interfaces;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The interfaces of this machine, each with its addresses, as the platform knows them: one that gets an address is another one than before. */
final class MachineInterfaces implements Interfaces {
    private static final Logger log = LoggerFactory.getLogger(MachineInterfaces.class);

    @Override
    public Set<String> up() {
        Set<String> names = new HashSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .filter(MachineInterfaces::isUp)
                    .forEach(each -> each.inetAddresses()
                            .forEach(address -> names.add(each.getName() + " " + address.getHostAddress())));
        } catch (SocketException e) {
            log.debug("the interfaces cannot be listed", e);
        }
        return names;
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp();
        } catch (SocketException e) {
            log.debug("an interface went away while it was looked at", e);
            return false;
        }
    }
}
