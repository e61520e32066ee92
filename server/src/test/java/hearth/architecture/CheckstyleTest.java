package hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of the build's Checkstyle configuration, each held to a file just within and one just beyond. */
class CheckstyleTest {
    @TempDir
    private Path folder;

    @Test
    void fileHasAtMost400Lines() throws Exception {
        assertThat(check("A.java", "//\n".repeat(400))).doesNotContain("FileLengthCheck");
        assertThat(check("A.java", "//\n".repeat(401))).contains("FileLengthCheck");
    }

    @Test
    void methodHasAtMost60Lines() throws Exception {
        assertThat(checkBody("void m() {\n" + "m();\n".repeat(58) + "}")).doesNotContain("MethodLengthCheck");
        assertThat(checkBody("void m() {\n" + "m();\n".repeat(59) + "}")).contains("MethodLengthCheck");
    }

    @Test
    void constructorTakesAtMost7Parameters() throws Exception {
        assertThat(checkBody("A(" + parameters(7) + ") {}")).doesNotContain("ParameterNumberCheck");
        assertThat(checkBody("A(" + parameters(8) + ") {}")).contains("ParameterNumberCheck");
    }

    @Test
    void statementsNestAtMost3Deep() throws Exception {
        assertThat(checkBody("void m(int[] a) { for (int i : a) { try { if (i > 0) { m(a); } } finally { m(a); } } }"))
                .doesNotContain("NestingDepth");
        assertThat(checkBody("void m(int[] a) { for (int i : a) { try { if (i > 0) { while (i > 1) { m(a); } } }"
                        + " finally { m(a); } } }"))
                .contains("NestingDepth");
    }

    @Test
    void chainOfAlternativesIsNotNesting() throws Exception {
        assertThat(checkBody("int m(int i) { if (i == 1) { return 1; } else if (i == 2) { return 2; }"
                        + " else if (i == 3) { return 3; } else if (i == 4) { if (i > 0) { return 4; } } return 0; }"))
                .doesNotContain("NestingDepth");
    }

    @Test
    void habitsAreReported() throws Exception {
        assertThat(check("A.java", "import java.util.*;\nclass A {}\n")).contains("AvoidStarImportCheck");
        assertThat(check("A.java", "public class A {}\n")).contains("MissingJavadocTypeCheck", "JavadocPackageCheck");
        assertThat(check("RoomManager.java", "class RoomManager {}\n")).contains("RegexpOnFilenameCheck");
        assertThat(checkBody("void m() { try { m(); } catch (RuntimeException e) { } }"))
                .contains("EmptyCatchBlockCheck");
        assertThat(checkBody("void m() throws Exception { Thread." + "sleep(1); }"))
                .contains("Sleep");
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "int p" + i).collect(Collectors.joining(", "));
    }

    private List<String> checkBody(String member) throws IOException, CheckstyleException {
        return check("A.java", "class A {\n" + member + "\n}\n");
    }

    /** The ids, or else the names, of the checks that the source violates. */
    private List<String> check(String name, String source) throws IOException, CheckstyleException {
        Path file = Files.writeString(folder.resolve(name), source);
        var violations = new RecordingListener();
        var checker = new Checker();
        try {
            checker.setModuleClassLoader(Checker.class.getClassLoader());
            checker.configure(ConfigurationLoader.loadConfiguration(
                    Path.of("..", ".mvn", "checkstyle.xml").toString(), new PropertiesExpander(new Properties())));
            checker.addListener(violations);
            checker.process(List.of(file.toFile()));
        } finally {
            checker.destroy();
        }
        return violations.checks;
    }

    private static final class RecordingListener implements AuditListener {
        private final List<String> checks = new ArrayList<>();

        @Override
        public void addError(AuditEvent event) {
            String id = event.getModuleId();
            String check = event.getSourceName();
            checks.add(id != null ? id : check.substring(check.lastIndexOf('.') + 1));
        }

        @Override
        public void addException(AuditEvent event, Throwable failure) {
            throw new AssertionError(event.getFileName(), failure);
        }

        @Override
        public void auditStarted(AuditEvent event) {}

        @Override
        public void auditFinished(AuditEvent event) {}

        @Override
        public void fileStarted(AuditEvent event) {}

        @Override
        public void fileFinished(AuditEvent event) {}
    }
}
