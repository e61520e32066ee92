package hearth.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs the kit from a shell. Ends with 0 where no rule failed, with 1 where one did, with 2 where there was nothing to check. */
final class Main {
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    private Main() {}

    /** What was asked for: {@code --url=URL --sections=core|NAME,NAME --rules=ID,ID --patience=SECONDS --stop=COMMAND}; all but the first may be empty. */
    private record Wish(Target target, Set<Section> sections, Predicate<String> rules) {
        static Wish of(String... args) {
            String url = option(args, "--url", "");
            if (!url.startsWith("ws://") && !url.startsWith("wss://")) {
                throw new IllegalArgumentException("which server? -Durl=ws://HOST:PORT/chat");
            }
            Duration patience = Duration.ofSeconds(Long.parseLong(option(args, "--patience", "30")));
            Set<String> rules = split(option(args, "--rules", ""), ",");
            return new Wish(
                    new Target(URI.create(url), patience, stop(option(args, "--stop", ""))),
                    sections(option(args, "--sections", "all")),
                    rule -> rules.isEmpty() || rules.contains(rule));
        }

        private static Optional<Target.Stop> stop(String command) {
            return command.isBlank()
                    ? Optional.empty()
                    : Optional.of(() -> new ProcessBuilder(command.strip().split(" +"))
                            .inheritIO()
                            .start());
        }

        private static String option(String[] args, String name, String usual) {
            return Arrays.stream(args)
                    .filter(arg -> arg.startsWith(name + "=") && arg.length() > name.length() + 1)
                    .map(arg -> arg.substring(name.length() + 1))
                    .findFirst()
                    .orElse(usual);
        }

        private static Set<String> split(String list, String separator) {
            return Arrays.stream(list.split(separator))
                    .filter(each -> !each.isBlank())
                    .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        }

        private static Set<Section> sections(String names) {
            Set<String> wanted = split(names, ",");
            Set<Section> sections = EnumSet.allOf(Section.class);
            sections.removeIf(section -> !wanted.contains("all")
                    && !wanted.contains(section.title())
                    && !(section.core() && wanted.contains("core")));
            if (sections.isEmpty()) {
                throw new IllegalArgumentException("no section " + names + ": all, core, or some of "
                        + Arrays.stream(Section.values()).map(Section::title).collect(Collectors.joining(",")));
            }
            return sections;
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Wish wish;
        try {
            wish = Wish.of(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(WRONG);
            return;
        }
        System.exit(run(wish, out));
    }

    private static int run(Wish wish, PrintStream out) throws IOException, InterruptedException {
        Map<Check, Section> checks = Suite.checks(wish.sections(), wish.rules());
        if (checks.isEmpty()) {
            out.println("There is no such check.");
            return WRONG;
        }
        try (Kit kit = new Kit(wish.target())) {
            Optional<String> missing = kit.missing();
            if (missing.isPresent()) {
                out.println(missing.get());
                return WRONG;
            }
            Report report = new Report(RuleBook.read(Path.of("PROTOCOL.md")), kit.run(checks));
            report.lines().forEach(out::println);
            return report.passed() ? 0 : FAILED;
        }
    }
}
