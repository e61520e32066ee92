package archfixture.client.session;

/** Breaks a rule on purpose. */
public interface SessionThatStartsAThread {
    default Thread start(Runnable task) {
        return Thread.ofVirtual().start(task);
    }
}
