package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.ReachableAddresses.Candidate;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachableAddressesTest {
    private static Candidate candidate(String networkInterface, String address) {
        return new Candidate(networkInterface, InetAddress.ofLiteral(address));
    }

    @Test
    void addressesOfTheNetworkComeFirstAndLoopbackLast() {
        List<Candidate> candidates = List.of(
                candidate("lo", "127.0.0.1"),
                candidate("lo", "::1"),
                candidate("eth2", "169.254.7.7"),
                candidate("docker0", "172.17.0.1"),
                candidate("eth0", "fe80::1"),
                candidate("eth0", "2001:db8::7"),
                candidate("eth1", "203.0.113.5"),
                candidate("eth0", "192.168.1.20"));
        assertThat(ReachableAddresses.of(Optional.empty(), 7878, candidates))
                .containsExactly(
                        "192.168.1.20:7878",
                        "203.0.113.5:7878",
                        "[2001:db8:0:0:0:0:0:7]:7878",
                        "172.17.0.1:7878",
                        "169.254.7.7:7878",
                        "127.0.0.1:7878");
    }

    @Test
    void oneThatIsBoundToIsTheOnlyOne() {
        assertThat(ReachableAddresses.of(
                        Optional.of(InetAddress.ofLiteral("::1")), 1, List.of(candidate("eth0", "10.0.0.1"))))
                .containsExactly("[0:0:0:0:0:0:0:1]:1");
        assertThat(ReachableAddresses.of(
                        Optional.of(InetAddress.ofLiteral("0.0.0.0")), 1, List.of(candidate("eth0", "10.0.0.1"))))
                .containsExactly("10.0.0.1:1", "127.0.0.1:1");
    }

    @Test
    void alternatesLeaveLoopbackOutAndAreAskedForOnceInAWhile() {
        AtomicLong nanos = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        Alternates alternates = new Alternates(
                () -> {
                    asked.incrementAndGet();
                    return List.of("10.0.0.5:7878", "[0:0:0:0:0:0:0:1]:7878", "127.0.0.1:7878");
                },
                nanos::get);
        assertThat(alternates.urls()).containsExactly("ws://10.0.0.5:7878/chat");
        alternates.urls();
        assertThat(asked).hasValue(1);
        nanos.set(11_000_000_000L);
        alternates.urls();
        assertThat(asked).hasValue(2);
    }
}
