package hearth.server;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At which addresses of this machine others reach a port: those of the network first, then those
 * that lead no further than one cable, the one that only this machine reaches last. */
final class ReachableAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(ReachableAddresses.class);

    /** Names of interfaces that lead to machines inside this machine, or into a tunnel. */
    private static final List<String> INNER =
            List.of("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "utun");

    private ReachableAddresses() {}

    /** An address and the name of the interface that has it. */
    record Candidate(String networkInterface, InetAddress address) {}

    /** As they are now, as host and port. */
    static List<String> of(Optional<InetAddress> bind, int port) {
        return of(bind, port, candidates());
    }

    static List<String> of(Optional<InetAddress> bind, int port, List<Candidate> candidates) {
        if (bind.isPresent() && !bind.get().isAnyLocalAddress()) {
            return List.of(hostAndPort(bind.get(), port));
        }
        Stream<String> network = candidates.stream()
                .filter(candidate -> isReachable(candidate.address()))
                .sorted(Comparator.comparingInt(ReachableAddresses::rank))
                .map(candidate -> hostAndPort(candidate.address(), port));
        return Stream.concat(network, Stream.of("127.0.0.1:" + port)).distinct().toList();
    }

    /** Whether only this machine reaches it. */
    static boolean isLoopback(String hostAndPort) {
        return hostAndPort.startsWith("127.")
                || hostAndPort.startsWith("[::1]")
                || hostAndPort.startsWith("[0:0:0:0:0:0:0:1]");
    }

    private static boolean isReachable(InetAddress address) {
        // One of IPv6 that is good on its link alone has a zone behind it, which each machine names otherwise.
        boolean zoned = address instanceof Inet6Address && address.isLinkLocalAddress();
        return !address.isLoopbackAddress() && !address.isMulticastAddress() && !zoned;
    }

    private static int rank(Candidate candidate) {
        int inner = INNER.stream().anyMatch(candidate.networkInterface()::startsWith) ? 4 : 0;
        int link = candidate.address().isLinkLocalAddress() ? 8 : 0;
        int version = candidate.address() instanceof Inet4Address ? 0 : 2;
        return link + inner + version + (candidate.address().isSiteLocalAddress() ? 0 : 1);
    }

    private static String hostAndPort(InetAddress address, int port) {
        String host = address.getHostAddress();
        if (address instanceof Inet6Address) {
            int scope = host.indexOf('%');
            host = "[" + (scope < 0 ? host : host.substring(0, scope)) + "]";
        }
        return host + ":" + port;
    }

    private static List<Candidate> candidates() {
        List<Candidate> found = new ArrayList<>();
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp()) {
                    each.inetAddresses()
                            .map(address -> new Candidate(each.getName(), address))
                            .forEach(found::add);
                }
            }
        } catch (SocketException e) {
            LOG.warn("the addresses of this machine are not known", e);
        }
        return found;
    }
}
