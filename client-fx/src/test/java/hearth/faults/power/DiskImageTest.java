package hearth.faults.power;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.faults.power.DiskAct.Removed;
import hearth.faults.power.DiskAct.Renamed;
import hearth.faults.power.DiskAct.Span;
import hearth.faults.power.DiskAct.Synced;
import hearth.faults.power.DiskAct.Truncated;
import hearth.faults.power.DiskAct.Written;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiskImageTest {
    private static final int IMAGES = 500;
    private static final Span SPAN = new Span(0, 0);

    @Test
    void whatWasSyncedIsThereInEveryImage() {
        List<DiskAct> acts = List.of(
                written("a", 0, "once"), written("a", 0, "more"), new Truncated(SPAN, "a", 3), new Synced(SPAN, "a"));
        assertThat(of(acts, image -> text(image, "a"))).containsExactly("mor");
    }

    @Test
    void whatWasNotSyncedIsThereInSomeImages() {
        List<DiskAct> acts = List.of(written("a", 0, "old"), new Synced(SPAN, "a"), written("a", 0, "new"));
        assertThat(of(acts, image -> text(image, "a"))).containsExactlyInAnyOrder("old", "new");
    }

    @Test
    void theSyncOfOneFileDoesNothingForAnother() {
        List<DiskAct> acts = List.of(written("a", 0, "first"), written("b", 0, "second"), new Synced(SPAN, "b"));
        assertThat(of(acts, image -> text(image, "a") + "," + text(image, "b")))
                .containsExactlyInAnyOrder(",second", "first,second");
    }

    @Test
    void aLaterWriteMayBeThereWithoutAnEarlierOne() {
        List<DiskAct> acts = List.of(written("a", 0, "x"), written("b", 0, "y"));
        assertThat(of(acts, image -> text(image, "a") + text(image, "b")))
                .containsExactlyInAnyOrder("", "x", "y", "xy");
    }

    @Test
    void aWriteIsTornAtTheBordersOfSectorsOnly() {
        List<DiskAct> acts = List.of(
                written("a", 0, "-".repeat(1_600)), new Synced(SPAN, "a"), written("a", 100, "+".repeat(1_400)));
        Set<String> images = of(acts, image -> text(image, "a"));
        assertThat(images).hasSize(1 << 3).allSatisfy(content -> {
            assertThat(content).hasSize(1_600);
            assertThat(content.substring(0, 100)).isEqualTo("-".repeat(100));
            assertThat(uniform(content, 100, 512)).isTrue();
            assertThat(uniform(content, 512, 1_024)).isTrue();
            assertThat(uniform(content, 1_024, 1_500)).isTrue();
        });
    }

    @Test
    void aRemovedFileMayComeBackUntilItsFolderIsSynced() {
        List<DiskAct> removed = List.of(written("a", 0, "x"), new Synced(SPAN, "a"), new Removed(SPAN, "a"));
        assertThat(of(removed, image -> text(image, "a"))).containsExactlyInAnyOrder("", "x");
        List<DiskAct> settled = List.of(removed.get(0), removed.get(1), removed.get(2), new Synced(SPAN, ""));
        assertThat(of(settled, image -> text(image, "a"))).containsExactly("");
    }

    @Test
    void aRenamedFileHasEitherName() {
        List<DiskAct> acts = List.of(written("a", 0, "x"), new Synced(SPAN, "a"), new Renamed(SPAN, "a", "b"));
        assertThat(of(acts, image -> text(image, "a") + "," + text(image, "b"))).containsExactlyInAnyOrder("x,", ",x");
    }

    private static Set<String> of(List<DiskAct> acts, Function<DiskImage, String> view) {
        return IntStream.range(0, IMAGES)
                .mapToObj(seed -> view.apply(DiskImage.after(acts, new Random(seed))))
                .collect(Collectors.toSet());
    }

    private static DiskAct written(String file, long offset, String text) {
        return new Written(SPAN, file, offset, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(DiskImage image, String file) {
        return new String(image.file(file).orElseGet(() -> new byte[0]), StandardCharsets.US_ASCII);
    }

    private static boolean uniform(String content, int from, int to) {
        return Arrays.stream(content.substring(from, to).split("")).distinct().count() == 1;
    }
}
