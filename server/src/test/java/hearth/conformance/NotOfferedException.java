package hearth.conformance;

/** The server says that it does not do what a check is about, and may. */
final class NotOfferedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOfferedException(String reason) {
        super(reason);
    }
}
