package hearth.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line of the example server that is wrong.
 *
 * @param rule what it breaks
 * @param part what stands in the line
 * @param replacement what stands there instead
 */
record Mutant(String rule, String part, String replacement) {

    /** The mutants of a file: a rule, a line that begins with a minus and one that begins with a plus; comments begin with #. */
    static List<Mutant> read(Path file) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (String paragraph : Files.readString(file).split("\n\n")) {
            String[] lines = Arrays.stream(paragraph.split("\n"))
                    .filter(line -> !line.startsWith("#"))
                    .toArray(String[]::new);
            if (lines.length > 0) {
                mutants.add(new Mutant(
                        lines[0],
                        lines[1].substring(1).strip(),
                        lines[2].substring(1).strip()));
            }
        }
        return mutants;
    }

    /** The program with this fault. */
    String in(String program) {
        int at = program.indexOf(part);
        if (at < 0 || program.indexOf(part, at + 1) >= 0) {
            throw new IllegalStateException("this should stand once in the example server: " + part);
        }
        return program.substring(0, at) + replacement + program.substring(at + part.length());
    }
}
