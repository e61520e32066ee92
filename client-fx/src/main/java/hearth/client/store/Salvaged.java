package hearth.client.store;

import java.nio.file.Path;

/**
 * What became of a damaged file.
 *
 * @param file what took its place
 * @param setAside where the damaged one lies now
 * @param saved how much of it could be read
 */
public record Salvaged(Path file, Path setAside, Counts saved) {

    /**
     * Rows that are in the new file.
     *
     * @param servers remembered servers
     * @param tokens what proves to servers who the user is
     * @param outbox what the user did that no server has confirmed
     * @param drafts unfinished texts
     * @param markers how far the user has read
     */
    public record Counts(int servers, int tokens, int outbox, int drafts, int markers) {}
}
