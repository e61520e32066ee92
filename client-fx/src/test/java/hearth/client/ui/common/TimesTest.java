package hearth.client.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.i18n.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T09:05:00Z");

    @Test
    void hoursAndMinutesHaveTheFormOfThePlaceNotOfTheLanguage() {
        Messages english = Messages.in(Locale.UK);
        assertThat(new Times(english, ZoneOffset.UTC).clock(MORNING)).isEqualTo("09:05");
        assertThat(new Times(english, ZoneOffset.UTC, Locale.US).clock(MORNING)).isEqualTo("9:05\u00A0AM");
        assertThat(new Times(english, ZoneOffset.UTC, Locale.GERMANY).clock(MORNING))
                .isEqualTo("09:05");
        assertThat(new Times(Messages.in(Locale.SIMPLIFIED_CHINESE), ZoneOffset.UTC).clock(MORNING))
                .isEqualTo("09:05");
    }

    @Test
    void theFullTimeNamesTheDay() {
        assertThat(new Times(Messages.in(Locale.UK), ZoneOffset.UTC).full(MORNING))
                .startsWith("Friday, 20 November 2026");
    }
}
