package hearth.client.screenshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The layouts that somebody looked at and found good: a text file for each screen in each look. */
final class AcceptedLayouts {
    private final Path folder;

    AcceptedLayouts(Path folder) {
        this.folder = folder;
    }

    /** Takes this for good from now on. */
    void accept(String name, Layout layout) {
        try {
            Files.createDirectories(folder);
            Files.write(file(name), layout.lines());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** In words, what stands elsewhere than was accepted. */
    List<String> differences(String name, Layout seen) {
        if (!Files.exists(file(name))) {
            return List.of("nothing was accepted yet under " + file(name));
        }
        try (Stream<String> lines = Files.lines(file(name))) {
            return seen.differencesFrom(Layout.parse(lines));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(name), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".txt");
    }
}
