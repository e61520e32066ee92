package hearth.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Makes frames that a correct peer could send, the same ones for the same seed, whatever the records look like. */
final class RandomFrames {

    private static final String[] CHARACTERS = {
        "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\u0001", "\u007f", "é", "世", "\u2028", "\ufffd", "😀", "👍🏽",
        "\u200d"
    };

    private static final Set<String> SHORT = Set.of("clientId", "t", "reason", "topic", "query", "password", "client");

    private final Random random;

    RandomFrames(long seed) {
        random = new Random(seed);
    }

    /** Any value of a record, of a sealed interface, or of what their components are made of. */
    <T> T any(Class<T> type) {
        return type.cast(value(type, ""));
    }

    private Object value(Type type, String component) {
        return switch (type) {
            case ParameterizedType generic -> container(generic, component);
            case Class<?> plain when plain.isSealed() -> sealed(plain);
            case Class<?> plain when plain.isRecord() -> record(plain);
            case Class<?> plain when plain.isEnum() -> constant(plain);
            case Class<?> plain -> scalar(plain, component);
            default -> throw new IllegalArgumentException("no values of " + type);
        };
    }

    private Object sealed(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return value(permitted[random.nextInt(permitted.length)], "");
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), component.getName()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return consistent(constructor.newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no values of " + type, e);
        }
    }

    /** What a record may hold in Java, but no peer sends. */
    private Object consistent(Object value) {
        return switch (value) {
            case ClientFrame.Hello hello ->
                new ClientFrame.Hello(hello.id(), 1, hello.client(), hello.auth(), hello.serverPassword());
            case ClientFrame.SetStatus(var id, var status, var text)
            when status == Status.OFFLINE -> new ClientFrame.SetStatus(id, Status.AWAY, text);
            case Auth.Token _ -> new Auth.Token(token());
            case Event.Message gone
            when gone.deleted() ->
                new Event.Message(gone.stamp(), gone.clientId(), "", gone.replyTo(), List.of(), true);
            case Event.Edited gone
            when gone.deleted() -> new Event.Edited(gone.stamp(), gone.target(), "", List.of(), true);
            case HistoryItem(Event.Message event, var edited, var reactions, var rev) ->
                new HistoryItem(event, edited, event.deleted() ? List.of() : reactions, rev);
            case HistoryItem item -> new HistoryItem(item.event(), false, List.of(), OptionalLong.empty());
            default -> value;
        };
    }

    private Object container(ParameterizedType type, String component) {
        Type element = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(element, component));
        }
        if (raw == Set.class) {
            Set<Capability> some = EnumSet.allOf(Capability.class);
            some.removeIf(_ -> random.nextBoolean());
            return some;
        }
        List<Object> values = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            values.add(value(element, component));
        }
        if (raw == Map.class) {
            Map<String, Object> named = new LinkedHashMap<>();
            values.forEach(each -> named.put(text(20), each));
            return named;
        }
        return values;
    }

    private Object constant(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private Object scalar(Class<?> type, String component) {
        if (type == String.class) {
            return string(component);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return 1 + random.nextInt(100_000);
        }
        if (type == long.class || type == Long.class) {
            return component.equals("seconds") ? random.nextLong(Limits.MUTE_SECONDS + 1) : number();
        }
        if (type == double.class) {
            return (1 + random.nextInt(1_000)) / 8.0;
        }
        if (type == OptionalInt.class) {
            return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(5_000));
        }
        if (type == OptionalLong.class) {
            return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(number());
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        }
        throw new IllegalArgumentException("no values of " + type);
    }

    private long number() {
        return switch (random.nextInt(3)) {
            case 0 -> Limits.MAX_ID;
            case 1 -> 1 + random.nextInt(10);
            default -> 1 + random.nextLong(Limits.MAX_ID);
        };
    }

    private String string(String component) {
        return switch (component) {
            case "token" -> token();
            case "emoji" -> text(Limits.EMOJI_CHARS / 2).replaceAll("[\\s\u2028]", "_") + "!";
            case "text" -> text(Limits.LINE_CHARS / 2);
            case String name when SHORT.contains(name) -> text(Limits.CLIENT_ID_CHARS / 2) + "-";
            default -> text(400);
        };
    }

    private String token() {
        StringBuilder token = new StringBuilder();
        int length = 43 + random.nextInt(86);
        while (token.length() < length) {
            token.append("abcXYZ019-_".charAt(random.nextInt(11)));
        }
        return token.toString();
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most); left > 0; left -= 2) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }
}
