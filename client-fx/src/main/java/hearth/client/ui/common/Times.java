package hearth.client.ui.common;

import hearth.client.i18n.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Points in time as words, in the zone and language of the user. Immutable. */
public final class Times {
    /** Before AM and PM; not every font has it. */
    private static final char NARROW_SPACE = '\u202F';

    private static final char NO_BREAK_SPACE = '\u00A0';

    private final Messages messages;
    private final ZoneId zone;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter full;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfOtherYear;
    private final DateTimeFormatter shortDay;

    /** The words of this language for times in this zone, in the form that goes with the language. */
    public Times(Messages messages, ZoneId zone) {
        this(messages, zone, messages.locale());
    }

    /** The words of this language for times in this zone; hours and minutes in the form of a place. */
    public Times(Messages messages, ZoneId zone, Locale form) {
        this.messages = messages;
        this.zone = zone;
        clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(form);
        boolean chinese = messages.locale().getLanguage().equals("zh");
        full = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(messages.locale());
        day = DateTimeFormatter.ofPattern(chinese ? "M月d日 EEEE" : "EEEE, d MMMM", messages.locale());
        dayOfOtherYear =
                DateTimeFormatter.ofPattern(chinese ? "yyyy年M月d日 EEEE" : "EEEE, d MMMM yyyy", messages.locale());
        shortDay = DateTimeFormatter.ofPattern(chinese ? "yyyy年M月d日" : "d MMMM yyyy", messages.locale());
    }

    /** Hours and minutes. */
    public String clock(Instant at) {
        return clock.format(at.atZone(zone)).replace(NARROW_SPACE, NO_BREAK_SPACE);
    }

    /** The whole date and time. */
    public String full(Instant at) {
        return full.format(at.atZone(zone));
    }

    /** The day on which this was, here. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The head over a day of messages. */
    public String dayHead(LocalDate date, LocalDate today) {
        if (date.equals(today)) {
            return messages.text("timeline.today");
        }
        if (date.equals(today.minusDays(1))) {
            return messages.text("timeline.yesterday");
        }
        return (date.getYear() == today.getYear() ? day : dayOfOtherYear).format(date);
    }

    /** When the user was somewhere last. */
    public String visit(Instant at, LocalDate today) {
        LocalDate date = dayOf(at);
        if (date.equals(today)) {
            return messages.text("visit.today");
        }
        return date.equals(today.minusDays(1))
                ? messages.text("visit.yesterday")
                : messages.text("visit.date", shortDay.format(date));
    }
}
