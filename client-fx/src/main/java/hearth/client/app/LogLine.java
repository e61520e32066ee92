package hearth.client.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/** One record a line. Nothing that came from outside can begin a line of its own, or move a terminal's cursor: control characters are escaped. */
final class LogLine extends Formatter {
    private static final String INDENT = "    ";

    @Override
    public String format(LogRecord record) {
        String head = "%s %-5s %s - %s%n"
                .formatted(
                        record.getInstant().truncatedTo(ChronoUnit.MILLIS),
                        level(record.getLevel()),
                        record.getLoggerName(),
                        escape(formatMessage(record)));
        return record.getThrown() == null ? head : head + trace(record.getThrown());
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString()
                .lines()
                .map(line -> INDENT + escape(line) + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\t' || !Character.isISOControl(unit)) {
                escaped.append(unit);
            } else {
                escaped.append("\\u%04x".formatted((int) unit));
            }
        }
        return escaped.toString();
    }
}
