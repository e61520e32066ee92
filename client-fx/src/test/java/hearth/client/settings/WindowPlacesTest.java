package hearth.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPlacesTest {
    @TempDir
    private Path folder;

    @Test
    void aWindowComesBackAsItWasLeft() {
        WindowPlaces places = new WindowPlaces(folder.resolve("window.properties"));
        WindowPlace left = new WindowPlace(OptionalDouble.of(10), OptionalDouble.of(-20), 900, 650, true, 300, false);
        places.save(left);
        assertThat(places.load()).isEqualTo(left);
    }

    @Test
    void theFirstWindowHasTheUsualSize() {
        assertThat(new WindowPlaces(folder.resolve("none")).load()).isEqualTo(WindowPlace.FIRST);
    }

    @Test
    void nonsenseInTheFileIsHeldWithinBounds() throws IOException {
        Path file = folder.resolve("window.properties");
        Files.writeString(file, "width=NaN\nheight=3\nx=1e99\nsidebarWidth=9999\nmaximized=perhaps\n");
        WindowPlace place = new WindowPlaces(file).load();
        assertThat(place)
                .isEqualTo(
                        new WindowPlace(OptionalDouble.empty(), OptionalDouble.empty(), 1100, 400, false, 400, true));
    }

    @Test
    void aFileThatCannotBeReadIsAsNone() throws IOException {
        Path file = folder.resolve("window.properties");
        Files.writeString(file, "width=\\u00zz");
        assertThat(new WindowPlaces(file).load()).isEqualTo(WindowPlace.FIRST);
        new WindowPlaces(folder.resolve("missing").resolve("window.properties")).save(WindowPlace.FIRST);
    }
}
