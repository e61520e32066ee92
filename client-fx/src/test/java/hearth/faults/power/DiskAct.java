package hearth.faults.power;

/**
 * One thing that a program did to a file, or that it said. Files are named relative to the folder that was watched; the folder itself is the empty name.
 */
sealed interface DiskAct {

    /** The file that it was done to. */
    String file();

    /** When it began and ended, by {@link System#nanoTime()}. */
    Span span();

    /** From one moment of the monotonic clock to another. */
    record Span(long beganNanos, long endedNanos) {}

    /** Bytes were written. */
    record Written(Span span, String file, long offset, byte[] data) implements DiskAct {}

    /** The file was given this size. */
    record Truncated(Span span, String file, long size) implements DiskAct {}

    /** All that had been done to it reached the disk. */
    record Synced(Span span, String file) implements DiskAct {}

    /** It is gone. */
    record Removed(Span span, String file) implements DiskAct {}

    /** It has another name. */
    record Renamed(Span span, String file, String to) implements DiskAct {}

    /** It said something, which touches no file. */
    record Printed(Span span, String text) implements DiskAct {
        @Override
        public String file() {
            return "";
        }
    }
}
