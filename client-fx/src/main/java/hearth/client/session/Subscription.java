package hearth.client.session;

/** An observer's registration. */
public interface Subscription extends AutoCloseable {

    /** Ends it; no event is delivered after this returned on the session thread, at most one under way elsewhere. Idempotent. */
    @Override
    void close();
}
