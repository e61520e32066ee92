package hearth.protocol;

import java.util.List;
import java.util.Map;

/** A JSON value as it was written: types are told apart and never converted. Immutable. */
sealed interface JsonValue {

    /** A string, possibly with unpaired surrogates, which JSON can escape. */
    record Text(String value) implements JsonValue {}

    /** A number without fraction and exponent; one that no {@code long} holds stands as the nearest {@code long}. */
    record Whole(long value) implements JsonValue {}

    /** A number with fraction or exponent. */
    record Fraction(double value) implements JsonValue {}

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements JsonValue {}

    /** {@code null}. */
    record Nothing() implements JsonValue {}

    /** An array. */
    record Items(List<JsonValue> values) implements JsonValue {}

    /** An object, in the order in which it was written; of equal names the last counts. */
    record Members(Map<String, JsonValue> values) implements JsonValue {}
}
