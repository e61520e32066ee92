package hearth.server.account;

import java.security.SecureRandom;

/** Makes ids that nothing else ever has: 100 random bits, as 20 lower-case letters and digits. */
public final class Ids {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 20;

    private final SecureRandom random;

    /** Ids from this source of randomness. */
    public Ids(SecureRandom random) {
        this.random = random;
    }

    /** Another id. */
    public String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
