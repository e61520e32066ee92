package hearth.client.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.PropertyResourceBundle;

/** The words of one language. Immutable; safe from any thread. */
public final class Messages {
    /** Stands for {@code **} while arguments are put in, so that a name with asterisks stays a name. */
    private static final String STRONG_MARK = "\u0001";

    private final Locale locale;
    private final PropertyResourceBundle bundle;

    private Messages(Locale locale, PropertyResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** A part of a sentence; {@code strong} where it stands out. */
    public record Run(String text, boolean strong) {}

    /** The words for this language: Simplified Chinese for any Chinese, else English. Times and numbers keep the form of the locale. */
    public static Messages in(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new Messages(
                chinese ? locale : englishForm(locale),
                load(chinese ? "messages_zh_CN.properties" : "messages.properties"));
    }

    private static Locale englishForm(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? locale : Locale.UK;
    }

    private static PropertyResourceBundle load(String name) {
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name)) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The language, for dates and sorting. */
    public Locale locale() {
        return locale;
    }

    /**
     * A sentence.
     *
     * @throws MissingResourceException if there is no such key: a bug
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** A sentence in which some parts stand out: those between {@code **} in the file. */
    public List<Run> rich(String key, Object... arguments) {
        String pattern = bundle.getString(key).replace("**", STRONG_MARK);
        String[] parts = new MessageFormat(pattern, locale).format(arguments).split(STRONG_MARK, -1);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                runs.add(new Run(parts[i], i % 2 == 1));
            }
        }
        return List.copyOf(runs);
    }

    /** Names as a list in a sentence, the last two joined by a word. */
    public String names(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst();
            default ->
                text(
                        "names.and",
                        String.join(text("names.comma"), names.subList(0, names.size() - 1)),
                        names.getLast());
        };
    }
}
