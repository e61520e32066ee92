package hearth.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.KeepStore.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenChatTest {
    private static final Account MEI = new Account("k3=…", "美 Mei");

    @TempDir
    private Path folder;

    @Test
    void theChatThatWasOpenIsKnownAgain() {
        file().save(Optional.of(MEI));
        assertThat(file().load()).contains(MEI);
    }

    @Test
    void aChatThatWasLeftIsNot() {
        file().save(Optional.of(MEI));
        file().save(Optional.empty());
        assertThat(file().load()).isEmpty();
    }

    @Test
    void nothingIsOpenAtFirstOrWhereTheFileIsNonsense() throws IOException {
        assertThat(file().load()).isEmpty();
        Files.writeString(folder.resolve("chat.properties"), "server=\\u12");
        assertThat(file().load()).isEmpty();
    }

    private OpenChat file() {
        return new OpenChat(folder.resolve("chat.properties"));
    }
}
