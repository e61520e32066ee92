package hearth.server.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an HTTP request, read strictly: lines end in CR LF, names are tokens, nothing is folded.
 *
 * @param headers by lower-case name, values in order, trimmed
 */
record UpgradeRequest(String method, String target, String version, Map<String, List<String>> headers) {

    private static final String NAME_SYMBOLS = "!#$%&'*+-.^_`|~";

    /**
     * Reads a head.
     *
     * @param head everything up to and with the empty line
     * @return nothing where it is no such thing
     */
    static Optional<UpgradeRequest> parse(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r\n\r\n")) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, text.length() - 4).split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3 || !isPrintable(lines[0])) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            if (!addHeader(headers, lines[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new UpgradeRequest(first[0], first[1], first[2], headers));
    }

    /** The values of a header, empty where it is missing. */
    List<String> values(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of());
    }

    /** The only value of a header; nothing where it is missing or there are several. */
    Optional<String> single(String lowerCaseName) {
        List<String> values = values(lowerCaseName);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The comma-separated members of all values of a header, empty ones left out. */
    List<String> members(String lowerCaseName) {
        List<String> members = new ArrayList<>();
        for (String value : values(lowerCaseName)) {
            for (String member : value.split(",", -1)) {
                if (!member.isBlank()) {
                    members.add(member.strip());
                }
            }
        }
        return members;
    }

    /** Whether one of the members of a header is this word, in any case. */
    boolean lists(String lowerCaseName, String word) {
        return members(lowerCaseName).stream().anyMatch(word::equalsIgnoreCase);
    }

    private static boolean addHeader(Map<String, List<String>> headers, String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || !isPrintable(line)) {
            return false;
        }
        String name = line.substring(0, colon);
        if (!name.chars().allMatch(UpgradeRequest::isNameChar)) {
            return false;
        }
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
        return true;
    }

    private static boolean isNameChar(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || NAME_SYMBOLS.indexOf(c) >= 0);
    }

    private static boolean isPrintable(String line) {
        return line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 127));
    }
}
