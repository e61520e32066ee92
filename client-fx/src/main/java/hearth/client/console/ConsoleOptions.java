package hearth.client.console;

import java.time.Duration;
import java.util.Optional;

/**
 * How the console behaves.
 *
 * @param json whether each line of output is a JSON object, instead of text for people
 * @param timeout how long after the end of input it waits at most; empty for as long as it takes
 */
public record ConsoleOptions(boolean json, Optional<Duration> timeout) {}
