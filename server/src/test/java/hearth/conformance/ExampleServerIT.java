package hearth.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hearth.conformance.Mutant.Edit;
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
 * the system property {@code hearth.mutants} set to {@code full} every mutant is tried, with rules and commas between
 * them those of these rules, otherwise the quick ones.
 */
class ExampleServerIT {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_WITH_MUTANTS = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 2;
    /** Their mutants are found in less than a second each. */
    private static final Set<String> QUICK =
            Set.of(("F2 F3.4 F3.7 F4 F5.1 F7.1 F7.3 S1.1 S2.2 S5.1 S7 S8 T5 T6 Q2.1 Q3.1 Q10.1"
                            + " L1.1 L8.2 L8.3 L8.4 L9 L12.1 L13.3 L14.2 L15.1 L22.8 L22.9 C1 C3.2 C4.9 C6.2 C9 C11.1 D3.1 N6 X0"
                            + " R-post-2.1 R-post-2.3 R-post-3.1 R-sync-1 R-sync-2.2 R-sync-4.2 R-history-1.3 R-history-1.4"
                            + " R-history-2 R-members-1 R-rooms-1.1 R-create-1.1 R-join-1.1 R-leave-2.1 R-direct-1.1")
                    .split(" "));

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
        List<Mutant> tried =
                mutants.stream().filter(mutant -> isWanted(mutant.rule())).toList();
        assertThat(tried).isNotEmpty();
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

    private static boolean isWanted(String rule) {
        String wish = System.getProperty("hearth.mutants", "quick");
        return switch (wish) {
            case "full" -> true;
            case "quick" -> QUICK.contains(rule);
            default -> Set.of(wish.split(",")).contains(rule);
        };
    }

    @Test
    void aServerThatOffersNothingFailsTheCore() throws Exception {
        Mutant nothing = new Mutant(
                "the core",
                List.of(
                        new Edit("['rooms', 'direct', 'history', 'presence']", "[]"),
                        new Edit("(requests[type] ??", "(['post', 'sync'].includes(type) ? requests[type] :")));
        try (ExampleServer server = start(nothing)) {
            Report report = report(
                    server,
                    PATIENCE_WITH_MUTANTS,
                    EnumSet.of(Section.ROOMS, Section.DIRECT, Section.HISTORY),
                    Set.of());
            assertThat(report.passed()).isFalse();
            assertThat(report.rules(Verdict.FAILED)).contains("R-create-0", "R-direct-0", "R-history-0");
            assertThat(report.rules(Verdict.NOT_OFFERED)).isEmpty();
        }
    }

    @Test
    void aServerThatLimitsPostsAndWrongTokensKeepsTheCore() throws Exception {
        Mutant limits = new Mutant(
                "none",
                List.of(
                        new Edit("nameChars: 32 };", "nameChars: 32, posts: { burst: 50, perSecond: 400 } };"),
                        new Edit(
                                "checkLength(text, LIMITS.textChars);",
                                "checkLength(text, LIMITS.textChars);"
                                        + "user.left = Math.min(50, (user.left ?? 50) + (Date.now() - (user.at ?? 0)) * 0.4);"
                                        + "user.at = Date.now(); if (user.left < 1) wait(); user.left--;"),
                        new Edit(
                                "?? refuse('unauthorized')]",
                                "?? ((server.wrong = (server.wrong ?? 0) + 1) % 4 ? refuse('unauthorized') : wait())]"),
                        new Edit(
                                "function onText(",
                                "const wait = () => { throw Object.assign(new Error(), { code: 'rate-limited', retryAfterMs: 200 }); };"
                                        + "function onText("),
                        new Edit("code = 'internal', message }", "code = 'internal', message, retryAfterMs }"),
                        new Edit(
                                "type: 'error', re, code, message }",
                                "type: 'error', re, code, message, retryAfterMs }")));
        try (ExampleServer server = start(limits)) {
            Report report = report(
                    server,
                    PATIENCE_WITH_MUTANTS,
                    EnumSet.of(Section.LOGIN, Section.POSTS, Section.SYNC, Section.HISTORY),
                    Set.of("L5.1", "L6.1", "L6.4", "L8.4", "L9", "R-post-5.1", "R-sync-4.1", "Q10.2", "R-history-0"));
            assertThat(report.rules(Verdict.FAILED))
                    .as(() -> String.join("\n", report.lines()))
                    .isEmpty();
            assertThat(report.rules(Verdict.PASSED)).contains("L6.4", "R-post-5.1", "R-sync-4.1");
        }
    }

    /** Where the document leaves a choice, the kit must not want ours. */
    @Test
    void aServerThatChoosesOtherwiseKeepsTheCore() throws Exception {
        Mutant otherwise = new Mutant(
                "none",
                List.of(
                        new Edit( // a room begins with two events
                                "const { seq } = append(room, user, 'joined'",
                                "if (!room.log.length && room !== lobby) append(room, user, 'changed', { topic: room.topic });"
                                        + "const { seq } = append(room, user, 'joined'"),
                        new Edit("Math.min(limit, most))", "Math.min(limit, most, 7))"),
                        new Edit("textChars: 10000", "textChars: 3000"),
                        new Edit( // ids in an order of its own
                                ".filter(([id]) => id > after).sort(by(([id]) => id))",
                                ".filter(([id]) => id.toLowerCase() > after.toLowerCase()).sort(by(([id]) => id.toLowerCase()))"),
                        new Edit( // everybody is in a second room
                                "const ref = (",
                                "const news = open({ kind: 'room', name: 'news', topic: '', visibility: 'public' });"
                                        + "const ref = ("),
                        new Edit(
                                "enter(lobby, user) && [user, made]",
                                "enter(lobby, user) && enter(news, user) && [user, made]")));
        try (ExampleServer server = start(otherwise)) {
            Report report = report(
                    server,
                    PATIENCE_WITH_MUTANTS,
                    EnumSet.of(
                            Section.REQUESTS,
                            Section.ROOMS,
                            Section.POSTS,
                            Section.DELIVERY,
                            Section.SYNC,
                            Section.HISTORY,
                            Section.PEOPLE,
                            Section.LEAVING),
                    Set.of());
            assertThat(report.rules(Verdict.FAILED))
                    .as(() -> String.join("\n", report.lines()))
                    .isEmpty();
        }
    }

    private ExampleServer start(Mutant mutant) throws IOException {
        Path program = folder.resolve("mutant-" + Integer.toHexString(mutant.hashCode()) + ".mjs");
        return new ExampleServer(ExampleServer.write(mutant, program), HEARTBEAT);
    }

    @Test
    void theFaultOfEveryMutantCanBeMade() throws Exception {
        for (Mutant mutant : Mutant.read(MUTANTS)) {
            assertThat(ExampleServer.write(mutant, folder.resolve("mutant.mjs")))
                    .isNotEmptyFile();
        }
    }

    private boolean isFound(Mutant mutant) throws IOException, InterruptedException {
        try (ExampleServer server = start(mutant)) {
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
