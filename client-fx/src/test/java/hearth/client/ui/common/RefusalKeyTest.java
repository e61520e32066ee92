package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.i18n.Messages;
import hearth.client.session.ConnectionState.Kind;
import hearth.client.session.ConnectionState.RefusalReason;
import hearth.protocol.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalKeyTest {
    private static final Messages ENGLISH = Messages.in(Locale.UK);

    static Stream<RefusalReason> reasons() {
        return Stream.concat(
                Stream.of(Kind.values()).map(kind -> new RefusalReason(kind, Optional.empty(), "")),
                Stream.of(ErrorCode.values()).map(code -> new RefusalReason(Kind.LOGIN, Optional.of(code), "")));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyRefusalHasWordsOnTheFirstScreenAndInTheBanner(RefusalReason reason) {
        String key = RefusalKey.of(reason);
        assertThat(ENGLISH.text("login." + key)).isNotBlank();
        assertThat(ENGLISH.text("login." + key + ".next")).isNotBlank();
        assertThat(ENGLISH.text("banner.refused." + key)).isNotBlank();
    }
}
