package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.conformance.Outcome.Verdict;
import hearth.server.ChatServer;
import hearth.server.ServerConfig;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own server keeps all rules. */
class ConformanceIT {
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);

    @TempDir
    Path data;

    private ChatServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ChatServer(new ServerConfig(
                Optional.of(InetAddress.getLoopbackAddress()), 0, data, "Kitchen", List.of(), HEARTBEAT));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void everyRuleThatIsOfferedIsKept() throws Exception {
        Target target = new Target(
                URI.create("ws://127.0.0.1:" + server.port() + "/chat"),
                Duration.ofMinutes(1),
                Optional.of(() -> Thread.ofVirtual().start(server::stop)));
        try (Kit kit = new Kit(target)) {
            Report report = new Report(
                    RuleBook.read(Path.of("PROTOCOL.md")),
                    kit.run(Suite.checks(EnumSet.allOf(Section.class), rule -> true)));
            assertThat(report.rules(Verdict.FAILED))
                    .as(() -> String.join("\n", report.lines()))
                    .isEmpty();
            assertThat(report.rules(Verdict.PASSED)).hasSizeGreaterThan(280);
        }
    }
}
