package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.faults.Direction;
import hearth.faults.FaultProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process of the console knows of a server that numbers nothing, the next one knows. */
class ForeignMemoryIT {
    private static final String DOUBTFUL = "did this arrive?";

    @TempDir
    Path folder;

    private int starts;

    @Test
    void whatMayNotHaveArrivedIsConfirmedByTheHistoryThatTheNextProcessReads() throws Exception {
        NodeServer node = new NodeServer(folder, "chat.js", "4");
        AtomicBoolean dark = new AtomicBoolean();
        try (Program _ = node.start();
                FaultProxy line = new FaultProxy(URI.create(node.address()).getPort())) {
            line.watch(piece -> {
                if (piece.direction() == Direction.DOWN && piece.text().contains(DOUBTFUL)) {
                    dark.set(true);
                }
                return dark.get() ? OptionalInt.of(0) : OptionalInt.empty();
            });
            try (Program ada = console("Ada", line.address())) {
                ada.awaitLine("\"state\":\"ONLINE\"");
                ada.type(DOUBTFUL);
                ada.awaitLine("\"text\":\"" + DOUBTFUL + "\",\"state\":\"unconfirmed\"");
                assertThat(ada.endOfInput()).isEqualTo(1);
            }
            line.watch(_ -> OptionalInt.empty());
            try (Program again = console("Ada", line.address())) {
                again.awaitLine("\"text\":\"" + DOUBTFUL + "\",\"state\":\"sent\"");
                again.type("/history");
                again.type("the end");
                again.awaitLine("\"text\":\"the end\",\"state\":\"sent\"");
                assertThat(again.endOfInput()).isZero();
                assertThat(again.times("\"history\":true}")).isOne();
            }
        }
    }

    @Test
    void whatWasSaidMeanwhileArrivesOnceAndNothingOlder() throws Exception {
        NodeServer node = new NodeServer(folder, "chat.js", "4");
        URI address = URI.create(node.address());
        try (Program _ = node.start();
                Program ada = console("Ada", address)) {
            try (Program bo = console("Bo", address)) {
                bo.awaitLine("\"state\":\"ONLINE\"");
                ada.type("before");
                bo.awaitLine("\"text\":\"before\"");
                assertThat(bo.endOfInput()).isZero();
            }
            ada.type("meanwhile");
            ada.awaitLine("\"text\":\"meanwhile\",\"state\":\"sent\"");
            try (Program again = console("Bo", address)) {
                again.awaitLine("\"author\":\"Ada\",\"text\":\"meanwhile\"");
                ada.type("after");
                again.awaitLine("\"author\":\"Ada\",\"text\":\"after\"");
                assertThat(again.endOfInput()).isZero();
                assertThat(Transcript.words(again.lines())).containsExactly("Ada: meanwhile", "Ada: after");
            }
        }
    }

    private Program console(String name, URI address) throws IOException {
        List<String> options = List.of(
                "--console",
                "--json",
                "--dialect",
                "socketio-chat",
                "--server",
                address.toString(),
                "--name",
                name,
                "--data",
                folder.resolve(name).toString());
        Path output = folder.resolve(name + "-" + starts++ + ".out");
        return Program.start("hearth.modules.client", "hearth.client/hearth.client.app.Main", output, options);
    }
}
