package hearth.server.hub;

/** How an input of a batch is handled. */
enum Handling {
    /** As it says. */
    USUAL,
    /** The storage failed: requests are refused with {@code read-only}, the rest is handled as usual. */
    READ_ONLY,
    /** Handling it failed before: it is answered {@code internal}, and nothing more. */
    TAKEN_OUT
}
