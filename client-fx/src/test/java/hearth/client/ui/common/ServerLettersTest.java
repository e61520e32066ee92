package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerLettersTest {

    @ParameterizedTest
    @CsvSource({
        "Workshop, WS",
        "'Library, second floor', LS",
        "Room 9, R9",
        "家, 家",
        "开放日, 开",
        "Lab, L",
        "192.168.1.20, 1",
        "Éclair, ÉA",
    })
    void twoLettersTellAServer(String name, String letters) {
        assertThat(ServerLetters.of(name)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '"})
    void aServerWithoutANameHasNone(String name) {
        assertThat(ServerLetters.of(name)).isEmpty();
    }
}
