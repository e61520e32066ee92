package hearth.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** What all observers did and saw; the order of each is kept, between observers it means nothing. */
public record History(List<Observation> observations) {

    /** Reads what a {@link Recorder} wrote. */
    public static History read(Path file) throws IOException {
        ObjectReader json = new ObjectMapper().readerFor(Observation.class);
        try (Stream<String> lines = Files.lines(file)) {
            return new History(lines.<Observation>map(json::readValue).toList());
        }
    }

    /** The observations of one kind. */
    <T extends Observation> Stream<T> all(Class<T> kind) {
        return observations.stream().filter(kind::isInstance).map(kind::cast);
    }
}
