package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void isMadeForItsOwnerOnly() throws StoreException, IOException {
        Path path = parent.resolve("a").resolve("b");

        try (DataFolder folder = DataFolder.claim(path).orElseThrow()) {
            assertThat(folder.path()).isEqualTo(path);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isClaimedByOneAtATime() throws StoreException {
        try (DataFolder folder = DataFolder.claim(parent).orElseThrow()) {
            assertThat(DataFolder.claim(folder.path())).isEmpty();
        }
        try (DataFolder again = DataFolder.claim(parent).orElseThrow()) {
            assertThat(again.path()).isEqualTo(parent);
        }
    }

    @Test
    void isRefusedToAnotherProcessAndFreeWhenThatOneDies() throws Exception {
        Process other = ChildJvm.start(FolderHolder.class, parent.toString());
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("claimed");

            assertThat(DataFolder.claim(parent)).isEmpty();

            other.destroyForcibly();
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            try (DataFolder folder = DataFolder.claim(parent).orElseThrow()) {
                assertThat(folder.path()).isEqualTo(parent);
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void isRefusedWithItsNameWhereItCannotBeMade() throws IOException {
        Path path = Files.createFile(parent.resolve("taken")).resolve("data");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> DataFolder.claim(path))
                .withMessage("The folder " + path + " cannot be written.");
    }

    /** Another process that holds a folder until it is killed. */
    static final class FolderHolder {
        private FolderHolder() {}

        public static void main(String[] args) throws Exception {
            boolean claimed = DataFolder.claim(Path.of(args[0])).isPresent();
            System.out.println(claimed ? "claimed" : "refused");
            System.in.read();
        }
    }
}
