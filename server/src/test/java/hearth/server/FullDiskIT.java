package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server that can write no more, and then can again: a process whose files the system bounds. Nobody has to be root for that. What a full disk answers, and
 * not the bound of a file, is in the faults of the client's module.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    /** Room for the tables, and for some messages. */
    private static final String FILE_BYTES = "900000";

    @TempDir
    Path folder;

    @BeforeEach
    void needsTheTool() {
        assumeTrue(Files.isExecutable(PRLIMIT), "there is no prlimit here, which sets bounds to a process that runs");
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:-UsePerfData",
                Main.class.getName(),
                "--port",
                "0",
                "--bind",
                "127.0.0.1",
                "--data",
                folder.resolve("data").toString());
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("log").toFile())
                .start();
    }

    private static int portOf(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    private static void bound(Process process, String bytes) throws Exception {
        Process tool = new ProcessBuilder(PRLIMIT.toString(), "--pid", "" + process.pid(), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertThat(tool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tool.exitValue()).isZero();
    }

    private static List<String> texts(ChatPeer peer, String query) throws IOException {
        return StreamSupport.stream(peer.ask("history", query).get("items").spliterator(), false)
                .filter(item -> item.get("kind").asString().equals("message"))
                .map(item -> item.get("text").asString())
                .toList();
    }

    @Test
    void aServerThatCannotWriteSaysSoGoesOnReadingAndRecovers() throws Exception {
        String filler = "x".repeat(500);
        List<String> acknowledged = new ArrayList<>();
        String token;
        Process process = start();
        int port = portOf(process);
        try (ChatPeer ada = ChatPeer.guest(port, "Ada")) {
            token = ada.welcome().get("token").asString();
            JsonNode answer = ada.request("post", post("first", "id-first"));
            assertThat(answer.get("type").asString()).isEqualTo("ok");
            bound(process, FILE_BYTES);
            for (int i = 0; answer.get("type").asString().equals("ok"); i++) {
                answer = ada.request("post", post(i + filler, "id-" + i));
                if (answer.get("type").asString().equals("ok")) {
                    acknowledged.add(i + filler);
                }
            }
            assertThat(answer.get("code").asString()).isEqualTo("read-only");
            assertThat(answer.get("retryAfterMs").asInt()).isPositive();
            assertThat(acknowledged).hasSizeGreaterThan(5);

            assertThat(texts(ada, ",\"limit\":5"))
                    .isEqualTo(acknowledged.subList(acknowledged.size() - 5, acknowledged.size()));
            assertThat(ada.ask("members", "").get("members")).hasSize(1);
            try (ChatPeer again = ChatPeer.withToken(port, token)) {
                assertThat(again.welcome().get("user").get("name").asString()).isEqualTo("Ada");
            }

            bound(process, "unlimited");

            String refused = acknowledged.size() + filler;
            answer = ada.request("post", post(refused, "id-" + acknowledged.size()));
            assertThat(answer.get("type").asString()).isEqualTo("ok");
            assertThat(answer.has("duplicate")).isFalse();
            acknowledged.add(refused);
            process.destroyForcibly().waitFor();
        } finally {
            process.destroyForcibly();
        }
        Process restarted = start();
        try (ChatPeer ada = ChatPeer.withToken(portOf(restarted), token)) {
            assertThat(texts(ada, ",\"limit\":" + acknowledged.size())).isEqualTo(acknowledged);
        } finally {
            restarted.destroyForcibly();
        }
    }

    private static String post(String text, String clientId) {
        return ",\"clientId\":\"" + clientId + "\",\"text\":\"" + text + "\"";
    }
}
