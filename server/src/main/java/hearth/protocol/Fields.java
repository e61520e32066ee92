package hearth.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Typed access to the fields of one JSON object: a value of another JSON type is refused, never converted. A field that may
 * be absent may be {@code null} as well. Immutable.
 */
final class Fields {

    private final Map<String, JsonValue> values;

    Fields(JsonValue.Members object) {
        values = object.values();
    }

    /** Reads one value from an object. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Fields fields) throws FieldException;
    }

    /** Whether the field is there and is not {@code null}. */
    boolean has(String name) {
        return value(name).isPresent();
    }

    /** Whether the field is there and is a string. */
    boolean isText(String name) {
        return values.get(name) instanceof JsonValue.Text;
    }

    /** A string without unpaired surrogates and U+0000. */
    String text(String name) throws FieldException {
        return required(name, optionalText(name), "a string");
    }

    Optional<String> optionalText(String name) throws FieldException {
        Optional<JsonValue> value = value(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(text(name, value.get()));
    }

    /** An integer; one beyond 2^53 - 1 on either side counts as that. */
    long integer(String name) throws FieldException {
        OptionalLong value = optionalInteger(name);
        if (value.isEmpty()) {
            throw FieldException.badFrame(name, "an integer");
        }
        return value.getAsLong();
    }

    OptionalLong optionalInteger(String name) throws FieldException {
        Optional<JsonValue> value = value(name);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(integer(name, value.get()));
    }

    /** An integer that fits an {@code int} and is not negative, else the nearest such; absent counts as 0. */
    int count(String name) throws FieldException {
        return optionalCount(name).orElse(0);
    }

    OptionalInt optionalCount(String name) throws FieldException {
        OptionalLong value = optionalInteger(name);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(toCount(value.getAsLong()));
    }

    boolean flag(String name) throws FieldException {
        return required(name, optionalFlag(name), "true or false");
    }

    Optional<Boolean> optionalFlag(String name) throws FieldException {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonValue.Flag(boolean flag)) {
            return Optional.of(flag);
        }
        throw FieldException.badFrame(name, "true or false");
    }

    /** A finite number, whole or not. */
    double number(String name) throws FieldException {
        double number = switch (values.getOrDefault(name, new JsonValue.Nothing())) {
            case JsonValue.Whole(long whole) -> whole;
            case JsonValue.Fraction(double fraction) -> fraction;
            case JsonValue.Text _, JsonValue.Flag _, JsonValue.Nothing _, JsonValue.Items _, JsonValue.Members _ ->
                Double.NaN;
        };
        if (!Double.isFinite(number)) {
            throw FieldException.badFrame(name, "a number");
        }
        return number;
    }

    /** A constant in one of its spellings. */
    <E> E constant(String name, Function<String, Optional<E>> spellings) throws FieldException {
        return required(name, optionalConstant(name, spellings), "one of the spellings defined for it");
    }

    <E> Optional<E> optionalConstant(String name, Function<String, Optional<E>> spellings) throws FieldException {
        Optional<String> text = optionalText(name);
        Optional<E> constant = text.flatMap(spellings);
        if (text.isPresent() && constant.isEmpty()) {
            throw FieldException.badFrame(name, "one of the spellings defined for it");
        }
        return constant;
    }

    <T> T object(String name, Reader<T> reader) throws FieldException {
        return required(name, optionalObject(name, reader), "an object");
    }

    <T> Optional<T> optionalObject(String name, Reader<T> reader) throws FieldException {
        Optional<JsonValue> value = value(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(reader.read(object(name, value.get())));
    }

    /** An array of objects; absent counts as empty. */
    <T> List<T> objects(String name, Reader<T> reader) throws FieldException {
        List<T> read = new ArrayList<>();
        for (JsonValue value : items(name)) {
            read.add(reader.read(object(name, value)));
        }
        return Collections.unmodifiableList(read);
    }

    /** An array of strings; absent counts as empty. */
    List<String> texts(String name) throws FieldException {
        List<String> read = new ArrayList<>();
        for (JsonValue value : items(name)) {
            read.add(text(name, value));
        }
        return Collections.unmodifiableList(read);
    }

    /** An array of pairs of integers; absent counts as empty. */
    List<Answer.Range> ranges(String name) throws FieldException {
        List<Answer.Range> read = new ArrayList<>();
        for (JsonValue value : items(name)) {
            if (!(value instanceof JsonValue.Items(var pair)) || pair.size() != 2) {
                throw FieldException.badFrame(name, "an array of pairs");
            }
            read.add(new Answer.Range(toCount(integer(name, pair.get(0))), toCount(integer(name, pair.get(1)))));
        }
        return Collections.unmodifiableList(read);
    }

    /** An object from name to integer. */
    Map<String, Long> integersByName(String name) throws FieldException {
        Map<String, Long> read = new LinkedHashMap<>();
        for (var entry : members(name).entrySet()) {
            read.put(wellFormed(name, entry.getKey()), integer(name, entry.getValue()));
        }
        return Collections.unmodifiableMap(read);
    }

    /** An object from name to object. */
    <T> Map<String, T> objectsByName(String name, Reader<T> reader) throws FieldException {
        Map<String, T> read = new LinkedHashMap<>();
        for (var entry : members(name).entrySet()) {
            read.put(wellFormed(name, entry.getKey()), reader.read(object(name, entry.getValue())));
        }
        return Collections.unmodifiableMap(read);
    }

    private Map<String, JsonValue> members(String name) throws FieldException {
        if (values.get(name) instanceof JsonValue.Members(var members)) {
            return members;
        }
        throw FieldException.badFrame(name, "an object");
    }

    private List<JsonValue> items(String name) throws FieldException {
        return switch (values.getOrDefault(name, new JsonValue.Nothing())) {
            case JsonValue.Items(var items) -> items;
            case JsonValue.Nothing _ -> List.of();
            case JsonValue.Text _, JsonValue.Whole _, JsonValue.Fraction _, JsonValue.Flag _, JsonValue.Members _ ->
                throw FieldException.badFrame(name, "an array");
        };
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !(value instanceof JsonValue.Nothing));
    }

    private static <T> T required(String name, Optional<T> value, String expected) throws FieldException {
        if (value.isEmpty()) {
            throw FieldException.badFrame(name, expected);
        }
        return value.get();
    }

    private static Fields object(String name, JsonValue value) throws FieldException {
        if (value instanceof JsonValue.Members members) {
            return new Fields(members);
        }
        throw FieldException.badFrame(name, "an object");
    }

    private static String text(String name, JsonValue value) throws FieldException {
        if (value instanceof JsonValue.Text(String text)) {
            return wellFormed(name, text);
        }
        throw FieldException.badFrame(name, "a string");
    }

    private static long integer(String name, JsonValue value) throws FieldException {
        if (value instanceof JsonValue.Whole(long whole)) {
            return Math.clamp(whole, -Limits.MAX_ID, Limits.MAX_ID);
        }
        throw FieldException.badFrame(name, "an integer");
    }

    private static int toCount(long value) {
        return Math.clamp(value, 0, Integer.MAX_VALUE);
    }

    private static String wellFormed(String name, String text) throws FieldException {
        if (Texts.isWellFormed(text)) {
            return text;
        }
        throw FieldException.badFrame(name, "free of unpaired surrogates and U+0000");
    }
}
