package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.conformance.Outcome.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The document suffices to write a server, for there is a second one; and the kit notices what is wrong with it. With
 * the system property {@code hearth.mutants} set to {@code full} every mutant is tried, otherwise some.
 */
class ExampleServerIT {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_WITH_MUTANTS = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 2;
    private static final Set<String> SOME = Set.of("F3.5", "L8.2", "D3.1", "R-post-2.3", "R-sync-4.2", "R-history-1.3");
    private static final Path MUTANTS = Path.of("src", "test", "resources", "conformance", "mutants.txt");

    @TempDir
    Path folder;

    @BeforeEach
    void needsNode() {
        Optional<String> missing = ExampleServer.missing();
        assumeTrue(missing.isEmpty(), () -> "The example server is not tried: " + missing.orElseThrow() + ".");
    }

    @Test
    void theExampleKeepsTheCore() throws Exception {
        Set<Section> core = Arrays.stream(Section.values())
                .filter(Section::core)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
        try (ExampleServer server = new ExampleServer(ExampleServer.program(), HEARTBEAT)) {
            Report report = report(server, PATIENCE, core, Set.of());
            assertThat(report.rules(Verdict.FAILED))
                    .as(() -> String.join("\n", report.lines()))
                    .isEmpty();
            assertThat(report.rules(Verdict.PASSED)).hasSizeGreaterThan(200);
        }
    }

    @Test
    void everyMutantFailsTheRuleThatItBreaks() throws Exception {
        List<Mutant> mutants = Mutant.read(MUTANTS);
        assertThat(mutants).hasSizeGreaterThan(100);
        boolean all = System.getProperty("hearth.mutants", "").equals("full");
        List<Mutant> tried = mutants.stream()
                .filter(mutant -> all || SOME.contains(mutant.rule()))
                .toList();
        List<String> survivors = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Boolean>> found = tried.stream()
                    .map(mutant -> pool.submit(() -> isFound(mutant)))
                    .toList();
            for (int i = 0; i < tried.size(); i++) {
                if (!found.get(i).get()) {
                    survivors.add(tried.get(i).toString());
                }
            }
        }
        assertThat(survivors).isEmpty();
    }

    @Test
    void theFaultOfEveryMutantCanBeMade() throws Exception {
        for (Mutant mutant : Mutant.read(MUTANTS)) {
            assertThat(ExampleServer.write(mutant, folder.resolve("mutant.mjs")))
                    .isNotEmptyFile();
        }
    }

    private boolean isFound(Mutant mutant) throws IOException, InterruptedException {
        Path program = folder.resolve("mutant-" + Integer.toHexString(mutant.hashCode()) + ".mjs");
        try (ExampleServer server = new ExampleServer(ExampleServer.write(mutant, program), HEARTBEAT)) {
            return report(server, PATIENCE_WITH_MUTANTS, EnumSet.allOf(Section.class), Set.of(mutant.rule()))
                    .rules(Verdict.FAILED)
                    .contains(mutant.rule());
        }
    }

    private static Report report(ExampleServer server, Duration patience, Set<Section> sections, Set<String> rules)
            throws IOException, InterruptedException {
        try (Kit kit = new Kit(server.target(patience))) {
            return new Report(
                    RuleBook.read(Path.of("PROTOCOL.md")),
                    kit.run(Suite.checks(sections, rule -> rules.isEmpty() || rules.contains(rule))));
        }
    }
}
