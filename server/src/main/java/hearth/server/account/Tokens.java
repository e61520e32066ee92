package hearth.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Login tokens: 256 random bits as text. Only their hash is ever kept. Safe from any thread. */
public final class Tokens {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43,128}");
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random;

    /** Tokens from this source of randomness. */
    public Tokens(SecureRandom random) {
        this.random = random;
    }

    /** A new token, for a client that brought none. */
    public String make() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return BASE64URL.encodeToString(bits);
    }

    /** Whether a text has the form of a token: 43 to 128 characters of base64url. */
    public static boolean isWellFormed(String token) {
        return FORM.matcher(token).matches();
    }

    /** What is kept of a token and looked up: SHA-256, which suffices for what is random. */
    public static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return BASE64URL.encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
