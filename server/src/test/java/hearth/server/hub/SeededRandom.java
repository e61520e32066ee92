package hearth.server.hub;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Randomness that is the same in every run. */
final class SeededRandom extends SecureRandom {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Random random;
    private final List<Integer> drawn = new ArrayList<>();
    private int position;

    SeededRandom(long seed) {
        random = new Random(seed);
    }

    @Override
    public int nextInt(int bound) {
        if (position == drawn.size()) {
            drawn.add(random.nextInt(bound));
        }
        return drawn.get(position++);
    }

    /** How many numbers were drawn. */
    int position() {
        return position;
    }

    /** Gives the numbers after this position again. */
    void rewind(int to) {
        position = to;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
