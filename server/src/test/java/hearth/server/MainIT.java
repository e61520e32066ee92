package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hearth.server.gateway.RawClient;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MainIT {
    private static final Pattern LISTENING =
            Pattern.compile("Hearth \"Work shop\" is listening at (?:.*, )?127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private List<String> errorLines() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void smokeServesOneMessageToItself() {
        assertThat(run("--smoke")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("came back");
        assertThat(errorLines()).isEmpty();
    }

    @Test
    void helpAndVersionAreToldOnStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--port", "--bind", "--data", "--name", "--heartbeat", "--smoke", "--backup", "--restore");
        assertThat(run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("hearth-server ");
    }

    @Test
    void wrongOptionsAreOneSentenceAndExitCodeTwo() {
        for (String[] wrong : new String[][] {
            {"--port", "65536"},
            {"--port", "x"},
            {"--nonsense"},
            {"--backup", "a", "--restore", "b"},
            {"--smoke", "--backup", "a"},
            {"--name", " "},
            {"--name", "a\nb"},
            {"--bind", "not an address"},
            {"--heartbeat", "0"},
            {"--heartbeat", "301"}
        }) {
            err.reset();
            assertThat(run(wrong)).isEqualTo(2);
            assertThat(errorLines()).hasSize(1);
        }
    }

    @Test
    void aTakenPortIsOneSentenceAndExitCodeOne() throws Exception {
        ChatServer holder = new ChatServer(ServerConfig.of(0, folder.resolve("holder"), "Holder"));
        holder.start();
        try {
            assertThat(run(
                            "--port",
                            "" + holder.port(),
                            "--data",
                            folder.resolve("other").toString()))
                    .isEqualTo(1);
            assertThat(errorLines()).containsExactly("Port " + holder.port() + " is taken by another program.");
        } finally {
            holder.stop();
        }
    }

    @Test
    void anUnwritableFolderIsOneSentenceAndExitCodeOne() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("--port", "0", "--data", file.resolve("below").toString()))
                .isEqualTo(1);
        assertThat(errorLines()).hasSize(1).allMatch(line -> line.contains("cannot be written"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatIsToldToEndSaysByeToItsGuests() throws Exception {
        Process process = start(List.of());
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                ChatPeer ada = ChatPeer.guest(portOf(lines), "Ada")) {
            process.toHandle().destroy();
            assertThat(ada.await("bye").get("reason").asString()).isEqualTo("shutting-down");
            assertThat(ada.readToClose()).isEqualTo(1001);
            ada.cut();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(lines.readLine()).as("one line of output").isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessWithFewDescriptorsStillServesAfterACrowd() throws Exception {
        Process process = start(List.of("/bin/sh", "-c", "ulimit -n 120; exec \"$@\"", "sh"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int port = portOf(lines);
            List<RawClient> crowd = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                crowd.add(RawClient.connect(port));
            }
            for (RawClient each : crowd) {
                each.cut();
            }
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                try (ChatPeer ada = ChatPeer.guest(port, "Ada")) {
                    return !ada.lobby().isEmpty();
                }
            });
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                Main.class.getName(),
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--name",
                "Work shop"));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int portOf(BufferedReader lines) throws IOException {
        Matcher line = LISTENING.matcher(String.valueOf(lines.readLine()));
        assertThat(line.matches()).isTrue();
        return Integer.parseInt(line.group(1));
    }
}
