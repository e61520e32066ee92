package hearth.faults;

import java.time.Duration;

/**
 * How a link does, as long as it is not cut.
 *
 * @param latency how long bytes are under way, each direction
 * @param bytesPerSecond how many are passed on in a second, each direction
 * @param slowClose how long one side's end of stream takes to reach the other, on top of the latency
 * @param blackHole nothing is passed on any more, not even an end of stream, and both sides keep their connection
 */
public record LinkConditions(Duration latency, long bytesPerSecond, Duration slowClose, boolean blackHole) {
    private static final long UNBOUNDED = Long.MAX_VALUE;

    /** Passes everything on at once. */
    public static final LinkConditions CLEAR = new LinkConditions(Duration.ZERO, UNBOUNDED, Duration.ZERO, false);

    /** A link into which everything vanishes, until the conditions are others. */
    public static final LinkConditions BLACK_HOLE = new LinkConditions(Duration.ZERO, UNBOUNDED, Duration.ZERO, true);

    /** The same with this latency. */
    public LinkConditions withLatency(Duration other) {
        return new LinkConditions(other, bytesPerSecond, slowClose, blackHole);
    }

    /** The same with this bandwidth. */
    public LinkConditions withBytesPerSecond(long other) {
        return new LinkConditions(latency, other, slowClose, blackHole);
    }

    /** The same with ends of stream that are late by this. */
    public LinkConditions withSlowClose(Duration other) {
        return new LinkConditions(latency, bytesPerSecond, other, blackHole);
    }

    /** How long this many bytes take on a link that carries nothing else. */
    long nanosFor(int bytes) {
        return bytesPerSecond == UNBOUNDED ? 0 : Math.ceilDiv(bytes * 1_000_000_000L, bytesPerSecond);
    }
}
