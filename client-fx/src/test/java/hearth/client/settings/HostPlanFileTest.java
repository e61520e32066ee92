package hearth.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPlanFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsThereAgain() {
        HostPlan plan = new HostPlan("家", 9000, "Ada", true);
        file().save(plan);
        assertThat(file().load()).contains(plan);
    }

    @Test
    void whereNothingWasHostedNothingIsKnown() {
        assertThat(file().load()).isEmpty();
    }

    @Test
    void aPortThatIsNoneIsTheUsualOne() throws IOException {
        for (String port : new String[] {"0", "65536", "many"}) {
            Files.writeString(folder.resolve("hosting.properties"), "chat=Home\nuser=Ada\nport=" + port + "\n");
            assertThat(file().load()).contains(new HostPlan("Home", HostPlan.USUAL_PORT, "Ada", false));
        }
    }

    private HostPlanFile file() {
        return new HostPlanFile(folder.resolve("hosting.properties"));
    }
}
