package hearth.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LogFileTest {
    private static final Logger log = LoggerFactory.getLogger("hearth.test");

    @TempDir
    private Path folder;

    @AfterEach
    void putTheOldLogBack() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void recordsAreOneLineEachWithTimeLevelAndOrigin() throws IOException {
        try (LogFile _ = LogFile.open(folder, false)) {
            log.info("connected to {}", "kitchen");
            log.warn("lost");
            log.error("broken");
            log.debug("not written");
        }

        List<String> lines = lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z INFO  hearth\\.test - connected to kitchen");
        assertThat(lines.get(1)).endsWith("WARN  hearth.test - lost");
        assertThat(lines.get(2)).endsWith("ERROR hearth.test - broken");
    }

    @Test
    void nothingFromOutsideCanForgeALineOrMoveTheCursor() throws IOException {
        try (LogFile _ = LogFile.open(folder, false)) {
            log.info("name {}", "a\r\nERROR forged\u001B[2J\u0085\u007Fb\tc");
        }

        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("name a\\u000d\\u000aERROR forged\\u001b[2J\\u0085\\u007fb\tc");
    }

    @Test
    void exceptionsAreIndentedBelowTheirRecord() throws IOException {
        try (LogFile _ = LogFile.open(folder, false)) {
            log.warn("lost", new IOException("outer\nforged", new IOException("inner\u001B")));
        }

        List<String> lines = lines();
        assertThat(lines.getFirst()).endsWith("WARN  hearth.test - lost");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("    "));
        assertThat(lines)
                .contains("    java.io.IOException: outer", "    Caused by: java.io.IOException: inner\\u001b");
    }

    @Test
    void startsAgainWhereTheLastRunEnded() throws IOException {
        for (int run = 0; run < 2; run++) {
            try (LogFile _ = LogFile.open(folder, true)) {
                log.info("run {}", run);
            }
        }

        assertThat(lines()).hasSize(2);
    }

    @Test
    void neverTakesMoreThanThreeMebibytes() throws IOException {
        String line = "x".repeat(10_000);
        try (LogFile _ = LogFile.open(folder, false)) {
            for (int i = 0; i < 500; i++) {
                log.info("{}", line);
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(LogFileTest::size).sum()).isBetween(2_000_000L, 3L * 1_048_576 + 100_000);
        }
    }

    @Test
    void folderWithAPercentSignIsNoPattern() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("100%h"));

        try (LogFile _ = LogFile.open(odd, false)) {
            log.info("there");
        }

        assertThat(odd.resolve("hearth.log.0")).isRegularFile();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("hearth.log.0"));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
