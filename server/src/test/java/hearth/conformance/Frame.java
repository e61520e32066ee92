package hearth.conformance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One frame or a part of one, as it came. Reading a field that is missing or has another type fails the check: the
 * protocol names the fields that a frame has. Paths are names with dots between them.
 *
 * @param raw the text of the whole message
 */
record Frame(JsonNode json, String raw) {
    private static final JsonMapper JSON = new JsonMapper();

    static Frame parse(String raw) {
        try {
            return new Frame(JSON.readTree(raw), raw);
        } catch (JacksonException e) {
            throw new AssertionError("no JSON came: " + raw, e);
        }
    }

    /** A frame of a client: a type, and names with their values. */
    static String of(String type, Object... fields) {
        ObjectNode frame = JSON.createObjectNode().put("type", type);
        frame.setAll(object(fields));
        return frame.toString();
    }

    /** An object of names with their values. */
    static ObjectNode object(Object... fields) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            object.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
        }
        return object;
    }

    boolean has(String path) {
        JsonNode node = node(path);
        return !node.isMissingNode() && !node.isNull();
    }

    boolean is(String path, String value) {
        return node(path).isString() && node(path).asString().equals(value);
    }

    String text(String path) {
        return required(path, node(path).isString(), "a string").asString();
    }

    long number(String path) {
        return required(path, node(path).isIntegralNumber(), "an integer").asLong();
    }

    double decimal(String path) {
        return required(path, node(path).isNumber(), "a number").asDouble();
    }

    /** What is absent is false. */
    boolean flag(String path) {
        return has(path)
                && required(path, node(path).isBoolean(), "true or false").asBoolean();
    }

    Frame at(String path) {
        return new Frame(required(path, node(path).isObject(), "an object"), raw);
    }

    /** The elements of an array. */
    List<Frame> list(String path) {
        List<Frame> elements = new ArrayList<>();
        required(path, node(path).isArray(), "an array").forEach(each -> elements.add(new Frame(each, raw)));
        return elements;
    }

    /** The strings in an array. */
    List<String> texts(String path) {
        return list(path).stream().map(each -> each.json.asString()).toList();
    }

    /** One field of each element of an array of objects. */
    List<String> texts(String path, String field) {
        return list(path).stream().map(each -> each.text(field)).toList();
    }

    /** One field of each element of an array of objects. */
    List<Long> numbers(String path, String field) {
        return list(path).stream().map(each -> each.number(field)).toList();
    }

    String type() {
        return text("type");
    }

    private JsonNode node(String path) {
        JsonNode node = json;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }

    private JsonNode required(String path, boolean fits, String form) {
        if (!fits) {
            throw new AssertionError("'" + path + "' should be " + form + " in " + json);
        }
        return node(path);
    }
}
