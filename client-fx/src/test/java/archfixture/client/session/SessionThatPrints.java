package archfixture.client.session;

/** Breaks a rule on purpose. */
public interface SessionThatPrints {
    default void print(String line) {
        System.out.println(line);
    }
}
