package hearth.client.ui.common;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The Latin letter that the sound of a Chinese character begins with, for the characters in common use. */
final class HanInitial {
    private static final String CHARSET = "GB18030";

    /** The standard sorts its common characters by their sound: where each letter begins there. */
    private static final NavigableMap<Integer, Character> BEGINNINGS = new TreeMap<>(Map.ofEntries(
            Map.entry(0xB0A1, 'a'),
            Map.entry(0xB0C5, 'b'),
            Map.entry(0xB2C1, 'c'),
            Map.entry(0xB4EE, 'd'),
            Map.entry(0xB6EA, 'e'),
            Map.entry(0xB7A2, 'f'),
            Map.entry(0xB8C1, 'g'),
            Map.entry(0xB9FE, 'h'),
            Map.entry(0xBBF7, 'j'),
            Map.entry(0xBFA6, 'k'),
            Map.entry(0xC0AC, 'l'),
            Map.entry(0xC2E8, 'm'),
            Map.entry(0xC4C3, 'n'),
            Map.entry(0xC5B6, 'o'),
            Map.entry(0xC5BE, 'p'),
            Map.entry(0xC6DA, 'q'),
            Map.entry(0xC8BB, 'r'),
            Map.entry(0xC8F6, 's'),
            Map.entry(0xCBFA, 't'),
            Map.entry(0xCDDA, 'w'),
            Map.entry(0xCEF4, 'x'),
            Map.entry(0xD1B9, 'y'),
            Map.entry(0xD4D1, 'z')));

    private static final int LAST = 0xD7F9;

    private HanInitial() {}

    /** The letter; absent for what is no Chinese character in common use. */
    static Optional<Character> of(int codePoint) {
        if (Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.HAN || !Charset.isSupported(CHARSET)) {
            return Optional.empty();
        }
        byte[] bytes = Character.toString(codePoint).getBytes(Charset.forName(CHARSET));
        if (bytes.length != 2) {
            return Optional.empty();
        }
        int code = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return code > LAST
                ? Optional.empty()
                : Optional.ofNullable(BEGINNINGS.floorEntry(code)).map(Map.Entry::getValue);
    }
}
