package hearth.protocol;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** JSON text to values, and the way back: the only user of Jackson's factory. Safe from any thread. */
final class JsonText {

    /** Longer integers lie beyond 2^53 - 1 in any case, and are not worth the time to parse. */
    private static final int LONGEST_WHOLE = 18;

    /**
     * The transport bounds a message in bytes, so of Jackson's own bounds only the one on depth is wanted. Field names come
     * from strangers and are neither interned nor kept in a table that connections share.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private JsonText() {}

    /**
     * Reads a text that is one JSON object and nothing else.
     *
     * @throws MalformedFrameException if it is anything else, or nested deeper than {@link Limits#DEPTH}
     */
    static JsonValue.Members parseObject(String text) throws MalformedFrameException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedFrameException("not a JSON object");
            }
            JsonValue.Members object = members(parser);
            if (parser.nextToken() != null) {
                throw new MalformedFrameException("something follows the JSON object");
            }
            return object;
        } catch (JacksonException _) {
            // What the parser says quotes the text, which must not reach a log.
            throw new MalformedFrameException("not JSON, or nested too deep");
        }
    }

    /** A writer of one JSON value in UTF-8, which goes to {@code target} at the latest when it is closed. */
    static JsonOut writer(OutputStream target) {
        return new JsonOut(FACTORY.createGenerator(ObjectWriteContext.empty(), target, JsonEncoding.UTF8));
    }

    /** The value at the current token. Recurses at most {@link Limits#DEPTH} deep, which the parser sees to. */
    private static JsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new JsonValue.Text(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser.getString());
            case VALUE_NUMBER_FLOAT -> new JsonValue.Fraction(Double.parseDouble(parser.getString()));
            case VALUE_TRUE -> new JsonValue.Flag(true);
            case VALUE_FALSE -> new JsonValue.Flag(false);
            case VALUE_NULL -> new JsonValue.Nothing();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private static JsonValue.Members members(JsonParser parser) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new JsonValue.Members(Collections.unmodifiableMap(values));
    }

    private static JsonValue.Items items(JsonParser parser) {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new JsonValue.Items(Collections.unmodifiableList(values));
    }

    private static JsonValue.Whole whole(String digits) {
        if (digits.length() <= LONGEST_WHOLE) {
            return new JsonValue.Whole(Long.parseLong(digits));
        }
        return new JsonValue.Whole(digits.charAt(0) == '-' ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
}
