package hearth.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;

/** One golden file: a frame as it stands on the wire. {@code name} begins with the kind of answer where it is an {@code ok}. */
record Golden(String name, String json) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    static List<Golden> ofClients() {
        return in("client");
    }

    static List<Golden> ofServers() {
        return in("server");
    }

    private static List<Golden> in(String side) {
        try (var files = Files.list(FOLDER.resolve(side))) {
            return files.sorted().map(Golden::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden read(Path file) {
        try {
            return new Golden(
                    file.getFileName().toString().replace(".json", ""),
                    Files.readString(file).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client that got this frame waits for. */
    LongFunction<Optional<AnswerKind>> expected() {
        return _ -> answerKind();
    }

    private Optional<AnswerKind> answerKind() {
        for (AnswerKind kind : AnswerKind.values()) {
            if (name.startsWith("ok-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
