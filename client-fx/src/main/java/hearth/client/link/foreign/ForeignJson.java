package hearth.client.link.foreign;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of servers that promise nothing: whatever is not as expected is not there. Safe from any thread. */
public final class ForeignJson {
    private static final int DEPTH = 64;
    private static final int REPLACEMENT = 0xFFFD;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(Desk.MESSAGE_BYTES)
                            .build())
                    .build())
            .build();

    private ForeignJson() {}

    /** A text that is an object. */
    public static Optional<ObjectNode> object(String text) {
        return value(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    /** A text that is an array. */
    public static Optional<ArrayNode> array(String text) {
        return value(text).filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast);
    }

    private static Optional<JsonNode> value(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JacksonException _) {
            // Not JSON: nothing that a dialect could read.
            return Optional.empty();
        }
    }

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The text, with a sign in the place of each half of a character: JSON can hold such, and nothing else can. */
    public static String wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : text.codePoints()
                        .map(each -> Character.getType(each) == Character.SURROGATE ? REPLACEMENT : each)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** A field that is a string. */
    public static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value != null && value.isString() ? Optional.of(wellFormed(value.stringValue())) : Optional.empty();
    }

    /** A field that is a whole number of 32 bits. */
    public static OptionalInt whole(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value != null && value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }
}
