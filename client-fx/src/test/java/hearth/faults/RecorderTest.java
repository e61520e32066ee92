package hearth.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a history file says what was recorded. */
class RecorderTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfLineIsReadAsItWasWritten() throws Exception {
        LogEntry entry = new LogEntry("c1", 7, LogEntry.Kind.MESSAGE, "u1", "id", 0, "two\nlines 会议 \"x\"", false);
        List<Observation> written = List.of(
                new Observation.Began("ada", "c1", 6),
                new Observation.Sending("ada", "id", "text"),
                new Observation.Acknowledged("ada", "id"),
                new Observation.Failed("ada", "id2", "MUTED"),
                new Observation.Reset("ada", "c1"),
                new Observation.Applied("bo", entry),
                new Observation.Logged("auditor", entry),
                new Observation.LogRead("auditor", "c1", 7));

        try (Recorder recorder = new Recorder(folder.resolve("history.jsonl"))) {
            written.forEach(recorder::add);

            assertThat(recorder.history().observations()).isEqualTo(written);
        }
    }
}
