package hearth.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A constant that has a fixed spelling on the wire, never derived from its Java name or its ordinal. */
public interface WireName {

    /** The spelling on the wire. */
    String wire();

    /**
     * A lookup from spelling to constant for one enum.
     *
     * @return a function that gives the constant spelled so, or nothing
     */
    static <E extends Enum<E> & WireName> Function<String, Optional<E>> lookup(E[] constants) {
        Map<String, E> byWire = Arrays.stream(constants).collect(Collectors.toUnmodifiableMap(WireName::wire, e -> e));
        return wire -> Optional.ofNullable(byWire.get(wire));
    }
}
