package hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The gates that only a build can show, each held to a project that violates it: small projects with our parent, built by the Maven that runs this build, from
 * what it has fetched.
 */
@DisabledIfSystemProperty(
        named = "hearth.gates.skip",
        matches = "true",
        disabledReason = "what the gates need may not be fetched")
class GatesIT {
    /** Below the project's root, so that Maven takes the project's own settings; four levels down. */
    private static final Path ROOT = Path.of("target", "gates", "projects").toAbsolutePath();

    /** How long one run of Maven may take before it hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String GOOD = """
            package fixture;

            /** As it should be. */
            final class Fixture {
                private Fixture() {}
            }
            """;

    private static final String UNFORMATTED = GOOD.replace("    private", "  private");

    private static final String BUG = """
            package fixture;

            /** Makes an exception and drops it. */
            final class Fixture {
                private Fixture() {
                    new IllegalStateException("dropped");
                }
            }
            """;

    private static final String WARNING = """
            package fixture;

            import java.util.List;

            /** Uses a raw type. */
            final class Fixture {
                private Fixture(List list) {
                    list.clear();
                }
            }
            """;

    @Test
    void eachGateStopsTheProjectThatViolatesItAndNoOther() throws Exception {
        write("good", "jar", "");
        source("good", GOOD);
        write("unformatted", "jar", "");
        source("unformatted", UNFORMATTED);
        write("bug", "jar", "");
        source("bug", BUG);
        write("warning", "jar", "");
        source("warning", WARNING);
        write("old", "library", "1", "pom", "");
        write("new", "library", "2", "pom", "");
        write("with-old", "pom", dependency("library", "1"));
        write("with-new", "pom", dependency("library", "2"));
        write("diverging", "pom", dependency("with-old", "1") + dependency("with-new", "1"));
        root("good", "unformatted", "bug", "warning", "old", "new", "with-old", "with-new", "diverging");

        String said = maven("--fail-at-end", "compile");

        assertThat(failed(said)).containsExactlyInAnyOrder("unformatted", "bug", "warning", "diverging");
        assertThat(said)
                .containsPattern("spotless-maven-plugin\\S* .*on project unformatted: .*format violations")
                .containsPattern("maven-compiler-plugin\\S* .*on project bug: ")
                .contains("[DeadException]")
                .containsPattern("maven-compiler-plugin\\S* .*on project warning: ")
                .contains("warnings found and -Werror specified")
                .containsPattern("maven-enforcer-plugin\\S* .*on project diverging: ")
                .contains("DependencyConvergence failed");
    }

    @Test
    void anOlderJdkIsTurnedAwayWithAWordOnWhatToDo() throws Exception {
        write("good", "jar", "");
        root("good");
        assertThat(failed(maven("validate"))).isEmpty();
        assertThat(maven("validate", "-Djava.version=17.0.1")).contains("Hearth is built with a JDK 25 or later.");
    }

    /** The projects that failed, as Maven's list of errors names them. */
    private static List<String> failed(String said) {
        return Pattern.compile("Failed to execute goal .* on project ([\\w-]+):")
                .matcher(said)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    private static String dependency(String name, String version) {
        return """
                <dependency>
                  <groupId>fixture</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <type>pom</type>
                </dependency>
                """.formatted(name, version);
    }

    private static void root(String... modules) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : modules) {
            all.append("<module>").append(module).append("</module>");
        }
        pom(ROOT, "../../../../pom.xml", "gates", "1", "pom", "<modules>" + all + "</modules>");
    }

    private static void write(String name, String packaging, String dependencies) throws IOException {
        write(name, name, "1", packaging, dependencies);
    }

    private static void write(String folder, String name, String version, String packaging, String dependencies)
            throws IOException {
        pom(
                ROOT.resolve(folder),
                "../../../../../pom.xml",
                name,
                version,
                packaging,
                "<dependencies>" + dependencies + "</dependencies>");
    }

    private static void pom(Path folder, String parent, String name, String version, String packaging, String rest)
            throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>chat.hearth</groupId>
                    <artifactId>hearth</artifactId>
                    <version>%s</version>
                    <relativePath>%s</relativePath>
                  </parent>
                  <groupId>fixture</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <packaging>%s</packaging>
                  %s
                </project>
                """.formatted(
                        System.getProperty("hearth.version"), parent, name, version, packaging, rest));
    }

    private static void source(String folder, String text) throws IOException {
        Path sources = ROOT.resolve(folder).resolve("src/main/java/fixture");
        Files.createDirectories(sources);
        Files.writeString(sources.resolve("Fixture.java"), text);
    }

    /** Runs this build's Maven on the written projects, offline; gives what it says. */
    private static String maven(String... arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path program = Path.of(System.getProperty("hearth.maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--offline",
                "--batch-mode",
                "-Dmaven.repo.local=" + System.getProperty("hearth.maven.repository")));
        command.addAll(List.of(arguments));
        // Into a file: a pipe is read to its end only once all have let go of it whom Maven started.
        Path said = ROOT.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        boolean isOver = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!isOver) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        assertThat(isOver).as("Maven came to its end; it said: %s", text).isTrue();
        return text;
    }
}
