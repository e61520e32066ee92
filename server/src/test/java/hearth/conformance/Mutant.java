package hearth.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The example server with something wrong in it, in one line or two.
 *
 * @param rule what it breaks
 */
record Mutant(String rule, List<Edit> edits) {

    /**
     * A place that is wrong.
     *
     * @param part what stands in the line
     * @param replacement what stands there instead
     */
    record Edit(String part, String replacement) {
        String in(String program) {
            int at = program.indexOf(part);
            if (at < 0 || program.indexOf(part, at + 1) >= 0) {
                throw new IllegalStateException("this should stand once in the example server: " + part);
            }
            return program.substring(0, at) + replacement + program.substring(at + part.length());
        }
    }

    /** The mutants of a file: a rule, and lines that begin with a minus, each with one behind it that begins with a plus; comments begin with #. */
    static List<Mutant> read(Path file) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (String paragraph : Files.readString(file).split("\n\n")) {
            List<String> lines = paragraph
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            if (!lines.isEmpty()) {
                mutants.add(new Mutant(lines.getFirst(), edits(lines.subList(1, lines.size()))));
            }
        }
        return mutants;
    }

    private static List<Edit> edits(List<String> lines) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            edits.add(new Edit(
                    lines.get(i).substring(1).strip(),
                    lines.get(i + 1).substring(1).strip()));
        }
        return edits;
    }

    /** The program with this fault. */
    String in(String program) {
        String wrong = program;
        for (Edit edit : edits) {
            wrong = edit.in(wrong);
        }
        return wrong;
    }
}
