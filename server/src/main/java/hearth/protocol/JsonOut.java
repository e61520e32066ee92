package hearth.protocol;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/** Writes one compact JSON object, field by field in call order; what is absent is left out. Not thread-safe. */
final class JsonOut implements AutoCloseable {

    /** Always three digits of milliseconds and a {@code Z}. */
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final JsonGenerator json;

    JsonOut(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields of one value into an object that has begun. */
    @FunctionalInterface
    interface Shape<T> {
        void write(JsonOut out, T value);
    }

    /** The outermost object. */
    <T> void root(T value, Shape<T> shape) {
        object(value, shape);
    }

    JsonOut text(String name, String value) {
        json.writeStringProperty(name, value);
        return this;
    }

    JsonOut text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    JsonOut wire(String name, WireName value) {
        return text(name, value.wire());
    }

    JsonOut wire(String name, Optional<? extends WireName> value) {
        value.ifPresent(present -> wire(name, present));
        return this;
    }

    JsonOut number(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonOut number(String name, OptionalLong value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    JsonOut number(String name, OptionalInt value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    /** A number that need not be whole, without a fraction where it is. */
    JsonOut rate(String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) <= Limits.MAX_ID) {
            return number(name, (long) value);
        }
        json.writeNumberProperty(name, value);
        return this;
    }

    JsonOut nothing(String name) {
        json.writeNullProperty(name);
        return this;
    }

    JsonOut flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    /** A flag that is left out where it is false. */
    JsonOut flagIfTrue(String name, boolean value) {
        return value ? flag(name, true) : this;
    }

    JsonOut time(String name, Instant value) {
        return text(name, MILLISECONDS.format(value));
    }

    JsonOut user(String name, UserRef value) {
        return object(name, value, (out, user) -> out.text("id", user.id()).text("name", user.name()));
    }

    JsonOut user(String name, Optional<UserRef> value) {
        value.ifPresent(present -> user(name, present));
        return this;
    }

    <T> JsonOut object(String name, T value, Shape<T> shape) {
        json.writeName(name);
        object(value, shape);
        return this;
    }

    <T> JsonOut object(String name, Optional<T> value, Shape<T> shape) {
        value.ifPresent(present -> object(name, present, shape));
        return this;
    }

    /** An array of objects. */
    <T> JsonOut objects(String name, Iterable<T> values, Shape<T> shape) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> object(value, shape));
        json.writeEndArray();
        return this;
    }

    /** An array of strings. */
    JsonOut texts(String name, Iterable<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
        return this;
    }

    /** An array of pairs of numbers, each an array. */
    JsonOut ranges(String name, Iterable<Answer.Range> values) {
        json.writeArrayPropertyStart(name);
        for (Answer.Range range : values) {
            json.writeStartArray();
            json.writeNumber(range.from());
            json.writeNumber(range.to());
            json.writeEndArray();
        }
        json.writeEndArray();
        return this;
    }

    /** Flushes what was written. */
    @Override
    public void close() {
        json.close();
    }

    private <T> void object(T value, Shape<T> shape) {
        json.writeStartObject();
        shape.write(this, value);
        json.writeEndObject();
    }
}
