package hearth.client.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Reads a line of input. Names are the longest known one that fits, in any case, or stand in double quotes; where none is known that fits, a room is the
 * whole rest of the line and a person the first word.
 */
final class InputParser {
    static final int DEFAULT_HISTORY = 50;
    static final int MOST_HISTORY = 10_000;

    private InputParser() {}

    static InputLine parse(String line, Collection<String> rooms, Collection<String> people) {
        if (isBlank(line)) {
            return new InputLine.Blank();
        }
        if (!line.startsWith("/")) {
            return new InputLine.Text(line);
        }
        if (line.startsWith("//")) {
            return new InputLine.Text(line.substring(1));
        }
        int space = line.indexOf(' ');
        String command = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        return switch (command) {
            case "/join" ->
                room(rest, rooms).<InputLine>map(InputLine.Join::new).orElse(usage("/join ROOM"));
            case "/to" -> room(rest, rooms).<InputLine>map(InputLine.To::new).orElse(usage("/to ROOM"));
            case "/leave" -> new InputLine.Leave(room(rest, rooms));
            case "/msg" -> message(rest, people);
            case "/rooms" -> new InputLine.Rooms();
            case "/who" -> new InputLine.Who();
            case "/history" -> history(rest);
            case "/unsent" -> new InputLine.ListUnsent();
            case "/resend" -> isDecision(rest) ? new InputLine.Resend(rest) : usage("/resend N, or /resend all");
            case "/dismiss" -> isDecision(rest) ? new InputLine.Dismiss(rest) : usage("/dismiss N, or /dismiss all");
            case "/help" -> new InputLine.Help();
            case "/quit" -> new InputLine.Quit();
            default ->
                new InputLine.Bad("There is no command " + command
                        + "; /help lists them, and // begins a line that starts with a slash.");
        };
    }

    /** Whether there is nothing to see in a text. */
    private static boolean isBlank(String line) {
        return line.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static Optional<String> room(String rest, Collection<String> known) {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        Optional<Split> quoted = quoted(rest);
        if (quoted.isPresent()) {
            return quoted.map(Split::name);
        }
        return Optional.of(known.stream()
                .filter(name -> name.equalsIgnoreCase(rest))
                .findFirst()
                .orElse(rest));
    }

    private static InputLine message(String rest, Collection<String> known) {
        Split split = quoted(rest).or(() -> longest(rest, known)).orElseGet(() -> firstWord(rest));
        return split.name().isEmpty() || isBlank(split.rest())
                ? usage("/msg NAME TEXT")
                : new InputLine.Msg(split.name(), split.rest());
    }

    private static InputLine history(String rest) {
        if (rest.isEmpty()) {
            return new InputLine.History(DEFAULT_HISTORY);
        }
        if (!isNumber(rest)) {
            return usage("/history [N]");
        }
        return new InputLine.History(Math.clamp(Integer.parseInt(rest), 1, MOST_HISTORY));
    }

    private static boolean isDecision(String rest) {
        return rest.equals(Unsent.ALL) || isNumber(rest);
    }

    private static boolean isNumber(String rest) {
        return rest.matches("[0-9]{1,9}");
    }

    private static InputLine usage(String form) {
        return new InputLine.Bad("It is: " + form);
    }

    private record Split(String name, String rest) {}

    private static Optional<Split> quoted(String rest) {
        int end = rest.indexOf('"', 1);
        if (!rest.startsWith("\"") || end < 0) {
            return Optional.empty();
        }
        return Optional.of(new Split(rest.substring(1, end), afterName(rest, end + 1)));
    }

    private static Optional<Split> longest(String rest, Collection<String> known) {
        return known.stream()
                .filter(name -> rest.regionMatches(true, 0, name, 0, name.length()))
                .filter(name -> rest.length() == name.length() || rest.charAt(name.length()) == ' ')
                .max(Comparator.comparingInt(String::length))
                .map(name -> new Split(name, afterName(rest, name.length())));
    }

    private static Split firstWord(String rest) {
        int space = rest.indexOf(' ');
        return space < 0 ? new Split(rest, "") : new Split(rest.substring(0, space), afterName(rest, space));
    }

    private static String afterName(String rest, int end) {
        return rest.length() > end && rest.charAt(end) == ' ' ? rest.substring(end + 1) : rest.substring(end);
    }
}
